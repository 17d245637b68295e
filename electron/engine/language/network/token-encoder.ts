import type { ModelFile } from '../model-file';
import type { NumericKernel } from '../numeric-kernel';
import type { Lexeme } from '../tokens/lexicon';
import { packColumns, pieceOrder, reorder } from './weights';

export const WIDTH = 96;
/** Rows of zeros before, between and behind texts: as far as four layers with a window of one reach. */
export const PAD_ROWS = 4;
const LAYERS = 4;
const PIECES = 3;
const WINDOW_ROWS = 256;
const POOL_ROWS = 8192;
const FLOAT = 4;
const PANEL = 8;

/**
 * The rows the encoder works on: the tokens of many texts, with `PAD_ROWS` nulls before, between and behind them.
 * `spaces[row]` is 1 where a space follows.
 */
export interface RowStream {
  lexemes: (Lexeme | null)[];
  spaces: Uint8Array;
}

interface Layer {
  weight: number;
  bias: number;
  gain: number;
  shift: number;
  inputs: number;
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
  private readonly layers: Layer[];
  private readonly addresses: number;
  private readonly embedded: number;
  private readonly pieces: number;
  private readonly rows: number;
  private readonly pool: number;
  private readonly slots = new Map<number, number>();

  /**
   * @param component prefix of the tensors' names
   * @param tableRows rows of the embedding tables in order
   * @param spaceRows null when the encoder looks at the lexeme alone
   */
  constructor(
    file: ModelFile,
    private readonly kernel: NumericKernel,
    component: string,
    private readonly tableRows: readonly number[],
    private readonly spaceRows: SpaceRows | null,
  ) {
    this.tables = tableRows.map((rows, i) =>
      kernel.place(file.tensor(`${component}.embed.${i}`, rows, WIDTH)),
    );
    const layer = (index: number, inputs: number): Layer => readLayer(file, kernel, component, index, inputs);
    this.mixing = layer(0, tableRows.length * WIDTH);
    this.layers = Array.from({ length: LAYERS }, (_, i) => layer(i + 1, 3 * WIDTH));
    const most = WINDOW_ROWS + 2 * PAD_ROWS;
    this.addresses = kernel.allocate(most * tableRows.length * 4 * 4);
    this.embedded = kernel.allocate((most + 3) * tableRows.length * WIDTH * FLOAT);
    this.pieces = kernel.allocate((most + 3) * PIECES * WIDTH * FLOAT);
    // One row of zeros before and up to four behind: the window of the first and last row reaches there.
    this.rows = kernel.allocate((most + 5) * WIDTH * FLOAT);
    this.pool = kernel.allocate(POOL_ROWS * WIDTH * FLOAT);
  }

  /**
   * @param use called with the first row, the number of rows and the address of their vectors; rows come in order
   *   and each once, pad rows among them with vectors of no meaning. Up to three rows behind may be overwritten.
   */
  encode(stream: RowStream, use: (first: number, count: number, address: number) => void): void {
    const total = stream.lexemes.length;
    for (let first = 0; first < total; first += WINDOW_ROWS) {
      const count = Math.min(WINDOW_ROWS, total - first);
      const from = Math.max(0, first - PAD_ROWS);
      const to = Math.min(total, first + count + PAD_ROWS);
      this.fillRows(stream, from, to);
      this.runLayers(to - from);
      use(first, count, this.rows + (1 + first - from) * WIDTH * FLOAT);
    }
  }

  private runLayers(count: number): void {
    const { call } = this.kernel;
    const padded = Math.ceil(count / 4) * 4;
    const columns = PIECES * WIDTH;
    for (const { weight, bias, gain, shift, inputs } of this.layers) {
      call.multiply(this.rows, WIDTH, weight, bias, this.pieces, padded, inputs, columns);
      call.maxoutNorm(this.pieces, gain, shift, this.rows + WIDTH * FLOAT, count, 1);
    }
  }

  /** Puts the mixed embeddings of rows from..to behind the row of zeros. */
  private fillRows(stream: RowStream, from: number, to: number): void {
    if (this.slots.size + (to - from) > POOL_ROWS) this.slots.clear();
    this.embedMissing(stream, from, to);
    const floats = this.kernel.floats;
    let target = this.rows / FLOAT + WIDTH;
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
    floats.fill(0, target, target + 4 * WIDTH);
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
    const { weight, bias, gain, shift, inputs } = this.mixing;
    const padded = Math.ceil(count / 4) * 4;
    call.embed(this.addresses, count, this.tableRows.length, this.embedded);
    call.multiply(this.embedded, inputs, weight, bias, this.pieces, padded, inputs, PIECES * WIDTH);
    call.maxoutNorm(this.pieces, gain, shift, out, count, 0);
  }
}

function readLayer(
  file: ModelFile,
  kernel: NumericKernel,
  component: string,
  index: number,
  inputs: number,
): Layer {
  const order = pieceOrder(1, WIDTH, PIECES);
  const name = `${component}.maxout.${index}`;
  const weight = file.tensor(`${name}.weight`, WIDTH, PIECES, inputs);
  return {
    weight: kernel.place(packColumns(weight, inputs, order, PANEL)),
    bias: kernel.place(reorder(file.tensor(`${name}.bias`, WIDTH, PIECES), order)),
    gain: kernel.place(file.tensor(`${component}.norm.${index}.gain`, WIDTH)),
    shift: kernel.place(file.tensor(`${component}.norm.${index}.bias`, WIDTH)),
    inputs,
  };
}
