import { deflateRawSync, inflateRawSync } from 'node:zlib';

/** First byte of everything packed: JSON in UTF-8, deflated. */
const JSON_DEFLATED = 1;
/** Bytes; findings of the largest article that is read have a tenth of it. */
const LARGEST = 512 * 1024 * 1024;

/** A value as bytes for a column; it must survive JSON. */
export function pack(value: unknown): Uint8Array {
  const packed = deflateRawSync(JSON.stringify(value), { level: 6 });
  const bytes = new Uint8Array(packed.length + 1);
  bytes[0] = JSON_DEFLATED;
  bytes.set(packed, 1);
  return bytes;
}

/** Throws for bytes that `pack` did not make. */
export function unpack<T>(bytes: Uint8Array): T {
  if (bytes[0] !== JSON_DEFLATED) throw new Error(`Packed in form ${bytes[0]}, which is not known.`);
  return JSON.parse(inflateRawSync(bytes.subarray(1), { maxOutputLength: LARGEST }).toString('utf8')) as T;
}
