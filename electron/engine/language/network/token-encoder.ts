import type { NumericKernel } from '../numeric-kernel';
import type { Lexeme } from '../tokens/lexicon';
import { pieceOrder, type WeightLoader } from './weights';

export const WIDTH = 96;
/** Rows of zeros before, between and behind texts: as far as four layers with a window of one reach. */
export const PAD_ROWS = 4;
const LAYERS = 4;
const PIECES = 3;
const WINDOW_ROWS = 256;
const POOL_ROWS = 20_480;
const FLOAT = 4;

/**
 * The rows the encoder works on: the tokens of many texts, with `PAD_ROWS` nulls before, between and behind them.
 * `spaces[row]` is 1 where a space follows.
 */
export interface RowStream {
  lexemes: (Lexeme | null)[];
  spaces: Uint8Array;
}

/** Addresses of a maxout layer's weights and of its layer norm's. */
interface Layer {
  weight: number;
  bias: number;
  gain: number;
  shift: number;
}

/** A layer over a window of three rows, in 16-bit whole numbers. */
interface WindowLayer extends Layer {
  /** Factors from a row's values to whole numbers, and from their sums back. */
  inputScale: number;
  outputScale: number;
}

/** Rows of the tables beyond the lexeme's own four, by the token's space flag: what the shared encoder adds. */
export type SpaceRows = (lexeme: Lexeme, space: boolean) => number[];

/**
 * Hash embedding, mixing layer and four residual window layers ("tok2vec"): a vector of 96 for each token, from the
 * token and four neighbours on either side.
 */
export class TokenEncoder {
  private readonly tables: number[];
  private readonly mixing: Layer;
  private readonly layers: WindowLayer[];
  private readonly kernel: NumericKernel;
  private readonly addresses: number;
  private readonly embedded: number;
  private readonly pieces: number;
  private readonly rows: number;
  private readonly quantised: number;
  private readonly pool: number;
  private readonly slots = new Map<number, number>();

  /**
   * @param component prefix of the tensors' names
   * @param tableRows rows of the embedding tables in order
   * @param spaceRows null when the encoder looks at the lexeme alone
   */
  constructor(
    loader: WeightLoader,
    component: string,
    private readonly tableRows: readonly number[],
    private readonly spaceRows: SpaceRows | null,
  ) {
    const { kernel } = loader;
    this.kernel = kernel;
    this.tables = tableRows.map((rows, i) => loader.table(`${component}.embed.${i}`, rows, WIDTH));
    this.mixing = readMixing(loader, component, tableRows.length * WIDTH);
    this.layers = Array.from({ length: LAYERS }, (_, i) => readWindow(loader, `${component}.layer.${i + 1}`));
    const most = WINDOW_ROWS + 2 * PAD_ROWS + 2;
    this.addresses = kernel.allocate(most * tableRows.length * 4 * 4);
    this.embedded = kernel.allocate(most * tableRows.length * WIDTH * FLOAT);
    this.pieces = kernel.allocate(most * PIECES * WIDTH * FLOAT);
    this.rows = kernel.allocate(most * WIDTH * FLOAT);
    // One row of zeros before and two behind: the window of the first and last row reaches there.
    this.quantised = kernel.allocate((most + 3) * WIDTH * 2);
    this.pool = kernel.allocate(POOL_ROWS * WIDTH * FLOAT);
  }

  /**
   * @param use called with the first row, the number of rows and the address of their vectors; rows come in order
   *   and each once, pad rows among them with vectors of no meaning. One row behind them may be read too.
   */
  encode(stream: RowStream, use: (first: number, count: number, address: number) => void): void {
    const total = stream.lexemes.length;
    for (let first = 0; first < total; first += WINDOW_ROWS) {
      const count = Math.min(WINDOW_ROWS, total - first);
      const from = Math.max(0, first - PAD_ROWS);
      const to = Math.min(total, first + count + PAD_ROWS);
      this.fillRows(stream, from, to);
      this.runLayers(to - from);
      use(first, count, this.rows + (first - from) * WIDTH * FLOAT);
    }
  }

