import type { ModelFile, Tensor } from '../model-file';
import type { NumericKernel } from '../numeric-kernel';

/** Columns of packed weights come in panels of this many. */
const PANEL = 16;
/** Values of the largest tensor that passes through the working memory, and of the longest order of columns. */
const MOST_VALUES = 288 * 576;
const MOST_COLUMNS = 1024;

/** Brings tensors of the model into the kernel's memory, in the layout the kernel's functions want. */
export class WeightLoader {
  private readonly raw: number;
  private readonly wide: number;
  private readonly order: number;

  constructor(
    readonly file: ModelFile,
    readonly kernel: NumericKernel,
  ) {
    this.raw = kernel.allocate(MOST_VALUES * 4);
    this.wide = kernel.allocate(MOST_VALUES * 4);
    this.order = kernel.allocate(MOST_COLUMNS * 4);
  }

  /** Single-precision values as they are. @returns address */
  vector(name: string, ...shape: number[]): number {
    const { bytes } = this.file.tensor(name, ...shape);
    const address = this.kernel.allocate(bytes.length);
    this.kernel.bytes.set(bytes, address);
    return address;
  }

  /** Values in the given order; -1 gives 0. @returns address */
  ordered(name: string, order: readonly number[], ...shape: number[]): number {
    const { bytes } = this.file.tensor(name, ...shape);
    const values = new Float32Array(new Uint8Array(bytes).buffer);
    const address = this.kernel.allocate(order.length * 4);
    this.kernel.floats.set(
      order.map((i) => (i < 0 ? 0 : values[i]!)),
      address / 4,
    );
    return address;
  }

  /** A table of half-precision rows, widened part by part. @returns address */
  table(name: string, rows: number, width: number): number {
    const { bytes, count } = this.file.tensor(name, rows, width);
    const address = this.kernel.allocate(count * 4);
    for (let at = 0; at < count; at += MOST_VALUES) {
      const part = Math.min(MOST_VALUES, count - at);
      this.kernel.bytes.set(bytes.subarray(at * 2, (at + part) * 2), this.raw);
      this.kernel.call.widen(this.raw, part, address + at * 4);
    }
    return address;
  }

  /** A matrix for `multiply` and `multiplyRow`: outputs × inputs, columns in the given order. @returns address */
  panels(name: string, inputs: number, order: readonly number[], ...shape: number[]): number {
    const floats = this.load(this.file.tensor(name, ...shape, inputs));
    const address = this.kernel.allocate(order.length * inputs * 4);
    this.kernel.words.set(order, this.order / 4);
    this.kernel.call.packPanels(floats, inputs, this.order, order.length, address);
    return address;
  }

  /** A matrix of 16-bit numbers for `multiplyWindow`. @returns address */
  pairs(name: string, inputs: number, order: readonly number[], ...shape: number[]): number {
    this.kernel.bytes.set(this.file.tensor(name, ...shape, inputs).bytes, this.raw);
    const address = this.kernel.allocate(order.length * inputs * 2);
    this.kernel.words.set(order, this.order / 4);
    this.kernel.call.packPairs(this.raw, inputs, this.order, order.length, address);
    return address;
  }

  /** @returns address of the values in single precision, valid until the next tensor */
  private load({ type, bytes, count }: Tensor): number {
    this.kernel.bytes.set(bytes, this.raw);
    if (type === 'f32') return this.raw;
    this.kernel.call.widen(this.raw, count, this.wide);
    return this.wide;
  }
}

/** 0 to count - 1, then -1 up to a whole panel. */
export function paddedOrder(count: number): number[] {
  return Array.from({ length: Math.ceil(count / PANEL) * PANEL }, (_, i) => (i < count ? i : -1));
}

/**
 * Maxout weights are laid out output by output, pieces within; the kernel wants piece by piece, so that the maximum
 * is taken over whole vectors. `blocks` repeats this (features of a transition model).
 */
export function pieceOrder(blocks: number, outputs: number, pieces: number): number[] {
  return Array.from({ length: blocks * outputs * pieces }, (_, column) => {
    const block = Math.floor(column / (outputs * pieces));
    const piece = Math.floor((column % (outputs * pieces)) / outputs);
    return (block * outputs + (column % outputs)) * pieces + piece;
  });
}
