/**
 * Packs a weight matrix for the kernel: panels of `panel` columns, in each panel row after row. The matrix is given
 * as the model holds it, outputs × inputs; `order[column]` names the output a column computes, -1 for none (zeros).
 */
export function packColumns(
  weights: Float32Array,
  inputs: number,
  order: readonly number[],
  panel: number,
): Float32Array {
  const packed = new Float32Array(inputs * order.length);
  let at = 0;
  for (let first = 0; first < order.length; first += panel) {
    for (let input = 0; input < inputs; input += 1) {
      for (let column = first; column < first + panel; column += 1) {
        const output = order[column]!;
        packed[at] = output < 0 ? 0 : weights[output * inputs + input]!;
        at += 1;
      }
    }
  }
  return packed;
}

/** `values` in the given order; -1 gives `missing`. */
export function reorder(values: Float32Array, order: readonly number[], missing = 0): Float32Array {
  return Float32Array.from(order, (i) => (i < 0 ? missing : values[i]!));
}

/** 0 to count - 1, then -1 up to the next multiple of `panel`. */
export function paddedOrder(count: number, panel: number): number[] {
  return Array.from({ length: Math.ceil(count / panel) * panel }, (_, i) => (i < count ? i : -1));
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
