import { deflateRawSync, inflateRawSync } from 'node:zlib';

/** First byte of everything packed: JSON in UTF-8, deflated; with a dictionary that whoever unpacks it must have. */
const DEFLATED = 1;
const DEFLATED_WITH_DICTIONARY = 3;
/** Bytes; findings of the largest article that is read have a tenth of it. */
const LARGEST = 512 * 1024 * 1024;

/** A value as bytes for a column; it must survive JSON. */
export function pack(value: unknown, dictionary?: Uint8Array): Uint8Array {
  const packed = deflateRawSync(JSON.stringify(value), { level: 6, dictionary });
  const bytes = new Uint8Array(packed.length + 1);
  bytes[0] = dictionary ? DEFLATED_WITH_DICTIONARY : DEFLATED;
  bytes.set(packed, 1);
  return bytes;
}

/** Throws for bytes that `pack` did not make. @param dictionary for those that were packed with it */
export function unpack<T>(bytes: Uint8Array, dictionary?: Uint8Array): T {
  return JSON.parse(unpackJson(bytes, dictionary).toString('utf8')) as T;
}

/** As `unpack`, the JSON itself. */
export function unpackJson(bytes: Uint8Array, dictionary?: Uint8Array): Buffer {
  const form = bytes[0];
  const known = form === DEFLATED || (form === DEFLATED_WITH_DICTIONARY && dictionary !== undefined);
  if (!known) throw new Error(`Packed in form ${form}, which is not known.`);
  const given = form === DEFLATED ? undefined : dictionary;
  return inflateRawSync(bytes.subarray(1), { maxOutputLength: LARGEST, dictionary: given });
}
