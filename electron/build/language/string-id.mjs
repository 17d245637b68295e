// spaCy's string ids, needed to give the package's tables their words back: MurmurHash64A (Austin Appleby, public
// domain) of the UTF-8 bytes with seed 1, except that a closed list of reserved names keeps its number.
import { readFileSync } from 'node:fs';

const MASK = (1n << 64n) - 1n;
const M = 0xc6a4a7935bd1e995n;
/** @type {Record<string, number>} */
const reserved = JSON.parse(
  readFileSync(new URL('../../engine/data/reserved-symbols.json', import.meta.url), 'utf8'),
).symbols;

/** @param {string} text @returns {bigint} */
export function stringId(text) {
  if (text === '') return 0n;
  const symbol = Object.hasOwn(reserved, text) ? reserved[text] : undefined;
  return symbol === undefined ? murmurHash64A(new TextEncoder().encode(text), 1n) : BigInt(symbol);
}

/** @param {Uint8Array} bytes @param {bigint} seed @returns {bigint} */
function murmurHash64A(bytes, seed) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let hash = seed ^ ((BigInt(bytes.length) * M) & MASK);
  const whole = bytes.length - (bytes.length % 8);
  for (let at = 0; at < whole; at += 8) {
    let word = (view.getBigUint64(at, true) * M) & MASK;
    word = ((word ^ (word >> 47n)) * M) & MASK;
    hash = ((hash ^ word) * M) & MASK;
  }
  if (whole < bytes.length) {
    let tail = 0n;
    for (let at = bytes.length - 1; at >= whole; at -= 1) tail = (tail << 8n) | BigInt(bytes[at] ?? 0);
    hash = ((hash ^ tail) * M) & MASK;
  }
  hash = ((hash ^ (hash >> 47n)) * M) & MASK;
  return hash ^ (hash >> 47n);
}
