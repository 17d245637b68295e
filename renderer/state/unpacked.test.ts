import { expect, it } from 'vitest';
import type { Analysis } from '../../electron/contract';
import { pack } from '../../electron/packing/pack';
import { failure } from './bridge';
import { unpackedInSlices } from './unpacked';

const sentences = Array.from({ length: 40_000 }, (_, n) => ({ block: `b${n >> 2}`, start: 0, end: n }));
const analysis = { engineVersion: 'test', sentences, unapplied: [] } as unknown as Analysis;

it('unpacks what main answers, and lets other work in between', async () => {
  let turns = 0;
  const other = setInterval(() => {
    turns += 1;
  });
  expect(await unpackedInSlices(pack(analysis), () => true)).toEqual(analysis);
  clearInterval(other);
  expect(turns).toBeGreaterThan(0);
});

it('stops when nobody waits for it any more', async () => {
  expect(await unpackedInSlices(pack(analysis), () => false)).toBeNull();
  expect(failure.value).toBeNull();
});

it('tells when it cannot be read', async () => {
  expect(await unpackedInSlices(pack(analysis).subarray(0, 1_000), () => true)).toBeNull();
  expect(failure.value).toMatchObject({ code: 'internal', waysOut: ['copy-details'] });
});
