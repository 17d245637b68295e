import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import type { Analysis, Block } from '../../contract';
import { pack as packLists } from '../../packing/pack';
import { unpack as unpackLists } from '../../packing/unpack';
import { pack, unpackJson } from '../pack';
import table from './dictionary.json';
import { storedAnalysis, travellingAnalysis } from './stored-analysis';

const TEXT = 'The ferry left Port Ellery on Monday, and Ida Holm said that nobody had been asked. ';
const blocks = Array.from({ length: 12 }, (_, n) => ({
  id: `b${n * 7919}x`,
  kind: 'paragraph',
  text: TEXT,
  marks: [],
}));
const json = unpackJson(pack(blocks as Block[]));

/** So many mentions as an article of some length has. */
function analysisOf(mentions: number): Analysis {
  const span = (n: number) => ({ block: blocks[n % 12]?.id, start: 15, end: 26 });
  return {
    engineVersion: '1',
    article: 'a'.repeat(64),
    sentences: blocks.map((_, n) => ({ ...span(n), start: 0, end: 83 })),
    mentions: Array.from({ length: mentions }, (_, n) => ({
      ...{ id: `m${n}`, span: span(n), text: 'Port Ellery', entity: `e${n % 5}` },
    })),
    entities: [],
  } as unknown as Analysis;
}

it.each([0, 3, 700])('an analysis with %s mentions comes back as it was, in fewer bytes', (mentions) => {
  const packed = packLists(analysisOf(mentions));
  const stored = storedAnalysis(packed, json);
  const back = travellingAnalysis(stored, json);
  expect(back && unpackLists(back)).toEqual(analysisOf(mentions));
  expect(stored.length).toBeLessThan(packed.length * 0.8);
});

it('what was kept as it travels is given as it is', () => {
  const packed = packLists(analysisOf(3));
  expect(travellingAnalysis(packed, json)).toBe(packed);
});

it('what is not whole, or belongs to other blocks, is none', () => {
  const stored = storedAnalysis(packLists(analysisOf(40)), json);
  expect(travellingAnalysis(stored.subarray(0, stored.length - 9), json)).toBeNull();
  expect(
    travellingAnalysis(
      stored.map((byte, at) => (at === 0 ? 9 : byte)),
      json,
    ),
  ).toBeNull();
  expect(travellingAnalysis(new Uint8Array(), json)).toBeNull();
});

it('the dictionary is what it was when form 3 began: without it nothing kept can be read', () => {
  const hash = createHash('sha256').update(table.article).update(table.analysis).digest('hex');
  expect(hash).toBe('aadfa0e7110c99d232f230d61353748f2e6ec35ea16e5de52e4f7a2ac3811ea7');
});
