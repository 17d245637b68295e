import type { Entity, EntityType, Mention } from '../../contract';
import { findEntities } from '../../engine/entities/find';
import { findReferences } from '../../engine/entities/references/find';
import type { Predictor } from './answer-line';
import { createPlainParser } from './parsed-blocks';

/** An entity's type in the four classes that name scorers know. */
export const CLASS_OF_TYPE: Record<EntityType, string> = {
  person: 'PER',
  place: 'LOC',
  organisation: 'ORG',
  group: 'MISC',
  event: 'MISC',
  product: 'MISC',
  law: 'MISC',
  work: 'MISC',
  other: 'MISC',
};

/** A mention with its offsets in the whole text, UTF-16 units. */
export interface PredictedName {
  start: number;
  end: number;
  type: string;
  /** Id of the entity it names, unique within the document. */
  entity: string;
}

/** The mentions or references that the app shows, as rows over the whole text, in reading order. */
export function predictedNames(
  {
    mentions,
    entities,
  }: { mentions: readonly Pick<Mention, 'span' | 'entity'>[]; entities: readonly Entity[] },
  starts: ReadonlyMap<string, number>,
): PredictedName[] {
  const typeOf = new Map(entities.map(({ id, type }) => [id, type]));
  return mentions.map(({ span, entity }) => {
    const start = starts.get(span.block) ?? 0;
    return {
      start: start + span.start,
      end: start + span.end,
      type: CLASS_OF_TYPE[typeOf.get(entity)!],
      entity,
    };
  });
}

/**
 * `{"id","text"}` -> `{"id","entities":[{"start","end","type","entity"}]}`.
 * `--references` adds mentions that are no names ("he", "the company"), `"name": false`; names then have `"name": true`.
 * `--tokens` writes the tokens a second reached (language and entities) to standard error at the end.
 */
export async function createPredictor(flags: string[]): Promise<Predictor> {
  const parse = createPlainParser(flags);
  let tokens = 0;
  let milliseconds = 0;
  if (flags.includes('--tokens')) {
    process.on('exit', () => {
      process.stderr.write(`${tokens} tokens, ${Math.round((tokens * 1000) / milliseconds)} tokens/s\n`);
    });
  }
  const withReferences = flags.includes('--references');
  return ({ text }) => {
    const started = performance.now();
    const { blocks, starts, wordScores } = parse(String(text ?? ''));
    const result = findEntities(blocks, { titleBlock: null, wordScores: wordScores() });
    milliseconds += performance.now() - started;
    for (const { parsed } of blocks) tokens += parsed.tokens.length;
    const names = predictedNames(result, starts);
    if (!withReferences) return { entities: names };
    const { references } = findReferences(blocks, result, { titleBlock: null });
    const tied = predictedNames({ ...result, mentions: references }, starts);
    const all = [
      ...names.map((row) => ({ ...row, name: true })),
      ...tied.map((row) => ({ ...row, name: false })),
    ];
    return { entities: all.sort((a, b) => a.start - b.start) };
  };
}
