// Decodes MessagePack (https://github.com/msgpack/msgpack/blob/master/spec.md) as the model package uses it: binary map
// keys and 64-bit integer keys occur, which is why maps become `Map`s and large integers `bigint`s.

/** @typedef {null | boolean | number | bigint | string | Uint8Array | MessageValue[] | Map<string | number | bigint, MessageValue>} MessageValue */

const utf8 = new TextDecoder('utf-8', { fatal: true });

class Reader {
  /** @param {Uint8Array} bytes */
  constructor(bytes) {
    this.bytes = bytes;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.at = 0;
  }

  /** @param {number} size 1, 2 or 4 @returns {number} */
  unsigned(size) {
    const at = this.at;
    this.at += size;
    if (size === 1) return this.view.getUint8(at);
    return size === 2 ? this.view.getUint16(at) : this.view.getUint32(at);
  }

  /** @param {number} length @returns {Uint8Array} */
  raw(length) {
    this.at += length;
    return this.bytes.subarray(this.at - length, this.at);
  }

  /** @param {number} length @returns {MessageValue[]} */
  list(length) {
    return Array.from({ length }, () => this.value());
  }

  /** @param {number} length @returns {MessageValue} */
  map(length) {
    const entries = new Map();
    for (let i = 0; i < length; i += 1) {
      const key = this.value();
      entries.set(key instanceof Uint8Array ? utf8.decode(key) : key, this.value());
    }
    return entries;
  }

  /** @returns {MessageValue} */
  value() {
    const code = this.unsigned(1);
    if (code < 0x80) return code;
    if (code < 0x90) return this.map(code & 0x0f);
    if (code < 0xa0) return this.list(code & 0x0f);
    if (code < 0xc0) return utf8.decode(this.raw(code & 0x1f));
    if (code >= 0xe0) return code - 0x100;
    return this.longValue(code);
  }

  /** @param {number} code the format byte of every value that is not one of the "fix" kinds @returns {MessageValue} */
  longValue(code) {
    if (code === 0xc0) return null;
    if (code === 0xc2 || code === 0xc3) return code === 0xc3;
    if (code >= 0xc4 && code <= 0xc6) return this.raw(this.unsigned(2 ** (code - 0xc4)));
    if (code === 0xca || code === 0xcb) return this.float(code === 0xca ? 4 : 8);
    if (code >= 0xcc && code <= 0xce) return this.unsigned(2 ** (code - 0xcc));
    if (code === 0xcf || code === 0xd3) return this.big(code === 0xcf);
    if (code >= 0xd0 && code <= 0xd2) return this.signed(2 ** (code - 0xd0));
    if (code >= 0xd9 && code <= 0xdb) return utf8.decode(this.raw(this.unsigned(2 ** (code - 0xd9))));
    if (code === 0xdc || code === 0xdd) return this.list(this.unsigned(code === 0xdc ? 2 : 4));
    if (code === 0xde || code === 0xdf) return this.map(this.unsigned(code === 0xde ? 2 : 4));
    throw new Error(`MessagePack format byte 0x${code.toString(16)} is not known.`);
  }

  /** @param {number} size 4 or 8 */
  float(size) {
    this.at += size;
    return size === 4 ? this.view.getFloat32(this.at - 4) : this.view.getFloat64(this.at - 8);
  }

  /** @param {boolean} unsigned */
  big(unsigned) {
    this.at += 8;
    return unsigned ? this.view.getBigUint64(this.at - 8) : this.view.getBigInt64(this.at - 8);
  }

  /** @param {number} size 1, 2 or 4 */
  signed(size) {
    const value = this.unsigned(size);
    const half = 2 ** (8 * size - 1);
    return value < half ? value : value - 2 * half;
  }
}

/** @param {Uint8Array} bytes one MessagePack value @returns {MessageValue} */
export function decodeMessage(bytes) {
  return new Reader(bytes).value();
}

/** @param {MessageValue | undefined} value @returns {Map<string | number | bigint, MessageValue>} */
export function asMap(value) {
  if (value instanceof Map) return value;
  throw new Error('A map was expected in the model package.');
}

/** @param {MessageValue | undefined} value @returns {MessageValue[]} */
export function asList(value) {
  if (Array.isArray(value)) return value;
  throw new Error('A list was expected in the model package.');
}

/** @param {MessageValue | undefined} value @returns {string} */
export function asText(value) {
  if (typeof value === 'string') return value;
  throw new Error('A text was expected in the model package.');
}
