import { describe, expect, it } from 'vitest';
import { createPredictor, predictedNames } from '../cli/predict/entities';
import { createPlainParser } from '../cli/predict/parsed-blocks';
import { findEntities } from '../engine/entities/find';
import { parseDocuments } from './entity-data';

/** A headline without a full stop, lines that are sentences, and a paragraph wrapped at a width. */
const TEXT = [
  'Storm closes Derwent Bridge',
  'Monday, 4 March 2019',
  'Roads were shut in Hobart, Launceston and Devonport between July and December.',
  'Tasmania was spared by the second storm, said Nora Bell of the University of Tasmania.',
  '',
  'The Launceston Chamber of Commerce said that the bridge would stay shut until the',
  'engineers of Acme Corp had looked at it. Bell agreed.',
].join('\n');

describe('what the benchmark scores', () => {
  it('is what the predictor prints for the same text', async () => {
    const predict = await createPredictor([]);
    const [document] = parseDocuments([{ id: 'a', text: TEXT, entities: [] }], createPlainParser([]));
    const { blocks, starts, wordScores } = document!;
    const names = predictedNames(
      findEntities(blocks, { titleBlock: null, wordScores: wordScores() }),
      starts,
    );
    expect(names.length).toBeGreaterThan(5);
    expect(predict({ id: 'a', text: TEXT })).toEqual({ entities: names });
  });

  it('has no sentence that runs over the end of a line, unless the line was wrapped', () => {
    const [document] = parseDocuments([{ id: 'a', text: TEXT, entities: [] }], createPlainParser([]));
    const [lines, wrapped] = document!.blocks.map(({ parsed: { text, tokens, sentences } }) =>
      sentences.map(({ first, end }) => text.slice(tokens[first]!.start, tokens[end - 1]!.end)),
    );
    expect(lines!.filter((sentence) => sentence.includes('\n'))).toEqual([]);
    expect(wrapped!.filter((sentence) => sentence.includes('\n'))).toHaveLength(1);
  });
});
