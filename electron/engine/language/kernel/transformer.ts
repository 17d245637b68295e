// The layers of a transformer encoder (Vaswani and others 2017) of width 384 with 12 heads. Weights are signed bytes
// with a scale for each output; activations become 16-bit whole numbers with a scale for each row, so that a product
// costs one dot_i16x8 for eight of them and loses next to nothing beside the weights' own rounding.

const WIDTH: i32 = 384;
const HEAD: i32 = 32;
const HEADS: i32 = 12;
const ROW: usize = <usize>WIDTH << 2;
/** Largest activation after scaling: 1536 products of 127 times this stay below 2^31. */
const MOST: f32 = 10000;

/** out = scale × bytes at `piece`, plus `count` rows of floats whose addresses stand in `addresses`. */
export function embedPiece(piece: usize, scale: f32, addresses: usize, count: i32, out: usize): void {
  const s = f32x4.splat(scale);
  for (let i: usize = 0; i < <usize>WIDTH; i += 8) {
    const pair = v128.load_ext<i8>(piece + i);
    const low = f32x4.convert_i32x4_s(i32x4.extend_low_i16x8_s(pair));
    const high = f32x4.convert_i32x4_s(i32x4.extend_high_i16x8_s(pair));
    v128.store(out + (i << 2), f32x4.mul(low, s));
    v128.store(out + (i << 2), f32x4.mul(high, s), 16);
  }
  for (let k: usize = 0; k < <usize>count; k += 1) {
    const row = <usize>load<u32>(addresses + (k << 2));
    for (let i: usize = 0; i < ROW; i += 16)
      v128.store(out + i, f32x4.add(v128.load(out + i), v128.load(row + i)));
  }
}

/** Each of `rows` rows of `width` floats as i16 at `out`, its scale (f32) at `scales`. `width` is a multiple of 8. */
export function quantiseRows(values: usize, rows: i32, width: i32, out: usize, scales: usize): void {
  const bytes: usize = <usize>width << 2;
  for (let row = 0; row < rows; row += 1) {
    let most = f32x4.splat(0);
    for (let i: usize = 0; i < bytes; i += 16) most = f32x4.max(most, f32x4.abs(v128.load(values + i)));
    const a = max<f32>(f32x4.extract_lane(most, 0), f32x4.extract_lane(most, 1));
    const b = max<f32>(f32x4.extract_lane(most, 2), f32x4.extract_lane(most, 3));
    const largest = max<f32>(max<f32>(a, b), 1e-9);
    store<f32>(scales, largest / MOST);
    const s = f32x4.splat(MOST / largest);
    for (let i: usize = 0; i < bytes; i += 32) {
      const low = f32x4.nearest(f32x4.mul(v128.load(values + i), s));
      const high = f32x4.nearest(f32x4.mul(v128.load(values + i, 16), s));
      v128.store(out, i16x8.narrow_i32x4_s(i32x4.trunc_sat_f32x4_s(low), i32x4.trunc_sat_f32x4_s(high)));
      out += 16;
    }
    values += bytes;
    scales += 4;
  }
}

/**
 * Brings `outputs` × `inputs` signed bytes into panels of 8 outputs: for each two inputs, the outputs' weights side by
 * side. `outputs` is a multiple of 8, `inputs` of 2.
 */
export function packBytes(weights: usize, inputs: i32, outputs: i32, out: usize): void {
  for (let first = 0; first < outputs; first += 8) {
    for (let input = 0; input < inputs; input += 2) {
      for (let output = first; output < first + 8; output += 1) {
        store<u16>(out, load<u16>(weights + <usize>(output * inputs + input)));
        out += 2;
      }
    }
  }
}

/**
 * c = a · w × scales + bias: `rows` rows (a multiple of 4) of `inner` i16 with their scales, weights from packBytes
 * with a scale and a bias for each of `columns` outputs (a multiple of 8).
 */
