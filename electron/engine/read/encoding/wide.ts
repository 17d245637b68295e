/** Bytes looked at for the pattern of UTF-16 without a byte order mark. */
const PROBE_BYTES = 4096;
/** Share of zero bytes at even or odd places that only two-byte text in a European script has. */
const ZERO_SHARE = 0.4;

/** UTF-16 without a byte order mark: nearly every other byte is zero, and only every other. */
export function unmarkedUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const probe = bytes.subarray(0, PROBE_BYTES);
  if (probe.length < 8 || bytes.length % 2 !== 0) return null;
  let even = 0;
  let odd = 0;
  for (let i = 0; i < probe.length; i++) {
    if (probe[i] !== 0) continue;
    if (i % 2 === 0) even++;
    else odd++;
  }
  const half = probe.length / 2;
  if (odd / half > ZERO_SHARE && even / half < 0.02) return 'utf-16le';
  if (even / half > ZERO_SHARE && odd / half < 0.02) return 'utf-16be';
  return null;
}

const MAX_CODE_POINT = 0x10ffff;

/**
 * UTF-32 with a byte order mark. The Encoding Standard has no UTF-32, so that browsers show such a file as garbage;
 * reading it costs little. Returns null without the mark.
 */
export function decodeUtf32(bytes: Uint8Array): { text: string; encoding: string } | null {
  const [a, b, c, d] = bytes;
  const little = a === 0xff && b === 0xfe && c === 0 && d === 0;
  const big = a === 0 && b === 0 && c === 0xfe && d === 0xff;
  if ((!little && !big) || bytes.length < 8) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const pieces: string[] = [];
  for (let i = 4; i + 4 <= bytes.length; i += 4) {
    const code = view.getUint32(i, little);
    const valid = code <= MAX_CODE_POINT && (code < 0xd800 || code > 0xdfff);
    pieces.push(valid ? String.fromCodePoint(code) : '\ufffd');
  }
  return { text: pieces.join(''), encoding: little ? 'utf-32le' : 'utf-32be' };
}
