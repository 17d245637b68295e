/** What kernel/index.ts exports; the sources there describe shapes and layouts. Addresses are byte offsets. */
interface KernelExports {
  memory: WebAssembly.Memory;
  stringId(text: number, length: number, out: number): void;
  keyRows(key: number, seed: number, rows: number, out: number): void;
  embed(addresses: number, count: number, attributes: number, out: number): void;
  multiply(
    a: number,
    weights: number,
    bias: number,
    out: number,
    rows: number,
    inner: number,
    columns: number,
  ): void;
  quantise(values: number, scale: number, out: number, rows: number): void;
  multiplyWindow(a: number, weights: number, scale: number, bias: number, out: number, rows: number): void;
  widen(halves: number, count: number, out: number): void;
  packPanels(weights: number, inputs: number, order: number, columns: number, out: number): void;
  packPairs(weights: number, inputs: number, order: number, columns: number, out: number): void;
  multiplyRow(row: number, weights: number, bias: number, out: number, inner: number, columns: number): void;
  maxoutNorm(pieces: number, gain: number, bias: number, out: number, rows: number, residual: number): void;
  argmaxRows(scores: number, stride: number, rows: number, count: number, out: number): void;
  hidden(addresses: number, features: number, bias: number, out: number): void;
  embedPiece(piece: number, scale: number, addresses: number, count: number, out: number): void;
  quantiseRows(values: number, rows: number, width: number, out: number, scales: number): void;
  packBytes(weights: number, inputs: number, outputs: number, out: number): void;
  multiplyBytes(
    a: number,
    rowScales: number,
    weights: number,
    scale: number,
    bias: number,
    out: number,
    rows: number,
    inner: number,
    columns: number,
  ): void;
  attend(rows: number, length: number, wanted: number, count: number, room: number, out: number): void;
  gelu(values: number, count: number): void;
  addNorm(values: number, residual: number, gain: number, bias: number, rows: number): void;
  gatherRows(rows: number, wanted: number, count: number, out: number): void;
}

const PAGE = 65536;

/**
 * The WebAssembly kernel and its memory. Memory is handed out once and never taken back; everything the pipeline
 * needs is of fixed size, so it grows while the pipeline is built and then stays.
 */
export class NumericKernel {
  readonly call: KernelExports;
  private top: number;
  private floatView: Float32Array;
  private wordView: Uint32Array;
  private byteView: Uint8Array;

  /** @param bytes the compiled kernel; throws what WebAssembly throws when they are damaged. */
  constructor(bytes: Uint8Array) {
    const instance = new WebAssembly.Instance(new WebAssembly.Module(bytes), {});
    this.call = instance.exports as unknown as KernelExports;
    this.top = this.call.memory.buffer.byteLength;
    this.floatView = new Float32Array(this.call.memory.buffer);
    this.wordView = new Uint32Array(this.call.memory.buffer);
    this.byteView = new Uint8Array(this.call.memory.buffer);
  }

  /** @returns address of zeroed memory, a multiple of 64 */
  allocate(bytes: number): number {
    const address = this.top;
    this.top += Math.ceil(bytes / 64) * 64;
    const missing = this.top - this.call.memory.buffer.byteLength;
    if (missing > 0) this.call.memory.grow(Math.ceil(missing / PAGE));
    return address;
  }

  /** Lends memory for the time of one piece of work; nothing may be allocated during it. */
  useRoom(bytes: number, work: (address: number) => void): void {
    const { top } = this;
    const address = this.allocate(bytes);
    work(address);
    this.bytes.fill(0, address, this.top);
    this.top = top;
  }

  /** The whole memory; index = address / 4. Ask again after `allocate`. */
  get floats(): Float32Array {
    if (this.floatView.buffer !== this.call.memory.buffer)
      this.floatView = new Float32Array(this.call.memory.buffer);
    return this.floatView;
  }

  /** The whole memory; index = address / 4. Ask again after `allocate`. */
  get words(): Uint32Array {
    if (this.wordView.buffer !== this.call.memory.buffer)
      this.wordView = new Uint32Array(this.call.memory.buffer);
    return this.wordView;
  }

  /** The whole memory; index = address. Ask again after `allocate`. */
  get bytes(): Uint8Array {
    if (this.byteView.buffer !== this.call.memory.buffer)
      this.byteView = new Uint8Array(this.call.memory.buffer);
    return this.byteView;
  }
}
