// Turns the window layers' weights into 16-bit whole numbers with scales, such that no sum leaves 32 bits.
//
// The input of layer L is x = sum over k < L of (n_k * G_k + b_k), element by element, where n_k is a normalised vector
// (mean 0, variance 1) of width N = 96: no element of it is larger than (N - 1) / sqrt(N), and its length is sqrt(N).
// - Input j is scaled by 32767 / bound_j, bound_j = sum over k of ((N - 1) / sqrt(N) * |G_kj| + |b_kj|).
// - For output o, by Cauchy and Schwarz, |w · x| <= sum over the window's three rows and k of
//   (sqrt(N) * |w * G_k| + sum_j |w_j b_kj|), for any part of the sum too. The weights are scaled so that this bound
//   stays below 2^30.5, and the largest weight below 32767.

const WIDTH = 96;
const LONGEST = (WIDTH - 1) / Math.sqrt(WIDTH);
const MOST_SUM = 2 ** 30.5;
const MOST = 32767;

/** @typedef {{ gain: Float32Array, shift: Float32Array }} Norm */

/** @param {Norm[]} norms of the layers below @returns {Float32Array} factor for each input */
function inputScale(norms) {
  return Float32Array.from({ length: WIDTH }, (_, j) => {
    let bound = 0;
    for (const { gain, shift } of norms) bound += LONGEST * Math.abs(gain[j] ?? 0) + Math.abs(shift[j] ?? 0);
    return MOST / bound;
  });
}

/** @param {Float32Array} row 3 × 96 weights of one output @param {Norm[]} norms @returns {number} most |w · x| can be */
function sumBound(row, norms) {
  let bound = 0;
  for (let first = 0; first < row.length; first += WIDTH) {
    for (const { gain, shift } of norms) {
      let squares = 0;
      for (let j = 0; j < WIDTH; j += 1) {
        const weight = row[first + j] ?? 0;
        squares += (weight * (gain[j] ?? 0)) ** 2;
        bound += Math.abs(weight * (shift[j] ?? 0));
      }
      bound += Math.sqrt(WIDTH * squares);
    }
  }
  return bound;
}

/**
 * @param {Float32Array} weights outputs × 288
 * @param {Norm[]} norms of the layers below, the mixing layer first
 * @returns {{ weights: Int16Array, inputScale: Float32Array, outputScale: Float32Array }} outputScale turns a sum of
 *   whole numbers back into a sum of the model's
 */
export function quantiseWindow(weights, norms) {
  const scale = inputScale(norms);
  const inputs = 3 * WIDTH;
  const outputs = weights.length / inputs;
  const quantised = new Int16Array(weights.length);
  const outputScale = new Float32Array(outputs);
  for (let o = 0; o < outputs; o += 1) {
    const row = weights.subarray(o * inputs, (o + 1) * inputs);
    const unscaled = row.map((weight, j) => weight / (scale[j % WIDTH] ?? 1));
    const largest = unscaled.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0);
    const factor = Math.min(MOST / largest, MOST_SUM / sumBound(row, norms));
    for (const [j, weight] of unscaled.entries()) quantised[o * inputs + j] = Math.round(weight * factor);
    outputScale[o] = 1 / factor;
  }
  return { weights: quantised, inputScale: scale, outputScale };
}
