/** Latin letters only matter in a prologue, so that each byte can stand for one character. */
function prologueOf(bytes: Uint8Array, length: number): string {
  let text = '';
  for (const byte of bytes.subarray(0, length)) text += String.fromCharCode(byte);
  return text;
}

/** The standard looks into 1,024 bytes; pages saved with long comments or scripts in front say it later. */
const PROLOGUE_BYTES = 65_536;

const XML_DECLARATION = /^\s{0,16}<\?xml[^>]{0,256}?encoding\s{0,8}=\s{0,8}["']([\w.:-]{1,40})["']/i;
const META_TAG = /<meta\s([^>]{1,512})>/gi;
const CHARSET = /charset\s{0,8}=\s{0,8}["']?\s{0,8}([\w.:-]{1,40})/i;

/**
 * The encoding a page or XML document names in itself, as a label, or null. A `meta` in a comment counts too: the
 * saved page's own tag often stands behind one.
 */
export function declaredEncoding(bytes: Uint8Array): string | null {
  const prologue = prologueOf(bytes, PROLOGUE_BYTES);
  const xml = XML_DECLARATION.exec(prologue)?.[1];
  if (xml) return xml;
  for (const [, attributes = ''] of prologue.matchAll(META_TAG)) {
    const label = CHARSET.exec(attributes)?.[1];
    if (label) return label;
  }
  return null;
}
