// Matrix products on f32x4. All addresses are byte offsets into the linear memory; the caller owns the memory's layout.

/** Columns of a panel: packed weights hold, panel after panel, `inner` rows of this many columns. */
const PANEL: i32 = 16;

/**
 * c = a · w + bias for `rows` rows (a multiple of 2). Rows of `a` lie `inner` floats apart, rows of `c` `columns`
 * floats. `columns` is a multiple of 16.
 */
export function multiply(
  a: usize,
  w: usize,
  bias: usize,
  c: usize,
  rows: i32,
  inner: i32,
  columns: i32,
): void {
  const rowBytes: usize = <usize>inner << 2;
  const panelBytes: usize = <usize>(inner * PANEL) << 2;
  const outBytes: usize = <usize>columns << 2;
  for (let column: usize = 0; column < outBytes; column += <usize>PANEL << 2) {
    for (let row = 0; row < rows; row += 2) {
      multiplyTile(
        a + <usize>row * rowBytes,
        rowBytes,
        w,
        bias + column,
        c + <usize>row * outBytes + column,
        outBytes,
      );
    }
    w += panelBytes;
  }
}

// @ts-ignore: decorator
@inline
function multiplyTile(a: usize, rowBytes: usize, w: usize, bias: usize, c: usize, outBytes: usize): void {
  let s00 = v128.load(bias);
  let s01 = v128.load(bias, 16);
  let s02 = v128.load(bias, 32);
  let s03 = v128.load(bias, 48);
  let s10 = s00;
  let s11 = s01;
  let s12 = s02;
  let s13 = s03;
  for (const end = a + rowBytes; a < end; a += 4) {
    const w0 = v128.load(w);
    const w1 = v128.load(w, 16);
    const w2 = v128.load(w, 32);
    const w3 = v128.load(w, 48);
    w += 64;
    let x = v128.load_splat<f32>(a);
    s00 = f32x4.add(s00, f32x4.mul(x, w0));
    s01 = f32x4.add(s01, f32x4.mul(x, w1));
    s02 = f32x4.add(s02, f32x4.mul(x, w2));
    s03 = f32x4.add(s03, f32x4.mul(x, w3));
    x = v128.load_splat<f32>(a + rowBytes);
    s10 = f32x4.add(s10, f32x4.mul(x, w0));
    s11 = f32x4.add(s11, f32x4.mul(x, w1));
    s12 = f32x4.add(s12, f32x4.mul(x, w2));
    s13 = f32x4.add(s13, f32x4.mul(x, w3));
  }
  v128.store(c, s00);
  v128.store(c, s01, 16);
  v128.store(c, s02, 32);
  v128.store(c, s03, 48);
  c += outBytes;
  v128.store(c, s10);
  v128.store(c, s11, 16);
  v128.store(c, s12, 32);
  v128.store(c, s13, 48);
}

/**
 * One row against a matrix packed in panels of 16 columns: c = h · w + bias. `columns` is a multiple of 16.
 */
export function multiplyRow(h: usize, w: usize, bias: usize, c: usize, inner: i32, columns: i32): void {
  const end: usize = <usize>inner << 2;
  for (let column = 0; column < columns; column += PANEL) {
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
