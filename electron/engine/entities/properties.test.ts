import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { doublingFactor } from '../../build/growth';
import { loadEngineAssets } from '../../cli/assets';
import type { LanguagePipeline } from '../language/document';
import { createPipeline } from '../language/pipeline';
import type { EntityResult, ParsedBlock } from '../stages';
import { findEntities } from './find';

let pipeline: LanguagePipeline;
beforeAll(() => {
  const { languageModel, languageKernel } = loadEngineAssets();
  pipeline = createPipeline(languageModel, languageKernel);
});

function blocksOf(texts: readonly string[]): ParsedBlock[] {
  return pipeline.parseAll(texts).map((parsed, i) => ({ id: `b${i + 1}`, kind: 'paragraph', parsed }));
}

/** Pieces that news is made of, and some that it should not be made of. */
const PIECES = [
  'Mr',
  'Dr',
  'President',
  'Maria',
  'Keller',
  'K.',
  'de',
  'al',
  'al-Rashid',
  'Oslo',
  'New York',
  'the',
  'The',
  'of',
  'United Nations',
  '(UN)',
  'UN',
  'Bank',
  'Norwegian',
  'Norwegians',
  'said',
  'met',
  'in',
  'near',
  'Near',
  ',',
  '.',
  '(',
  ')',
  '“',
  '”',
  '’s',
  "'s",
  '#Oslo',
  '@keller',
  'T-72',
  'NEW',
  'YORK',
  'STORM',
  '\n',
  '\n\n',
  '  ',
  'info@example.org',
  'https://example.org/a',
  '🌉',
  'é',
  'Łódź',
  '1996',
  '—',
  '-',
  'Secretary',
  'Group',
  'and',
  '\u200f',
  '\u0301',
];

function expectSound({ mentions, entities }: EntityResult, blocks: readonly ParsedBlock[]): void {
  const order = new Map(blocks.map(({ id }, i) => [id, i]));
  let last = { block: -1, end: 0 };
  for (const { span, text } of mentions) {
    const block = order.get(span.block)!;
    const whole = blocks[block]!.parsed.text;
    expect(span.start).toBeGreaterThanOrEqual(block === last.block ? last.end : 0);
    expect(block).toBeGreaterThanOrEqual(last.block);
    expect(span.end).toBeGreaterThan(span.start);
    expect(span.end).toBeLessThanOrEqual(whole.length);
    expect(whole.slice(span.start, span.end)).toBe(text);
    last = { block, end: span.end };
  }
  const owned = entities.flatMap((entity) => entity.mentions);
  expect(new Set(owned).size).toBe(owned.length);
  expect([...owned].sort()).toEqual(mentions.map(({ id }) => id).sort());
  const ids = new Set(entities.map(({ id }) => id));
  expect(ids.size).toBe(entities.length);
  for (const entity of entities) {
    expect(entity.mentions.length).toBeGreaterThan(0);
    expect(entity.name.trim()).not.toBe('');
    for (const id of entity.mentions) expect(mentions.find((m) => m.id === id)!.entity).toBe(entity.id);
    for (const other of entity.together) {
      expect(ids.has(other.entity)).toBe(true);
      expect(other.entity).not.toBe(entity.id);
    }
    for (const { span, text } of entity.roles) {
      const whole = blocks[order.get(span.block)!]!.parsed.text;
      expect(whole.slice(span.start, span.end).replace(/\s+/g, ' ')).toBe(text);
    }
    for (const alias of entity.aliases) {
      expect(alias.reason).not.toBe('');
      expect(alias.name).not.toBe(entity.name);
    }
    if (entity.place) expect(ids.has(entity.place)).toBe(true);
  }
}

describe('whatever the text', () => {
  it('gives mentions inside blocks, disjoint, in order, each of one entity, the same every time', () => {
    const text = fc.array(fc.constantFrom(...PIECES), { maxLength: 30 }).map((pieces) => pieces.join(' '));
    fc.assert(
      fc.property(fc.array(text, { maxLength: 4 }), (texts) => {
        const blocks = blocksOf(texts);
        const result = findEntities(blocks, { titleBlock: null });
        expectSound(result, blocks);
        expect(findEntities(blocks, { titleBlock: null })).toEqual(result);
      }),
      { numRuns: 150 },
    );
  });

  it('needs no more than its share of time when names are many and all different', () => {
    const syllables = ['ba', 'ke', 'lo', 'mi', 'nu', 'ra', 'se', 'to', 'vi', 'zu', 'dar', 'fel'];
    const names = syllables.flatMap((a) => syllables.flatMap((b) => syllables.map((c) => a + b + c)));
    const paragraph = (some: string[]): string =>
      some
        .map((n) => `Anna ${n[0]!.toUpperCase()}${n.slice(1)} met Mr ${n[0]!.toUpperCase()}${n.slice(1)}.`)
        .join(' ');
    const texts: string[] = [];
    for (let i = 0; i < names.length; i += 9) texts.push(paragraph(names.slice(i, i + 9)));
    const blocks = blocksOf(texts);
    const half = blocks.slice(0, blocks.length / 2);
    const work = (some: ParsedBlock[]) => () => void findEntities(some, { titleBlock: null });
    expect(doublingFactor(work(half), work(blocks), 3)).toBeLessThanOrEqual(3);
  });
});