export function multiplyBytes(
  a: usize,
  rowScales: usize,
  w: usize,
  scale: usize,
  bias: usize,
  c: usize,
  rows: i32,
  inner: i32,
  columns: i32,
): void {
  const rowBytes: usize = <usize>inner << 1;
  const panelBytes: usize = <usize>inner << 3;
  const outBytes: usize = <usize>columns << 2;
  for (let column: usize = 0; column < outBytes; column += 32) {
    for (let row: usize = 0; row < <usize>rows; row += 4) {
      byteTile(
        a + row * rowBytes,
        rowBytes,
        w,
        rowScales + (row << 2),
        scale + column,
        bias + column,
        c + row * outBytes + column,
        outBytes,
      );
    }
    w += panelBytes;
  }
}

// @ts-ignore: decorator
@inline
function byteTile(
  a: usize,
  rowBytes: usize,
  w: usize,
  rowScales: usize,
  scale: usize,
  bias: usize,
  c: usize,
  outBytes: usize,
): void {
  let s00 = i32x4.splat(0);
  let s01 = s00;
  let s10 = s00;
  let s11 = s00;
  let s20 = s00;
  let s21 = s00;
  let s30 = s00;
  let s31 = s00;
  const a1 = a + rowBytes;
  const a2 = a1 + rowBytes;
  const a3 = a2 + rowBytes;
  for (let k: usize = 0; k < rowBytes; k += 4) {
    const w0 = v128.load_ext<i8>(w);
    const w1 = v128.load_ext<i8>(w, 8);
    w += 16;
    let x = v128.load_splat<i32>(a + k);
    s00 = i32x4.add(s00, i32x4.dot_i16x8_s(x, w0));
    s01 = i32x4.add(s01, i32x4.dot_i16x8_s(x, w1));
    x = v128.load_splat<i32>(a1 + k);
    s10 = i32x4.add(s10, i32x4.dot_i16x8_s(x, w0));
    s11 = i32x4.add(s11, i32x4.dot_i16x8_s(x, w1));
    x = v128.load_splat<i32>(a2 + k);
    s20 = i32x4.add(s20, i32x4.dot_i16x8_s(x, w0));
    s21 = i32x4.add(s21, i32x4.dot_i16x8_s(x, w1));
    x = v128.load_splat<i32>(a3 + k);
    s30 = i32x4.add(s30, i32x4.dot_i16x8_s(x, w0));
    s31 = i32x4.add(s31, i32x4.dot_i16x8_s(x, w1));
  }
  finishRow(s00, s01, load<f32>(rowScales), scale, bias, c);
  finishRow(s10, s11, load<f32>(rowScales, 4), scale, bias, c + outBytes);
  finishRow(s20, s21, load<f32>(rowScales, 8), scale, bias, c + 2 * outBytes);
  finishRow(s30, s31, load<f32>(rowScales, 12), scale, bias, c + 3 * outBytes);
}

// @ts-ignore: decorator
@inline
function finishRow(low: v128, high: v128, rowScale: f32, scale: usize, bias: usize, c: usize): void {
  const s = f32x4.splat(rowScale);
  const first = f32x4.mul(f32x4.convert_i32x4_s(low), f32x4.mul(s, v128.load(scale)));
  const second = f32x4.mul(f32x4.convert_i32x4_s(high), f32x4.mul(s, v128.load(scale, 16)));
  v128.store(c, f32x4.add(first, v128.load(bias)));
  v128.store(c, f32x4.add(second, v128.load(bias, 16)), 16);
}

/** e to the x for four x of at most 88: 2^n times a polynomial (Cephes' expf). */
// @ts-ignore: decorator
@inline
function exponential(x: v128): v128 {
  const t = f32x4.max(x, f32x4.splat(-87));
  const n = f32x4.nearest(f32x4.mul(t, f32x4.splat(1.44269504)));
  const r = f32x4.sub(f32x4.sub(t, f32x4.mul(n, f32x4.splat(0.693359375))), f32x4.mul(n, f32x4.splat(-2.12194440e-4)));
  let p = f32x4.splat(1.9875691500e-4);
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(1.3981999507e-3));
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(8.3334519073e-3));
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(4.1665795894e-2));
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(1.6666665459e-1));
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(5.0000001201e-1));
  p = f32x4.add(f32x4.add(f32x4.mul(f32x4.mul(p, r), r), r), f32x4.splat(1));
  const power = i32x4.shl(i32x4.add(i32x4.trunc_sat_f32x4_s(n), i32x4.splat(127)), 23);
  return f32x4.mul(p, power);
}

