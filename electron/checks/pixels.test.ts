import { describe, expect, it } from 'vitest';
import { isWithinPixels, pixelSize } from './pixels';

/** Bytes in hexadecimal, `.` for a zero byte, filled up to 64. */
function head(hex: string): Uint8Array {
  const bytes = new Uint8Array(64);
  bytes.set(Buffer.from(hex.replaceAll('.', '00').replaceAll(' ', ''), 'hex'));
  return bytes;
}

describe('the size of a picture', () => {
  it.each([
    ['PNG', '89504e470d0a1a0a 0000000d 49484452 00000280 000001e0'],
    ['GIF', '474946383961 8002 e001'],
    ['JPEG behind other segments', 'ffd8 ffe0 0004 .. ffdb 0003 . ffc2 0011 08 01e0 0280'],
    ['BMP', '424d ............ 28... 80020000 e0010000'],
    ['BMP from the top', '424d ............ 28... 80020000 20feffff'],
    ['lossy WebP', '52494646 .... 57454250 56503820 .... 000000 9d012a 8002 e001'],
    ['lossless WebP', '52494646 .... 57454250 5650384c .... 2f 7fc27700'],
    ['extended WebP', '52494646 .... 57454250 56503858 .... .... 7f0200 df0100'],
    ['AVIF', '00000014 66747970 61766966 .... 00000014 69737065 .... 00000280 000001e0'],
  ])('%s', (_, hex) => {
    expect(pixelSize(head(hex))).toEqual({ width: 640, height: 480 });
  });

  it('of an icon is at most that of its pictures', () => {
    expect(pixelSize(head('00000100 01'))).toEqual({ width: 256, height: 256 });
    const large = head('00000100 01 .. 89504e470d0a1a0a 0000000d 49484452 00100000 00100000');
    expect(isWithinPixels(large)).toBe(false);
  });

  it('is bounded, and must be stated', () => {
    expect(isWithinPixels(head('474946383961 8002 e001'))).toBe(true);
    expect(isWithinPixels(head('474946383961 ffff ffff'))).toBe(false);
    expect(isWithinPixels(head('ffd8 ffe0 ffff'))).toBe(false);
    expect(isWithinPixels(new Uint8Array(3))).toBe(false);
  });
});
