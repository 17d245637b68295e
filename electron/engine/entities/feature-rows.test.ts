import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FeatureRows } from './feature-rows';
import { bytesOfBase64 } from './tagger-weights';

describe('FeatureRows', () => {
  it('answers as a map would', () => {
    const hash = fc.oneof(
      fc.nat({ max: 0xffffffff }),
      fc.nat({ max: 40 }).map((n) => n << 16),
    );
    fc.assert(
      fc.property(fc.uniqueArray(hash, { maxLength: 3000 }), fc.array(hash), (hashes, others) => {
        const rows = new FeatureRows(hashes);
        const map = new Map(hashes.map((h, row) => [h, row]));
        for (const h of [...hashes, ...others]) expect(rows.get(h)).toBe(map.get(h) ?? -1);
      }),
      { numRuns: 50 },
    );
  });
});

describe('bytesOfBase64', () => {
  it('reads back what was written', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect([...bytesOfBase64(Buffer.from(bytes).toString('base64'))]).toEqual([...bytes]);
      }),
    );
  });
});
