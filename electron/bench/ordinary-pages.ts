import type { EntityType } from '../contract';
import { findEntities } from '../engine/entities/find';
import type { GoldName, ParsedDocument } from './entity-data';

/** The contract's types as the labels of the ordinary pages have them (training/ordinary-pages). */
const LABELS: Record<EntityType, string> = {
  person: 'PER',
  place: 'LOC',
  organisation: 'ORG',
  product: 'PRO',
  work: 'WRK',
  law: 'WRK',
  event: 'EVT',
  group: 'GRP',
  other: 'MSC',
};

/** The mentions that the app shows, with their own types. */
export function fineNames({ blocks, starts, wordScores }: ParsedDocument): GoldName[] {
  const { mentions, entities } = findEntities(blocks, { titleBlock: null, wordScores: wordScores() });
  const typeOf = new Map(entities.map(({ id, type }) => [id, type]));
  return mentions.map(({ span, entity }) => {
    const start = starts.get(span.block)!;
    return { start: start + span.start, end: start + span.end, type: LABELS[typeOf.get(entity)!] };
  });
}
