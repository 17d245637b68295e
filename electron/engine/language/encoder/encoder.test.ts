import { describe, expect, it } from 'vitest';
import { loadEngineAssets } from '../../../cli/assets';
import { NumericKernel } from '../numeric-kernel';
import { Encoder, type EncoderInput } from './encoder';
import { PIECE } from './word-pieces';

const { nameEncoder, languageKernel } = loadEngineAssets();
const encoder = new Encoder(nameEncoder, languageKernel);

function inputOf(text: string, wanted?: number[]): EncoderInput {
  const words = text.split(' ');
  const pieces: number[] = [PIECE.opens];
  const firsts = words.map((word) => {
    const at = pieces.length;
    pieces.push(...encoder.vocabulary.pieces(word));
    return at;
  });
  pieces.push(PIECE.ends);
  return { pieces, evidence: pieces.map(() => []), wanted: wanted ? wanted.map((i) => firsts[i]!) : firsts };
}

describe('the encoder', () => {
  const text = 'angela merkel met the heads of microsoft in paris on monday';

  it('gives the same scores for a word whichever others are asked about', () => {
    const all = encoder.run(inputOf(text));
    const some = encoder.run(inputOf(text, [1, 8]));
    const { tags } = encoder;
    for (const [row, word] of [1, 8].entries()) {
      for (let tag = 0; tag < tags; tag++)
        expect(some[row * tags + tag]).toBeCloseTo(all[word * tags + tag]!, 3);
    }
  });

  it('keeps nothing between calls', () => {
    const before = encoder.run(inputOf(text));
    encoder.run(inputOf(Array.from({ length: 60 }, (_, i) => `word${i}`).join(' ')));
    expect(encoder.run(inputOf(text))).toEqual(before);
  });
});

/** The kernel's layers beside the same in plain numbers. */
describe('the kernel of the encoder', () => {
  const random = (() => {
    let state = 1;
    return () => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return state / 2 ** 31 - 1;
    };
  })();
  const values = (count: number): number[] => Array.from({ length: count }, random);
  const kernel = new NumericKernel(languageKernel);
  const place = (numbers: number[]): number => {
    const address = kernel.allocate(numbers.length * 4);
    kernel.floats.set(numbers, address / 4);
    return address;
  };

  it('multiplies rows by signed bytes', () => {
    const [rows, inner, columns] = [4, 384, 8];
    const x = values(rows * inner);
    const w = values(inner * columns).map((value) => Math.round(value * 127));
    const bias = values(columns);
    const [from, whole, scales] = [place(x), kernel.allocate(rows * inner * 2), kernel.allocate(rows * 4)];
    const [loose, packed] = [kernel.allocate(inner * columns), kernel.allocate(inner * columns)];
    kernel.bytes.set(new Uint8Array(Int8Array.from(w).buffer), loose);
    const [scale, added, out] = [
      place(Array(columns).fill(0.01)),
      place(bias),
      kernel.allocate(rows * columns * 4),
    ];
    kernel.call.quantiseRows(from, rows, inner, whole, scales);
    kernel.call.packBytes(loose, inner, columns, packed);
    kernel.call.multiplyBytes(whole, scales, packed, scale, added, out, rows, inner, columns);
    for (let r = 0; r < rows; r++) {
      for (let c = 0; c < columns; c++) {
        let sum = bias[c]!;
        for (let i = 0; i < inner; i++) sum += x[r * inner + i]! * w[c * inner + i]! * 0.01;
        expect(kernel.floats[out / 4 + r * columns + c]).toBeCloseTo(sum, 2);
      }
    }
  });

  it('attends to every key by its share', () => {
    const length = 7;
    const rows = values(length * 1152);
    const [from, room, out] = [place(rows), kernel.allocate(33 * 8 * 4), kernel.allocate(length * 384 * 4)];
    const wanted = kernel.allocate(8);
    kernel.words.set([2, 6], wanted / 4);
    kernel.call.attend(from, length, wanted, 2, room, out);
    for (const [row, i] of [2, 6].entries()) {
      const head = 3 * 32;
      const powers = Array.from({ length }, (_, j) => {
        let dot = 0;
        for (let d = 0; d < 32; d++) dot += rows[i * 1152 + head + d]! * rows[j * 1152 + 384 + head + d]!;
        return Math.exp(dot / Math.sqrt(32));
      });
      const total = powers.reduce((a, b) => a + b);
      for (let d = 0; d < 32; d++) {
        const mean = powers.reduce((sum, p, j) => sum + (p / total) * rows[j * 1152 + 768 + head + d]!, 0);
        expect(kernel.floats[out / 4 + row * 384 + head + d]).toBeCloseTo(mean, 4);
      }
    }
  });

  it('has the tanh form of GELU', () => {
    const x = values(64).map((value) => value * 8);
    const address = place(x);
    kernel.call.gelu(address, 64);
    for (const [i, value] of x.entries()) {
      const t = 1.59576912 * (value + 0.044715 * value ** 3);
      expect(kernel.floats[address / 4 + i]).toBeCloseTo(value / (1 + Math.exp(-t)), 4);
    }
  });

  it('norms the sum of a row and its residual', () => {
    const [x, y] = [values(384), values(384)];
    const address = place(x);
    kernel.call.addNorm(address, place(y), place(Array(384).fill(2)), place(Array(384).fill(1)), 1);
    const sums = x.map((value, i) => value + y[i]!);
    const mean = sums.reduce((a, b) => a + b) / 384;
    const deviation = Math.sqrt(sums.reduce((sum, value) => sum + (value - mean) ** 2, 0) / 384);
    for (const i of [0, 100, 383])
      expect(kernel.floats[address / 4 + i]).toBeCloseTo(((sums[i]! - mean) / deviation) * 2 + 1, 4);
  });
});
