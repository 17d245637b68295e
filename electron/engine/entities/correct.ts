import type { Correction, CorrectionChange, Entity, Mention } from '../../contract';
import type { EntityResult, ParsedBlock } from '../stages';
import { applyChange } from './correct/changes';
import { draftOf, type EntityDraft } from './correct/draft';
import { shareSentences } from './together';

export const ABOUT_ENTITIES: ReadonlySet<CorrectionChange['kind']> = new Set([
  'mergeEntities',
  'keepApart',
  'splitEntity',
  'renameEntity',
  'retypeEntity',
  'notAnEntity',
  'addEntity',
]);

/**
 * Applies what a person changed about entities, in order; later ones win. Pure: undo is to leave the last one out.
 * Objects are found by name, so corrections outlive a new analysis; one whose object is not there changes nothing.
 * Mentions stay in reading order and disjoint, and each belongs to one entity. `unapplied` names the corrections that
 * found nothing to change.
 */
export function applyEntityCorrections(
  result: EntityResult,
  blocks: readonly ParsedBlock[],
  corrections: readonly Correction[],
): EntityResult & { unapplied: string[] } {
  const aboutEntities = corrections.filter(({ change }) => ABOUT_ENTITIES.has(change.kind));
  if (aboutEntities.length === 0) return { ...result, unapplied: [] };
  const draft = draftOf(result, blocks);
  const unapplied = aboutEntities.filter(({ change }) => !applyChange(draft, change)).map(({ id }) => id);
  return { ...finish(draft, blocks), unapplied };
}

function finish(draft: EntityDraft, blocks: readonly ParsedBlock[]): EntityResult {
  const order = new Map(blocks.map(({ id }, index) => [id, index]));
  const mentions = [...draft.mentions.values()].sort(
    (a, b) => order.get(a.span.block)! - order.get(b.span.block)! || a.span.start - b.span.start,
  );
  const position = new Map(mentions.map(({ id }, index) => [id, index]));
  const entities = [...draft.entities.values()].map((entity) => ({
    ...entity,
    mentions: [...entity.mentions].sort((a, b) => position.get(a)! - position.get(b)!),
  }));
  entities.sort((a, b) => position.get(a.mentions[0]!)! - position.get(b.mentions[0]!)!);
  for (const entity of entities) if (entity.place && !draft.entities.has(entity.place)) delete entity.place;
  shareAgain(entities, mentions, blocks);
  const suggestedMerges = draft.suggestedMerges.filter(
    ({ a, b }) => draft.entities.has(a) && draft.entities.has(b),
  );
  return { mentions, entities, suggestedMerges };
}

/** Counts anew which entities share sentences. */
function shareAgain(entities: Entity[], mentions: readonly Mention[], blocks: readonly ParsedBlock[]): void {
  const number = new Map(entities.map(({ id }, index) => [id, index]));
  const byBlock = new Map<string, Mention[]>();
  for (const mention of mentions) {
    const list = byBlock.get(mention.span.block);
    if (list) list.push(mention);
    else byBlock.set(mention.span.block, [mention]);
  }
  const sentences: Set<number>[] = [];
  for (const { id, parsed } of blocks) {
    const inBlock = byBlock.get(id) ?? [];
    let next = 0;
    for (const { end } of parsed.sentences) {
      const until = parsed.tokens[end - 1]?.end ?? 0;
      const named = new Set<number>();
      while (next < inBlock.length && inBlock[next]!.span.start < until) {
        named.add(number.get(inBlock[next++]!.entity)!);
      }
      sentences.push(named);
    }
  }
  for (const [index, rows] of shareSentences(sentences, entities.length).entries()) {
    entities[index]!.together = rows.map((row) => ({
      entity: entities[row.entity]!.id,
      sentences: row.sentences,
    }));
  }
}
