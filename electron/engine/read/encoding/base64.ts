const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const VALUES = new Int8Array(128).fill(-1);
[...ALPHABET].forEach((character, value) => {
  VALUES[character.charCodeAt(0)] = value;
});
VALUES['-'.charCodeAt(0)] = 62;
VALUES['_'.charCodeAt(0)] = 63;

/** Share of characters that are no base64 beyond which a text is not meant to be it. */
const TOLERATED = 0.01;

/**
 * Decodes base64 as mail does (RFC 2045): line breaks and strange characters are passed over.
 * @returns null for text that is not base64 at all.
 */
export function fromBase64(text: string): Uint8Array | null {
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4) + 3);
  let length = 0;
  let bits = 0;
  let held = 0;
  let strange = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const value = code < 128 ? (VALUES[code] as number) : -1;
    if (value < 0) {
      if (code !== 0x3d && code !== 0x0a && code !== 0x0d && code !== 0x20 && code !== 0x09) strange++;
      continue;
    }
    bits = (bits << 6) | value;
    held += 6;
    if (held < 8) continue;
    held -= 8;
    bytes[length++] = (bits >> held) & 0xff;
  }
  return strange > text.length * TOLERATED ? null : bytes.slice(0, length);
}