// @ts-ignore: decorator
@inline
function sumOf(v: v128): f32 {
  return (
    f32x4.extract_lane(v, 0) + f32x4.extract_lane(v, 1) + (f32x4.extract_lane(v, 2) + f32x4.extract_lane(v, 3))
  );
}

/**
 * Attention over `length` rows of 1152 floats (queries, keys, values of 384 each): for each of the `count` rows named
 * in `wanted` (u32) a row of 384 at `out`. `room` holds 33 rows of `length` floats, rounded up to fours.
 */
export function attend(rows: usize, length: i32, wanted: usize, count: i32, room: usize, out: usize): void {
  const padded = (length + 3) & ~3;
  const bytes: usize = <usize>padded << 2;
  const scores = room + <usize>HEAD * bytes;
  for (let head: usize = 0; head < <usize>HEADS; head += 1) {
    const q = rows + head * (<usize>HEAD << 2);
    turnKeys(q + ROW, length, bytes, room);
    for (let i: usize = 0; i < <usize>count; i += 1) {
      const query = q + <usize>load<u32>(wanted + (i << 2)) * 3 * ROW;
      const share = weigh(query, room, scores, bytes, length);
      mix(q + 2 * ROW, scores, length, share, out + i * ROW + head * (<usize>HEAD << 2));
    }
  }
}

/** Keys of one head with the dimension first, so that four keys are met at once. */
// @ts-ignore: decorator
@inline
function turnKeys(keys: usize, length: i32, bytes: usize, out: usize): void {
  for (let j: usize = 0; j < <usize>length; j += 1) {
    const key = keys + j * 3 * ROW;
    for (let d: usize = 0; d < <usize>HEAD; d += 1) store<f32>(out + d * bytes + (j << 2), load<f32>(key + (d << 2)));
  }
}

/** Scores of all keys for a query, as powers of e. @returns one over their sum */
// @ts-ignore: decorator
@inline
function weigh(query: usize, keys: usize, scores: usize, bytes: usize, length: i32): f32 {
  let most = f32x4.splat(-1e30);
  for (let j: usize = 0; j < bytes; j += 16) {
    let sum = f32x4.splat(0);
    for (let d: usize = 0; d < <usize>HEAD; d += 1)
      sum = f32x4.add(sum, f32x4.mul(v128.load_splat<f32>(query + (d << 2)), v128.load(keys + d * bytes + j)));
    sum = f32x4.mul(sum, f32x4.splat(0.17677669));
    v128.store(scores + j, sum);
  }
  for (let j = length; j < <i32>(bytes >> 2); j += 1) store<f32>(scores + (<usize>j << 2), -1e30);
  for (let j: usize = 0; j < bytes; j += 16) most = f32x4.max(most, v128.load(scores + j));
  const a = max<f32>(f32x4.extract_lane(most, 0), f32x4.extract_lane(most, 1));
  const b = max<f32>(f32x4.extract_lane(most, 2), f32x4.extract_lane(most, 3));
  const largest = f32x4.splat(max<f32>(a, b));
  let total = f32x4.splat(0);
  for (let j: usize = 0; j < bytes; j += 16) {
    const power = exponential(f32x4.sub(v128.load(scores + j), largest));
    v128.store(scores + j, power);
    total = f32x4.add(total, power);
  }
  return <f32>1 / sumOf(total);
}

