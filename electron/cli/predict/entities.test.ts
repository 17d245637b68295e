import { describe, expect, it } from 'vitest';
import { findEntities } from '../../engine/entities/find';
import { createPredictor, type PredictedName } from './entities';
import { createPlainParser } from './parsed-blocks';

const TEXT =
  'Nora Bell teaches at the University of Texas in Austin.\n\nThe Bank of England in London wrote to Bell. ' +
  'Texas did not answer, nor did England.';

describe('the predictor of entities', () => {
  it('says what the app shows: one row for each mention, and none within another', async () => {
    const predict = await createPredictor([]);
    const { entities } = predict({ id: 'a', text: TEXT }) as { entities: PredictedName[] };
    const { blocks, wordScores } = createPlainParser([])(TEXT);
    const shown = findEntities(blocks, { titleBlock: null, wordScores: wordScores() }).mentions;
    expect(entities.map(({ start, end }) => TEXT.slice(start, end))).toEqual(shown.map(({ text }) => text));
    expect(entities.map(({ entity }) => entity)).toEqual(shown.map(({ entity }) => entity));
    for (const [i, { start }] of entities.entries()) {
      expect(start).toBeGreaterThanOrEqual(entities[i - 1]?.end ?? 0);
    }
  });

  it('gives offsets in the whole text and the four classes', async () => {
    const predict = await createPredictor([]);
    const { entities } = predict({ id: 'a', text: TEXT }) as { entities: PredictedName[] };
    const rows = entities.map(({ start, end, type }) => `${TEXT.slice(start, end)} ${type}`);
    expect(rows).toContain('University of Texas ORG');
    expect(rows).toContain('London LOC');
    expect(rows).toContain('Nora Bell PER');
  });
});
