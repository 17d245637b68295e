import type { ModelFile } from '../model-file';
import type { NumericKernel } from '../numeric-kernel';

/** Copies a tensor of floats into the kernel's memory. @returns its address */
export function placeFloats(
  kernel: NumericKernel,
  model: ModelFile,
  name: string,
  ...shape: number[]
): number {
  const { bytes } = model.tensor(name, ...shape);
  const address = kernel.allocate(bytes.length);
  kernel.bytes.set(bytes, address);
  return address;
}

/** A linear layer whose weights are signed bytes with a scale for each output. Outputs are padded to a multiple of 8. */
export class ByteLinear {
  readonly columns: number;
  private readonly weight: number;
  private readonly scale: number;
  private readonly bias: number;

  constructor(
    private readonly kernel: NumericKernel,
    model: ModelFile,
    name: string,
    readonly inputs: number,
    readonly outputs: number,
  ) {
    this.columns = Math.ceil(outputs / 8) * 8;
    const { bytes } = model.tensor(`${name}.weight`, outputs, inputs);
    this.weight = kernel.allocate(this.columns * inputs);
    kernel.useRoom(this.columns * inputs, (room) => {
      kernel.bytes.set(bytes, room);
      kernel.call.packBytes(room, inputs, this.columns, this.weight);
    });
    this.scale = this.#padded(model, `${name}.scale`);
    this.bias = this.#padded(model, `${name}.bias`);
  }

  #padded(model: ModelFile, name: string): number {
    const address = this.kernel.allocate(this.columns * 4);
    this.kernel.bytes.set(model.tensor(name, this.outputs).bytes, address);
    return address;
  }

  /** @param rows rows (a multiple of 4) of i16 at `a` with their scales at `scales`; floats at `out`, `columns` a row */
  run(a: number, scales: number, rows: number, out: number): void {
    const { weight, scale, bias, inputs, columns } = this;
    this.kernel.call.multiplyBytes(a, scales, weight, scale, bias, out, rows, inputs, columns);
  }
}