  private runLayers(count: number): void {
    const { call } = this.kernel;
    const even = Math.ceil(count / 2) * 2;
    const firstRow = this.quantised + WIDTH * 2;
    this.kernel.bytes.fill(0, firstRow + count * WIDTH * 2, firstRow + (count + 2) * WIDTH * 2);
    for (const { weight, bias, gain, shift, inputScale, outputScale } of this.layers) {
      call.quantise(this.rows, inputScale, firstRow, count);
      call.multiplyWindow(this.quantised, weight, outputScale, bias, this.pieces, even);
      call.maxoutNorm(this.pieces, gain, shift, this.rows, count, 1);
    }
  }

  /** Puts the mixed embeddings of rows from..to into place; zeros for pad rows. */
  private fillRows(stream: RowStream, from: number, to: number): void {
    if (this.slots.size + (to - from) > POOL_ROWS) this.slots.clear();
    this.embedMissing(stream, from, to);
    const floats = this.kernel.floats;
    let target = this.rows / FLOAT;
    for (let row = from; row < to; row += 1) {
      const lexeme = stream.lexemes[row];
      if (lexeme) {
        const slot = this.slots.get(this.keyOf(lexeme, stream.spaces[row]!))!;
        const source = this.pool / FLOAT + slot * WIDTH;
        floats.copyWithin(target, source, source + WIDTH);
      } else {
        floats.fill(0, target, target + WIDTH);
      }
      target += WIDTH;
    }
  }

  private keyOf(lexeme: Lexeme, space: number): number {
    return this.spaceRows ? lexeme.id * 2 + space : lexeme.id;
  }

  /** Embedding and mixing depend on the token's own features alone, so they are computed once for each kind. */
  private embedMissing(stream: RowStream, from: number, to: number): void {
    const words = this.kernel.words;
    const firstSlot = this.slots.size;
    let at = this.addresses / 4;
    for (let row = from; row < to; row += 1) {
      const lexeme = stream.lexemes[row];
      if (!lexeme) continue;
      const key = this.keyOf(lexeme, stream.spaces[row]!);
      if (this.slots.has(key)) continue;
      this.slots.set(key, this.slots.size);
      const extra = this.spaceRows?.(lexeme, stream.spaces[row] === 1);
      for (let i = 0; i < this.tableRows.length * 4; i += 1) {
        const tableRow = i < 16 ? lexeme.rows[i]! : extra![i - 16]!;
        words[at] = this.tables[i >> 2]! + tableRow * WIDTH * FLOAT;
        at += 1;
      }
    }
    const count = this.slots.size - firstSlot;
    if (count > 0) this.mix(count, this.pool + firstSlot * WIDTH * FLOAT);
  }

  private mix(count: number, out: number): void {
    const { call } = this.kernel;
    const { weight, bias, gain, shift } = this.mixing;
    const even = Math.ceil(count / 2) * 2;
    const inputs = this.tableRows.length * WIDTH;
    call.embed(this.addresses, count, this.tableRows.length, this.embedded);
    call.multiply(this.embedded, weight, bias, this.pieces, even, inputs, PIECES * WIDTH);
    call.maxoutNorm(this.pieces, gain, shift, out, count, 0);
  }
}

const MAXOUT_ORDER = pieceOrder(1, WIDTH, PIECES);

function readMixing(loader: WeightLoader, component: string, inputs: number): Layer {
  const name = `${component}.layer.0`;
  const weight = loader.panels(`${name}.weight`, inputs, MAXOUT_ORDER, WIDTH, PIECES);
  return { weight, ...readNorm(loader, name) };
}

function readWindow(loader: WeightLoader, name: string): WindowLayer {
  return {
    weight: loader.pairs(`${name}.weight`, 3 * WIDTH, MAXOUT_ORDER, WIDTH, PIECES),
    inputScale: loader.vector(`${name}.inputScale`, WIDTH),
    outputScale: loader.ordered(`${name}.outputScale`, MAXOUT_ORDER, WIDTH, PIECES),
    ...readNorm(loader, name),
  };
}

function readNorm(loader: WeightLoader, name: string) {
  return {
    bias: loader.ordered(`${name}.bias`, MAXOUT_ORDER, WIDTH, PIECES),
    gain: loader.vector(`${name}.gain`, WIDTH),
    shift: loader.vector(`${name}.shift`, WIDTH),
  };
}
