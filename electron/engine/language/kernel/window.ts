// The window layers' matrix product in 16-bit whole numbers: twice as fast as in floats. The model's scales are chosen
// so that no sum leaves 32 bits (build/language/window-quantisation.mjs), so the result does not depend on order.

const WIDTH: i32 = 96;
const INNER: i32 = 3 * WIDTH;
const COLUMNS: i32 = 3 * WIDTH;
const PANEL: i32 = 16;

/** out = values × scale, rounded, as i16, for `rows` rows of 96. */
export function quantise(values: usize, scale: usize, out: usize, rows: i32): void {
  const bytes: usize = <usize>WIDTH << 2;
  for (let row = 0; row < rows; row += 1) {
    for (let i: usize = 0; i < bytes; i += 32) {
      const low = f32x4.nearest(f32x4.mul(v128.load(values + i), v128.load(scale + i)));
      const high = f32x4.nearest(f32x4.mul(v128.load(values + i, 16), v128.load(scale + i, 16)));
      v128.store(out, i16x8.narrow_i32x4_s(i32x4.trunc_sat_f32x4_s(low), i32x4.trunc_sat_f32x4_s(high)));
      out += 16;
    }
    values += bytes;
  }
}

/**
 * c = window · w × scale + bias for `rows` rows (a multiple of 2); the window of row i is rows i, i + 1 and i + 2 of
 * `a` (i16, 96 a row), and `a` starts one row before the first. `w` is packed by packPairs.
 */
export function multiplyWindow(a: usize, w: usize, scale: usize, bias: usize, c: usize, rows: i32): void {
  for (let column: usize = 0; column < <usize>COLUMNS << 2; column += <usize>PANEL << 2) {
    let from = a;
    let to = c + column;
    for (let row = 0; row < rows; row += 2) {
      windowTile(from, w, scale + column, bias + column, to);
      from += 2 * (<usize>WIDTH << 1);
      to += 2 * (<usize>COLUMNS << 2);
    }
    w += <usize>(INNER * PANEL) << 1;
  }
}

// @ts-ignore: decorator
@inline
function windowTile(a: usize, w: usize, scale: usize, bias: usize, c: usize): void {
  let s00 = i32x4.splat(0);
  let s01 = s00;
  let s02 = s00;
  let s03 = s00;
  let s10 = s00;
  let s11 = s00;
  let s12 = s00;
  let s13 = s00;
  for (const end = a + (<usize>INNER << 1); a < end; a += 4) {
    const w0 = v128.load(w);
    const w1 = v128.load(w, 16);
    const w2 = v128.load(w, 32);
    const w3 = v128.load(w, 48);
    w += 64;
    let x = v128.load_splat<i32>(a);
    s00 = i32x4.add(s00, i32x4.dot_i16x8_s(x, w0));
    s01 = i32x4.add(s01, i32x4.dot_i16x8_s(x, w1));
    s02 = i32x4.add(s02, i32x4.dot_i16x8_s(x, w2));
    s03 = i32x4.add(s03, i32x4.dot_i16x8_s(x, w3));
    x = v128.load_splat<i32>(a + (<usize>WIDTH << 1));
    s10 = i32x4.add(s10, i32x4.dot_i16x8_s(x, w0));
    s11 = i32x4.add(s11, i32x4.dot_i16x8_s(x, w1));
    s12 = i32x4.add(s12, i32x4.dot_i16x8_s(x, w2));
    s13 = i32x4.add(s13, i32x4.dot_i16x8_s(x, w3));
  }
  finish(s00, scale, bias, c);
  finish(s01, scale + 16, bias + 16, c + 16);
  finish(s02, scale + 32, bias + 32, c + 32);
  finish(s03, scale + 48, bias + 48, c + 48);
  c += <usize>COLUMNS << 2;
  finish(s10, scale, bias, c);
  finish(s11, scale + 16, bias + 16, c + 16);
  finish(s12, scale + 32, bias + 32, c + 32);
  finish(s13, scale + 48, bias + 48, c + 48);
}

// @ts-ignore: decorator
@inline
function finish(sum: v128, scale: usize, bias: usize, c: usize): void {
  v128.store(c, f32x4.add(f32x4.mul(f32x4.convert_i32x4_s(sum), v128.load(scale)), v128.load(bias)));
}
