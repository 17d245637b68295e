import type { ModelFile } from '../model-file';
import type { NumericKernel } from '../numeric-kernel';
import { WIDTH } from './token-encoder';
import { packColumns, paddedOrder, reorder } from './weights';

const PANEL = 8;
const MOST_ROWS = 260;

/** A linear layer on the encoder's vectors: tagger scores, or the projection before a transition model. */
export class Linear {
  readonly columns: number;
  /** Where `run` leaves its rows, `columns` floats each. */
  readonly out: number;
  private readonly weight: number;
  private readonly bias: number;

  constructor(
    file: ModelFile,
    private readonly kernel: NumericKernel,
    name: string,
    outputs: number,
  ) {
    const order = paddedOrder(outputs, PANEL);
    this.columns = order.length;
    this.weight = kernel.place(
      packColumns(file.tensor(`${name}.weight`, outputs, WIDTH), WIDTH, order, PANEL),
    );
    this.bias = kernel.place(reorder(file.tensor(`${name}.bias`, outputs), order));
    this.out = kernel.allocate(MOST_ROWS * this.columns * 4);
  }

  /** @param count up to 256 rows of the encoder's width at `address` */
  run(address: number, count: number): void {
    const padded = Math.ceil(count / 4) * 4;
    this.kernel.call.multiply(address, WIDTH, this.weight, this.bias, this.out, padded, WIDTH, this.columns);
  }
}
