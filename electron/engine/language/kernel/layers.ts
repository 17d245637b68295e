// The network's layers between the matrix products.

const WIDTH: i32 = 96;
const EPSILON: f32 = 1e-8;

/**
 * out = layer norm of the maximum over three pieces, added to `out` when `residual` is 1. A row of `pieces` holds
 * piece 0 of all 96 outputs, then piece 1, then piece 2.
 */
export function maxoutNorm(
  pieces: usize,
  gain: usize,
  bias: usize,
  out: usize,
  rows: i32,
  residual: i32,
): void {
  const bytes: usize = <usize>WIDTH << 2;
  for (let row = 0; row < rows; row += 1) {
    let sum = f32x4.splat(0);
    for (let i: usize = 0; i < bytes; i += 16) {
      const p = pieces + i;
      const best = f32x4.max(v128.load(p), f32x4.max(v128.load(p + bytes), v128.load(p + 2 * bytes)));
      v128.store(p, best);
      sum = f32x4.add(sum, best);
    }
    const mean = f32x4.splat(total(sum) / <f32>WIDTH);
    let squares = f32x4.splat(0);
    for (let i: usize = 0; i < bytes; i += 16) {
      const difference = f32x4.sub(v128.load(pieces + i), mean);
      squares = f32x4.add(squares, f32x4.mul(difference, difference));
    }
    const scale = f32x4.splat(<f32>1 / sqrt<f32>(total(squares) / <f32>WIDTH + EPSILON));
    for (let i: usize = 0; i < bytes; i += 16) {
      const normal = f32x4.mul(f32x4.sub(v128.load(pieces + i), mean), scale);
      let value = f32x4.add(f32x4.mul(normal, v128.load(gain + i)), v128.load(bias + i));
      if (residual) value = f32x4.add(value, v128.load(out + i));
      v128.store(out + i, value);
    }
    pieces += 3 * bytes;
    out += bytes;
  }
}

// @ts-ignore: decorator
@inline
function total(v: v128): f32 {
  return (
    f32x4.extract_lane(v, 0) + f32x4.extract_lane(v, 1) + (f32x4.extract_lane(v, 2) + f32x4.extract_lane(v, 3))
  );
}

/**
 * Hash embedding: each of `count` rows of `out` holds `attributes` vectors of 96, each the sum of the four table rows
 * whose addresses stand in `addresses` (u32, four an attribute).
 */
export function embed(addresses: usize, count: i32, attributes: i32, out: usize): void {
  const bytes: usize = <usize>WIDTH << 2;
  for (let vector = count * attributes; vector > 0; vector -= 1) {
    const r0 = <usize>load<u32>(addresses);
    const r1 = <usize>load<u32>(addresses, 4);
    const r2 = <usize>load<u32>(addresses, 8);
    const r3 = <usize>load<u32>(addresses, 12);
    for (let i: usize = 0; i < bytes; i += 16) {
      const half = f32x4.add(v128.load(r0 + i), v128.load(r1 + i));
      v128.store(out + i, f32x4.add(f32x4.add(half, v128.load(r2 + i)), v128.load(r3 + i)));
    }
    addresses += 16;
    out += bytes;
  }
}

/** Index of the first largest of `count` floats at the start of each row, as i32. Rows lie `stride` floats apart. */
export function argmaxRows(scores: usize, stride: i32, rows: i32, count: i32, out: usize): void {
  for (let row = 0; row < rows; row += 1) {
    let best = 0;
    let bestScore = load<f32>(scores);
    for (let i = 1; i < count; i += 1) {
      const score = load<f32>(scores + (<usize>i << 2));
      if (score > bestScore) {
        best = i;
        bestScore = score;
      }
    }
    store<i32>(out, best);
    out += 4;
    scores += <usize>stride << 2;
  }
}

/**
 * Hidden layer of a transition model: the sum of `features` vectors of 128 (addresses as u32 in `addresses`), plus the
 * bias, maximum over two pieces of 64.
 */
export function hidden(addresses: usize, features: i32, bias: usize, out: usize): void {
  for (let i: usize = 0; i < 256; i += 16) {
    let first = f32x4.splat(0);
    let second = f32x4.splat(0);
    for (let f: usize = 0; f < <usize>features; f += 1) {
      const vector = <usize>load<u32>(addresses + (f << 2)) + i;
      first = f32x4.add(first, v128.load(vector));
      second = f32x4.add(second, v128.load(vector, 256));
    }
    first = f32x4.add(first, v128.load(bias + i));
    second = f32x4.add(second, v128.load(bias + i, 256));
    v128.store(out + i, f32x4.max(first, second));
  }
}
