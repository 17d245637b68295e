import { BUDGET } from '../contract';

interface Size {
  width: number;
  height: number;
}

function textAt(bytes: Uint8Array, at: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + length));
}

/**
 * Width and height that a bitmap states in its head: PNG, GIF, JPEG, WebP, BMP, AVIF, icons. Null when its head holds
 * none, or it is of another kind.
 */
export function pixelSize(bytes: Uint8Array): Size | null {
  if (bytes.length < 26) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (textAt(bytes, 1, 3) === 'PNG') return { width: view.getUint32(16), height: view.getUint32(20) };
  if (textAt(bytes, 0, 4) === 'GIF8') {
    return { width: view.getUint16(6, true), height: view.getUint16(8, true) };
  }
  if (bytes[0] === 0xff && bytes[1] === 0xd8) return jpegSize(view);
  if (textAt(bytes, 0, 4) === 'RIFF') return webpSize(bytes, view);
  if (textAt(bytes, 0, 2) === 'BM') {
    return { width: Math.abs(view.getInt32(18, true)), height: Math.abs(view.getInt32(22, true)) };
  }
  if (textAt(bytes, 4, 4) === 'ftyp') return avifSize(bytes, view);
  if (view.getUint32(0) === 0x0000_0100) return iconSize(bytes);
  return null;
}

/** The frame header (ITU-T T.81, B.2.2) behind the segments that come before it. */
function jpegSize(view: DataView): Size | null {
  let at = 2;
  while (at + 9 < view.byteLength) {
    if (view.getUint8(at) !== 0xff) return null;
    const marker = view.getUint8(at + 1);
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    at += marker === 0xff ? 1 : 2 + view.getUint16(at + 2);
  }
  return null;
}

/** The canvas of the extended form, or the frame of the simple ones (RFC 9649, 2.5 to 2.7). */
function webpSize(bytes: Uint8Array, view: DataView): Size | null {
  if (bytes.length < 30) return null;
  const form = textAt(bytes, 12, 4);
  if (form === 'VP8X') {
    const uint24 = (at: number) => view.getUint16(at, true) + 65_536 * view.getUint8(at + 2);
    return { width: uint24(24) + 1, height: uint24(27) + 1 };
  }
  if (form === 'VP8 ') {
    return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
  }
  if (form !== 'VP8L') return null;
  const bits = view.getUint32(21, true);
  return { width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1 };
}

/** Bytes at the start of an AVIF file in which its boxes of sizes stand. */
const AVIF_HEAD = 65_536;

/** The largest of the `ispe` boxes (ISO/IEC 23008-12, 6.5.3): a picture may be put together of tiles. */
function avifSize(bytes: Uint8Array, view: DataView): Size | null {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, AVIF_HEAD));
  let largest: Size | null = null;
  for (let at = head.indexOf('ispe'); at >= 0 && at + 16 <= bytes.length; at = head.indexOf('ispe', at + 4)) {
    const size = { width: view.getUint32(at + 8), height: view.getUint32(at + 12) };
    if (!largest || size.width * size.height > largest.width * largest.height) largest = size;
  }
  return largest;
}

/** An icon's pictures have at most 256 pixels a side, or are PNG pictures that say their own size. */
function iconSize(bytes: Uint8Array): Size {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let largest = { width: 256, height: 256 };
  for (let at = all.indexOf('PNG\r\n'); at > 0; at = all.indexOf('PNG\r\n', at + 4)) {
    const size = pixelSize(bytes.subarray(at - 1));
    if (size && size.width * size.height > largest.width * largest.height) largest = size;
  }
  return largest;
}

/** True for a bitmap that states a size which the window can unpack. */
export function isWithinPixels(bytes: Uint8Array): boolean {
  const size = pixelSize(bytes);
  return size !== null && size.width * size.height <= BUDGET.picture.pixels;
}
