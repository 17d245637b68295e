// Matrix products on f32x4. All addresses are byte offsets into the linear memory; the caller owns the memory's layout.

/** Columns of a panel: packed weights hold, panel after panel, `inner` rows of this many columns. */
const PANEL: i32 = 8;

/**
 * c = a · w + bias for `rows` rows (a multiple of 4). Rows of `a` lie `aStride` floats apart, and may overlap: a
 * window over three rows of 96 is one row of 288 at a stride of 96. Rows of `c` lie `columns` floats apart.
 * `columns` is a multiple of 8.
 */
export function multiply(
  a: usize,
  aStride: i32,
  w: usize,
  bias: usize,
  c: usize,
  rows: i32,
  inner: i32,
  columns: i32,
): void {
  const panelBytes: usize = <usize>(inner * PANEL) << 2;
  for (let column = 0; column < columns; column += PANEL) {
    for (let row = 0; row < rows; row += 4) {
      multiplyTile(
        a + (<usize>(row * aStride) << 2),
        <usize>aStride << 2,
        w,
        bias + (<usize>column << 2),
        c + (<usize>(row * columns + column) << 2),
        <usize>columns << 2,
        inner,
      );
    }
    w += panelBytes;
  }
}

// @ts-ignore: decorator
@inline
function multiplyTile(a0: usize, aStep: usize, w: usize, bias: usize, c: usize, cStep: usize, inner: i32): void {
  const a1 = a0 + aStep;
  const a2 = a1 + aStep;
  const a3 = a2 + aStep;
  const left = v128.load(bias);
  const right = v128.load(bias, 16);
  let s00 = left;
  let s01 = right;
  let s10 = left;
  let s11 = right;
  let s20 = left;
  let s21 = right;
  let s30 = left;
  let s31 = right;
  const end: usize = <usize>inner << 2;
  for (let k: usize = 0; k < end; k += 4) {
    const w0 = v128.load(w);
    const w1 = v128.load(w, 16);
    w += 32;
    let x = v128.load_splat<f32>(a0 + k);
    s00 = f32x4.add(s00, f32x4.mul(x, w0));
    s01 = f32x4.add(s01, f32x4.mul(x, w1));
    x = v128.load_splat<f32>(a1 + k);
    s10 = f32x4.add(s10, f32x4.mul(x, w0));
    s11 = f32x4.add(s11, f32x4.mul(x, w1));
    x = v128.load_splat<f32>(a2 + k);
    s20 = f32x4.add(s20, f32x4.mul(x, w0));
    s21 = f32x4.add(s21, f32x4.mul(x, w1));
    x = v128.load_splat<f32>(a3 + k);
    s30 = f32x4.add(s30, f32x4.mul(x, w0));
    s31 = f32x4.add(s31, f32x4.mul(x, w1));
  }
  v128.store(c, s00);
  v128.store(c, s01, 16);
  c += cStep;
  v128.store(c, s10);
  v128.store(c, s11, 16);
  c += cStep;
  v128.store(c, s20);
  v128.store(c, s21, 16);
  c += cStep;
  v128.store(c, s30);
  v128.store(c, s31, 16);
}

/**
 * One row against a matrix packed in panels of 16 columns: c = h · w + bias. `columns` is a multiple of 16.
 */
export function multiplyRow(h: usize, w: usize, bias: usize, c: usize, inner: i32, columns: i32): void {
  const end: usize = <usize>inner << 2;
  for (let column = 0; column < columns; column += 16) {
    const at: usize = <usize>column << 2;
    let s0 = v128.load(bias + at);
    let s1 = v128.load(bias + at, 16);
    let s2 = v128.load(bias + at, 32);
    let s3 = v128.load(bias + at, 48);
    for (let k: usize = 0; k < end; k += 4) {
      const x = v128.load_splat<f32>(h + k);
      s0 = f32x4.add(s0, f32x4.mul(x, v128.load(w)));
      s1 = f32x4.add(s1, f32x4.mul(x, v128.load(w, 16)));
      s2 = f32x4.add(s2, f32x4.mul(x, v128.load(w, 32)));
      s3 = f32x4.add(s3, f32x4.mul(x, v128.load(w, 48)));
      w += 64;
    }
    v128.store(c + at, s0);
    v128.store(c + at, s1, 16);
    v128.store(c + at, s2, 32);
    v128.store(c + at, s3, 48);
  }
}
