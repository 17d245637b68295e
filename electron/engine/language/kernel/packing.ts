// Brings the model's tensors into the layouts the products read. Runs once, while the pipeline is built.

const PANEL: i32 = 16;

/** Half to single precision; `count` is a multiple of 4. Multiplying by 2^112 moves the exponent, subnormals too. */
export function widen(halves: usize, count: i32, out: usize): void {
  const rebias = f32x4.splat(reinterpret<f32>(<u32>(127 + 112) << 23));
  for (let i = 0; i < count; i += 4) {
    const bits = v128.load16x4_u(halves);
    const magnitude = i32x4.shl(v128.and(bits, i32x4.splat(0x7fff)), 13);
    const sign = i32x4.shl(v128.and(bits, i32x4.splat(0x8000)), 16);
    v128.store(out, v128.or(f32x4.mul(magnitude, rebias), sign));
    halves += 8;
    out += 16;
  }
}

/**
 * `weights` holds outputs × inputs floats; `order` names, for each column, its output, or -1 for zeros. Panels of 16
 * columns follow each other; in a panel, the columns' weights of one input stand side by side.
 */
export function packPanels(weights: usize, inputs: i32, order: usize, columns: i32, out: usize): void {
  for (let first = 0; first < columns; first += PANEL) {
    for (let input = 0; input < inputs; input += 1) {
      for (let column = first; column < first + PANEL; column += 1) {
        const output = load<i32>(order + (<usize>column << 2));
        const at = weights + (<usize>(output * inputs + input) << 2);
        store<f32>(out, output < 0 ? 0 : load<f32>(at));
        out += 4;
      }
    }
  }
}

/** The same for i16, the weights of two inputs side by side within a column, as dot_i16x8 wants them. */
export function packPairs(weights: usize, inputs: i32, order: usize, columns: i32, out: usize): void {
  for (let first = 0; first < columns; first += PANEL) {
    for (let input = 0; input < inputs; input += 2) {
      for (let column = first; column < first + PANEL; column += 1) {
        const output = load<i32>(order + (<usize>column << 2));
        store<u32>(out, load<u32>(weights + (<usize>(output * inputs + input) << 1)));
        out += 4;
      }
    }
  }
}
