import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
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

/** Of the tokens both have, the share with the same value, in percent; tokens are matched by their place. */
class Tally {
  readonly same = { token: 0, space: 0, tag: 0, pos: 0, lemma: 0, morph: 0, head: 0, dep: 0 };
  total = 0;
  readonly differences: string[] = [];

  add(golden: Golden, parsed: ParsedText): void {
    const byStart = new Map(parsed.tokens.map((token) => [token.start, token]));
    this.total += golden.tokens.length;
    for (const [start, text, space, tag, pos, lemma, morph, head, dep] of golden.tokens) {
      const token = byStart.get(start);
      if (token?.text !== text) {
        this.differences.push(`${golden.id}: token ${text}`);
        continue;
      }
      this.same.token += 1;
      const headStart = golden.tokens[head]?.[0];
      const equal = {
        space: token.spaceAfter === space,
        tag: token.tag === tag,
        pos: token.pos === pos,
        lemma: token.lemma === lemma,
        morph: token.morph === morph,
        head: parsed.tokens[token.head]?.start === headStart,
        dep: token.dep === dep,
      };
      for (const key of Object.keys(equal) as (keyof typeof equal)[]) {
        if (equal[key]) this.same[key] += 1;
        else this.differences.push(`${golden.id}: ${key} of ${text}`);
      }
    }
  }

  percent(key: keyof Tally['same']): number {
    return (100 * this.same[key]) / this.total;
  }
}

/** F1 in percent over all texts. */
function f1(pairs: { golden: string[]; parsed: string[] }[]): number {
  let both = 0;
  let all = 0;
  for (const { golden, parsed } of pairs) {
    const wanted = new Set(golden);
    both += parsed.filter((item) => wanted.has(item)).length;
    all += golden.length + parsed.length;
  }
  return (200 * both) / all;
}

describe('parity with spaCy on texts of our own', () => {
  const texts = readLines<{ id: string; text: string }>('texts.jsonl');
  const goldens = readLines<Golden>('expected.jsonl');
  const tally = new Tally();
  let parsed: ParsedText[] = [];

  beforeAll(() => {
    const assets = loadEngineAssets();
    const pipeline = createPipeline(assets.languageModel, assets.languageKernel);
    parsed = pipeline.parseAll(texts.map(({ text }) => text));
    for (const [i, golden] of goldens.entries()) tally.add(golden, parsed[i]!);
  });

  it('has a golden for every text, and enough of them', () => {
    expect(goldens.map(({ id }) => id)).toEqual(texts.map(({ id }) => id));
    const news = goldens.filter(({ id }) => id.startsWith('news-'));
    expect(news.reduce((sum, { sentences }) => sum + sentences.length, 0)).toBeGreaterThanOrEqual(300);
    expect(tally.total).toBeGreaterThan(5900);
  });

  it('splits every text into the same tokens', () => {
    const mine = parsed.map(({ tokens }) => tokens.map(({ start, text }) => [start, text]));
    expect(mine).toEqual(goldens.map(({ tokens }) => tokens.map(([start, text]) => [start, text])));
    expect(tally.percent('space')).toBe(100);
  });

  it('tags, attaches and lemmatises as spaCy does', () => {
    const context = tally.differences.join('\n');
    expect(tally.percent('tag'), context).toBeGreaterThanOrEqual(99.9);
    expect(tally.percent('head'), context).toBeGreaterThanOrEqual(99.8);
    expect(tally.percent('dep'), context).toBeGreaterThanOrEqual(99.8);
    expect(tally.percent('pos'), context).toBeGreaterThanOrEqual(99.9);
    expect(tally.percent('lemma'), context).toBeGreaterThanOrEqual(99.9);
    expect(tally.percent('morph'), context).toBeGreaterThanOrEqual(99.9);
  });

  it('finds the same sentences and names', () => {
    const sentences = goldens.map((golden, i) => ({
      golden: golden.sentences.map(String),
      parsed: parsed[i]!.sentences.map(({ first }) => String(first)),
    }));
    const names = goldens.map((golden, i) => ({
      golden: golden.names.map(String),
      parsed: parsed[i]!.names.map(({ first, end, label }) => `${first},${end},${label}`),
    }));
    expect(f1(sentences)).toBeGreaterThanOrEqual(99.8);
    expect(f1(names)).toBeGreaterThanOrEqual(99.8);
  });
});
