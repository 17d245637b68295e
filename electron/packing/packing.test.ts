import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pack } from './pack';
import { isPacked, UnpackingError, unpack, unpacking } from './unpack';

const whole = { name: 'Port Ellery', numbers: Array.from({ length: 1_000 }, (_, n) => ({ n })), none: [] };

describe('packing', () => {
  it('gives back what was packed', () => {
    const anything = fc.dictionary(
      fc.string(),
      fc.oneof(
        fc.json().map((text) => JSON.parse(text)),
        fc.array(fc.json(), { maxLength: 400 }),
      ),
      { noNullPrototype: true },
    );
    fc.assert(
      fc.property(anything, (value) => {
        expect(unpack(pack(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
      { numRuns: 60 },
    );
  });

  it('stops between parts, so that a long list can be unpacked in between other work', () => {
    const steps = [...unpacking(pack(whole))];
    expect(steps.length).toBeGreaterThan(5);
  });

  it('refuses what is cut off, changed, of another form or nothing at all', () => {
    const packed = pack(whole);
    const broken = [
      new Uint8Array(),
      packed.subarray(0, packed.length - 1),
      packed.subarray(0, 5),
      packed.with(0, 1),
      packed.with(1, 255),
      Uint8Array.from(packed).fill(255, 15, 40),
    ];
    for (const bytes of broken) expect(() => unpack(bytes)).toThrow(UnpackingError);
    expect(broken.slice(0, 5).map(isPacked)).toEqual([false, false, false, false, false]);
    expect(isPacked(packed)).toBe(true);
  });

  it('takes no more room than a part said it needs', () => {
    const packed = pack({ text: 'x'.repeat(100_000) });
    const view = new DataView(packed.buffer);
    view.setUint32(5, 100, true);
    expect(() => unpack(packed)).toThrow(UnpackingError);
    view.setUint32(5, 2 ** 31, true);
    expect(() => unpack(packed)).toThrow(UnpackingError);
  });

  it('takes a list only under a name the object has', () => {
    expect(unpack(pack({ ['__proto__']: [1], a: [2] }))).toEqual({ ['__proto__']: [1], a: [2] });
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });
});
