import { describe, expect, it } from 'vitest';
import { toHalf } from './model-writer.mjs';
import { decodeMessage } from './msgpack.mjs';
import { toJavaScriptPattern } from './python-pattern.mjs';
import { stringId } from './string-id.mjs';
import { quantiseWindow } from './window-quantisation.mjs';

describe('the model conversion', () => {
  it('decodes MessagePack: 64-bit keys, binary keys, negative and floating numbers', () => {
    const bytes = [0x83, 0xcf, 0xff, 0, 0, 0, 0, 0, 0, 1, 0xa1, 0x61, 0xc4, 2, 0x6e, 0x64, 0xc3, 0xa1, 0x78];
    const list = [0x93, 0xff, 0xcb, 0x3f, 0xf8, 0, 0, 0, 0, 0, 0, 0xc0];
    const map = decodeMessage(new Uint8Array([...bytes, ...list]));
    expect(map).toEqual(
      new Map<unknown, unknown>([
        [0xff00000000000001n, 'a'],
        ['nd', true],
        ['x', [-1, 1.5, null]],
      ]),
    );
    expect(() => decodeMessage(new Uint8Array([0xc1]))).toThrow('0xc1');
  });

  it('rewrites Python patterns', () => {
    expect(toJavaScriptPattern(String.raw`(?u)^\'\!\-[\w\-]\d\U0001F300\.`)).toBe(
      String.raw`^'!-[\p{L}\p{N}_\-]\p{Nd}\u{1F300}\.`,
    );
    const notSpace = new RegExp(`^${toJavaScriptPattern(String.raw`\S+`)}$`, 'u');
    expect([notSpace.test('\ufeff'), notSpace.test('a\u0085b'), notSpace.test('\u001c')]).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('rounds to the nearest half, ties to even', () => {
    const halves = [1, -2, 65504, 2 ** -24, 2 ** -25, 1 + 2 ** -11, 1 + 3 * 2 ** -11, 0.1].map(toHalf);
    expect(halves).toEqual([0x3c00, 0xc000, 0x7bff, 1, 0, 0x3c00, 0x3c02, 0x2e66]);
    expect(() => toHalf(70_000)).toThrow('does not fit');
  });

  it('keeps the numbers of reserved names', () => {
    expect([stringId(''), stringId('X'), stringId('acl'), stringId('apple')]).toEqual([
      0n,
      101n,
      451n,
      8566208034543834098n,
    ]);
  });

  it('quantises a window layer so that its sums come back and never leave 32 bits', () => {
    const random = (i: number): number => Math.sin(i * 12.9898) * 0.8;
    const weights = Float32Array.from({ length: 4 * 288 }, (_, i) => random(i));
    const gain = Float32Array.from({ length: 96 }, (_, i) => 1 + random(i + 5000) / 2);
    const shift = Float32Array.from({ length: 96 }, (_, i) => random(i + 9000) / 4);
    const { weights: whole, inputScale, outputScale } = quantiseWindow(weights, [{ gain, shift }]);
    // A vector of mean 0 and variance 1 that pulls output 0 as far as it can.
    const pull = Float32Array.from({ length: 96 }, (_, j) => weights[j]! * gain[j]!);
    const mean = pull.reduce((a, b) => a + b) / 96;
    const deviation = Math.sqrt(pull.reduce((sum, v) => sum + (v - mean) ** 2, 0) / 96);
    const row = pull.map((v, j) => ((v - mean) / deviation) * gain[j]! + shift[j]!);
    for (let o = 0; o < 4; o += 1) {
      let [exact, sum, most] = [0, 0, 0];
      for (let i = 0; i < 288; i += 1) {
        exact += weights[o * 288 + i]! * row[i % 96]!;
        const input = Math.round(row[i % 96]! * inputScale[i % 96]!);
        expect(Math.abs(input)).toBeLessThanOrEqual(32767);
        sum += whole[o * 288 + i]! * input;
        most = Math.max(most, Math.abs(sum));
      }
      expect(most).toBeLessThan(2 ** 31);
      expect(sum * outputScale[o]!).toBeCloseTo(exact, 1);
    }
  });
});
