/** RFC 2397. */
const HEADER = /^data:image\/(png|jpeg|jpg|gif|webp|bmp|avif)((?:;[^,;]{0,80}){0,8}),/i;
/** Characters of base64 that hold the size of every kind of picture but a JPEG with long comments. */
const HEAD = 400_000;

/** The first bytes of the bitmap in a `data:` address; null for any other kind of address. */
export function pictureBytes(address: string): Uint8Array | null {
  const match = HEADER.exec(address.slice(0, 800));
  if (!match || !/;base64$/i.test(match[2] ?? '')) return null;
  const body = address.slice(match[0].length, match[0].length + HEAD).replace(/\s+/g, '');
  try {
    const text = atob(body.slice(0, body.length - (body.length % 4)));
    return Uint8Array.from(text, (character) => character.charCodeAt(0));
  } catch {
    return null;
  }
}