/** out = the values, each by its score, times `share`. */
// @ts-ignore: decorator
@inline
function mix(values: usize, scores: usize, length: i32, share: f32, out: usize): void {
  let s0 = f32x4.splat(0);
  let s1 = s0;
  let s2 = s0;
  let s3 = s0;
  let s4 = s0;
  let s5 = s0;
  let s6 = s0;
  let s7 = s0;
  for (let j: usize = 0; j < <usize>length; j += 1) {
    const p = v128.load_splat<f32>(scores + (j << 2));
    s0 = f32x4.add(s0, f32x4.mul(p, v128.load(values)));
    s1 = f32x4.add(s1, f32x4.mul(p, v128.load(values, 16)));
    s2 = f32x4.add(s2, f32x4.mul(p, v128.load(values, 32)));
    s3 = f32x4.add(s3, f32x4.mul(p, v128.load(values, 48)));
    s4 = f32x4.add(s4, f32x4.mul(p, v128.load(values, 64)));
    s5 = f32x4.add(s5, f32x4.mul(p, v128.load(values, 80)));
    s6 = f32x4.add(s6, f32x4.mul(p, v128.load(values, 96)));
    s7 = f32x4.add(s7, f32x4.mul(p, v128.load(values, 112)));
    values += 3 * ROW;
  }
  const s = f32x4.splat(share);
  v128.store(out, f32x4.mul(s0, s));
  v128.store(out, f32x4.mul(s1, s), 16);
  v128.store(out, f32x4.mul(s2, s), 32);
  v128.store(out, f32x4.mul(s3, s), 48);
  v128.store(out, f32x4.mul(s4, s), 64);
  v128.store(out, f32x4.mul(s5, s), 80);
  v128.store(out, f32x4.mul(s6, s), 96);
  v128.store(out, f32x4.mul(s7, s), 112);
}

/** In place: x becomes x × Φ(x), by the tanh form (Hendrycks and Gimpel 2016). `count` is a multiple of 4. */
export function gelu(values: usize, count: i32): void {
  const one = f32x4.splat(1);
  for (const end = values + (<usize>count << 2); values < end; values += 16) {
    const x = v128.load(values);
    const cube = f32x4.mul(f32x4.mul(f32x4.mul(x, x), x), f32x4.splat(0.044715));
    const t = f32x4.mul(f32x4.add(x, cube), f32x4.splat(-1.59576912));
    v128.store(values, f32x4.div(x, f32x4.add(one, exponential(f32x4.min(t, f32x4.splat(80))))));
  }
}

/** values = layer norm of values + residual (0: none), for `rows` rows of 384. */
export function addNorm(values: usize, residual: usize, gain: usize, bias: usize, rows: i32): void {
  for (let row = 0; row < rows; row += 1) {
    let sum = f32x4.splat(0);
    for (let i: usize = 0; i < ROW; i += 16) {
      let x = v128.load(values + i);
      if (residual) x = f32x4.add(x, v128.load(residual + i));
      v128.store(values + i, x);
      sum = f32x4.add(sum, x);
    }
    const mean = f32x4.splat(sumOf(sum) / <f32>WIDTH);
    let squares = f32x4.splat(0);
    for (let i: usize = 0; i < ROW; i += 16) {
      const difference = f32x4.sub(v128.load(values + i), mean);
      squares = f32x4.add(squares, f32x4.mul(difference, difference));
    }
    const scale = f32x4.splat(<f32>1 / sqrt<f32>(sumOf(squares) / <f32>WIDTH + <f32>1e-12));
    for (let i: usize = 0; i < ROW; i += 16) {
      const normal = f32x4.mul(f32x4.sub(v128.load(values + i), mean), scale);
      v128.store(values + i, f32x4.add(f32x4.mul(normal, v128.load(gain + i)), v128.load(bias + i)));
    }
    values += ROW;
    if (residual) residual += ROW;
  }
}

/** Copies the rows of 384 floats named in `wanted` (u32) side by side to `out`. */
export function gatherRows(rows: usize, wanted: usize, count: i32, out: usize): void {
  for (let i: usize = 0; i < <usize>count; i += 1)
    memory.copy(out + i * ROW, rows + <usize>load<u32>(wanted + (i << 2)) * ROW, ROW);
}
