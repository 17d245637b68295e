import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadEngineAssets } from '../../cli/assets';
import { createPipeline } from './pipeline';

const assets = loadEngineAssets();
const pipeline = createPipeline(assets.languageModel, assets.languageKernel);

describe('the English pipeline', () => {
  it('finds tokens, tags, heads, sentences and names, with offsets into the text', () => {
    const parsed = pipeline.parse(
      "Mayor Ana Silva reopened the bridge 🌉 in Porto on 3 May 2019. She didn't wait.",
    );
    const words = parsed.tokens.map((token) => parsed.text.slice(token.start, token.end));
    expect(words).toEqual(parsed.tokens.map((token) => token.text));
    expect(parsed.sentences.map(({ first }) => words[first])).toEqual(['Mayor', 'She']);
    expect(parsed.names.map(({ first, end, label }) => [words.slice(first, end).join(' '), label])).toEqual([
      ['Ana Silva', 'PERSON'],
      ['Porto', 'GPE'],
      ['3 May 2019', 'DATE'],
    ]);
    const verb = parsed.tokens.find((token) => token.text === 'reopened')!;
    expect(verb).toMatchObject({ tag: 'VBD', pos: 'VERB', lemma: 'reopen', dep: 'ROOT' });
    expect(parsed.tokens.find((token) => token.text === "n't")).toMatchObject({ lemma: 'not', dep: 'neg' });
  });

  it('gives a text the same analysis alone and among others', () => {
    const texts = ['The council met on Monday.', '', 'Prices rose by 4 %, said Acme Corp.', ' \n ', 'No.'];
    expect(pipeline.parseAll(texts)).toEqual(texts.map((text) => pipeline.parse(text)));
  });

  it('stops when progress throws', () => {
    const stop = (): never => {
      throw new Error('cancelled');
    };
    expect(() => pipeline.parseAll(['One.', 'Two.'], stop)).toThrow('cancelled');
    expect(pipeline.parse('One.').tokens).toHaveLength(2);
  });
});

/** Our own texts; together more than one batch, and of more than one window of the encoder. */
const goldens = readFileSync(new URL('goldens/texts.jsonl', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => (JSON.parse(line) as { text: string }).text);

describe('a text parsed beside others', () => {
  const alone = goldens.map((text) => pipeline.parse(text));

  it('has the same analysis whatever was parsed before it', () => {
    const other = createPipeline(assets.languageModel, assets.languageKernel);
    const backwards = [...goldens].reverse().map((text) => other.parse(text));
    expect(backwards.reverse()).toEqual(alone);
  });

  it('has the same analysis wherever it lies in a batch', () => {
    expect(pipeline.parseAll(goldens)).toEqual(alone);
    const shifted = ['One more, before the others.', ...goldens];
    expect(pipeline.parseAll(shifted).slice(1)).toEqual(alone);
    expect(pipeline.parseAll([...goldens].reverse()).reverse()).toEqual(alone);
  });
});

describe('what always holds', () => {
  const word = fc.constantFrom(
    'The',
    'mayor',
    'Oslo',
    'said',
    '"',
    '.',
    ',',
    '\n',
    '  ',
    '😀',
    "isn't",
    '1990',
    '\ud83d',
  );
  it('tokens lie in order in the text, sentences cover them, heads and names lie among them', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(word, fc.string({ unit: 'binary' }))), (parts) => {
        const text = parts.join(' ');
        const { tokens, sentences, names } = pipeline.parse(text);
        let at = 0;
        for (const token of tokens) {
          expect(token.start).toBeGreaterThanOrEqual(at);
          expect(text.slice(token.start, token.end)).toBe(token.text);
          expect(tokens[token.head]).toBeDefined();
          at = token.end;
        }
        const ends = sentences.map(({ end }) => end);
        expect(sentences.map(({ first }) => first)).toEqual(ends.length > 0 ? [0, ...ends.slice(0, -1)] : []);
        expect(ends.at(-1) ?? 0).toBe(tokens.length);
        for (const { first, end } of names) expect(tokens.slice(first, end)).toHaveLength(end - first);
      }),
      { numRuns: 60 },
    );
  });

  it('does not change when the same text comes again', () => {
    const text = 'Ana met Bo in Rome on Monday. They left.';
    const first = pipeline.parse(text);
    pipeline.parse('Quite another text, about Lima.');
    expect(pipeline.parse(text)).toEqual(first);
  });
});
