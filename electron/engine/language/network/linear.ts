import type { NumericKernel } from '../numeric-kernel';
import { WIDTH } from './token-encoder';
import { paddedOrder, type WeightLoader } from './weights';

const MOST_ROWS = 260;

/** A linear layer on the encoder's vectors: tagger scores, or the projection before a transition model. */
export class Linear {
  readonly columns: number;
  /** Where `run` leaves its rows, `columns` floats each. */
  readonly out: number;
  private readonly kernel: NumericKernel;
  private readonly weight: number;
  private readonly bias: number;

  constructor(loader: WeightLoader, name: string, outputs: number) {
    const order = paddedOrder(outputs);
    this.kernel = loader.kernel;
    this.columns = order.length;
    this.weight = loader.panels(`${name}.weight`, WIDTH, order, outputs);
    this.bias = loader.ordered(`${name}.bias`, order, outputs);
    this.out = loader.kernel.allocate(MOST_ROWS * this.columns * 4);
  }

  /** @param count up to 256 rows of the encoder's width at `address` */
  run(address: number, count: number): void {
    const even = Math.ceil(count / 2) * 2;
    this.kernel.call.multiply(address, this.weight, this.bias, this.out, even, WIDTH, this.columns);
  }
}
