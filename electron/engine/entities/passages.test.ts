import { expect, it } from 'vitest';
import { createPlainParser } from '../../cli/predict/parsed-blocks';
import { findEntities } from './find';
import passages from './passages/entities.json';

/**
 * Passages of our own, each with the entities a reader finds in it, as "type name: mention | mention ...", in the order
 * of their first mentions. To add one, write what is right, not what comes out; what is read wrongly today has no place
 * here.
 */
const parse = createPlainParser([]);

function entitiesOf(text: string): string[] {
  const { blocks, wordScores } = parse(text);
  const found = findEntities(blocks, { titleBlock: null, wordScores: wordScores() });
  const words = new Map(found.mentions.map(({ id, text: mention }) => [id, mention]));
  return found.entities.map(
    ({ type, name, mentions }) => `${type} ${name}: ${mentions.map((id) => words.get(id)).join(' | ')}`,
  );
}

const cases = Object.entries(passages).flatMap(([kind, table]) =>
  Object.entries(table).map(([passage, expected]) => ({ kind, passage, expected })),
);

it.each(cases)('$kind: $passage', ({ passage, expected }) => {
  expect(entitiesOf(passage)).toEqual(expected);
});
