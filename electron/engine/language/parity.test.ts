import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { ParityTally } from '../../bench/language-parity';
import { loadEngineAssets } from '../../cli/assets';
import type { ParsedText } from './document';
import { createPipeline } from './pipeline';

/** One line of goldens/expected.jsonl; build/language/make-goldens.py describes and writes it. */
interface Golden {
  id: string;
  tokens: [number, string, boolean, string, string, string, string, number, string][];
  sentences: number[];
  names: [number, number, string][];
}

function readLines<T>(name: string): T[] {
  const file = readFileSync(new URL(`goldens/${name}`, import.meta.url), 'utf8');
  return file
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as T);
}

function expand(text: string, golden: Golden): ParsedText {
  const tokens = golden.tokens.map(([start, word, spaceAfter, tag, pos, lemma, morph, head, dep]) => {
    return { text: word, start, end: start + word.length, spaceAfter, tag, pos, lemma, morph, head, dep };
  });
  return {
    text,
    tokens,
    sentences: golden.sentences.map((first, i) => ({
      first,
      end: golden.sentences[i + 1] ?? tokens.length,
    })),
    names: golden.names.map(([first, end, label]) => ({ first, end, label })),
  };
}

describe('parity with spaCy on texts of our own', () => {
  const texts = readLines<{ id: string; text: string }>('texts.jsonl');
  const goldens = readLines<Golden>('expected.jsonl');
  const expected = goldens.map((golden, i) => expand(texts[i]!.text, golden));
  const tally = new ParityTally();
  let parsed: ParsedText[] = [];

  beforeAll(() => {
    const assets = loadEngineAssets();
    const pipeline = createPipeline(assets.languageModel, assets.languageKernel);
    parsed = pipeline.parseAll(texts.map(({ text }) => text));
    for (const [i, { id }] of texts.entries()) tally.add(id, expected[i]!, parsed[i]!);
  });

  it('has a golden for every text, and enough of them', () => {
    expect(goldens.map(({ id }) => id)).toEqual(texts.map(({ id }) => id));
    const news = goldens.filter(({ id }) => id.startsWith('news-'));
    expect(news.reduce((sum, { sentences }) => sum + sentences.length, 0)).toBeGreaterThanOrEqual(300);
    expect(tally.tokens).toBeGreaterThan(5900);
  });

  it('splits every text into the same tokens', () => {
    const tokensOf = ({ tokens }: ParsedText) =>
      tokens.map(({ start, end, text, spaceAfter }) => [start, end, text, spaceAfter]);
    expect(parsed.map(tokensOf)).toEqual(expected.map(tokensOf));
  });

  it('tags, attaches and lemmatises as spaCy does, and finds the same names and sentences', () => {
    const differences = tally.differences.join('\n');
    for (const key of ['tag', 'pos', 'lemma', 'morph', 'head', 'dep'] as const) {
      expect(tally.percent(key), `${key}:\n${differences}`).toBeGreaterThanOrEqual(99.8);
    }
    expect(tally.f1('names'), differences).toBeGreaterThanOrEqual(99.8);
    expect(tally.f1('sentences'), differences).toBeGreaterThanOrEqual(99.8);
  });

  it('notices what is different', () => {
    const text = 'Nora Bell left Oslo.';
    const parse = expand(text, {
      id: 'x',
      tokens: [[0, 'Nora', true, 'NNP', 'PROPN', 'Nora', '', 0, 'ROOT']],
      sentences: [0],
      names: [[0, 1, 'PERSON']],
    });
    const other = new ParityTally();
    other.add('x', parse, { ...parse, tokens: [{ ...parse.tokens[0]!, tag: 'NN' }], names: [] });
    expect([other.percent('tag'), other.percent('pos'), other.f1('names')]).toEqual([0, 100, 0]);
    expect(other.differences).toEqual(["tag of 'Nora' in x", 'names in x']);
  });
});
