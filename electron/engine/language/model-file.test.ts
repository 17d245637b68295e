import { describe, expect, it } from 'vitest';
import { loadEngineAssets } from '../../cli/assets';
import { EngineError } from '../errors';
import { readModelFile } from './model-file';

const { languageModel } = loadEngineAssets();

describe('the model file', () => {
  it('stays below 8 MB', () => {
    expect(languageModel.length).toBeLessThan(8_000_000);
  });

  it('gives tensors by name and shape, and no others', () => {
    const file = readModelFile(languageModel);
    const table = file.tensor('tok2vec.embed.0', 5000, 96);
    expect(table).toMatchObject({ type: 'f16', count: 480_000 });
    expect(table.bytes).toHaveLength(960_000);
    expect(() => file.tensor('tok2vec.embed.0', 96, 5000)).toThrow(EngineError);
    expect(() => file.tensor('tok2vec.embed.9', 5000, 96)).toThrow(EngineError);
  });

  it('holds the tables the components expect', () => {
    const { tags, parserMoves, nameMoves, attributeRules } = readModelFile(languageModel).tables;
    expect([tags.length, parserMoves.length, nameMoves.length, attributeRules.length]).toEqual([
      50, 106, 74, 179,
    ]);
    expect([parserMoves[0], parserMoves.at(-1)]).toEqual([
      [0, ''],
      [4, 'ROOT'],
    ]);
    expect([nameMoves[0], nameMoves.at(-1)]).toEqual([
      [1, 'ORG'],
      [5, ''],
    ]);
  });

  it.each([
    ['empty', new Uint8Array()],
    ['another file', new TextEncoder().encode('<html><body>not a model</body></html>')],
    ['cut in the header', languageModel.subarray(0, 500)],
    ['cut near the end', languageModel.subarray(0, 7_600_000)],
  ])('says that a damaged file is damaged: %s', (_, bytes) => {
    expect(() => readModelFile(bytes)).toThrow(EngineError);
  });
});
