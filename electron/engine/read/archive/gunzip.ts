import { Gunzip, Inflate, Unzlib } from 'fflate';
import { LIMITS, tooLarge } from '../limits';
import { damagedArchive } from './directory';

/** Packed bytes unpacked at a time, so that a bomb is noticed while it goes off. */
const STEP_BYTES = 16_384;

export function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

interface Stream {
  push(chunk: Uint8Array, final?: boolean): void;
}
type Packing = new (receive: (chunk: Uint8Array) => void) => Stream;

/** Unpacks within a bound. Throws `EngineError` `file-damaged` or `file-too-large`. */
function unpack(packing: Packing, packed: Uint8Array, most: number): Uint8Array {
  const chunks: Uint8Array[] = [];
  let length = 0;
  const stream = new packing((chunk) => {
    chunks.push(chunk);
    length += chunk.length;
  });
  try {
    for (let at = 0; at < packed.length; at += STEP_BYTES) {
      stream.push(packed.subarray(at, at + STEP_BYTES), at + STEP_BYTES >= packed.length);
      if (length > most) break;
    }
  } catch {
    // A file that was cut off while it was fetched still holds what came before.
    if (length === 0) throw damagedArchive();
  }
  if (length > most) throw tooLarge(`unpacks to more than ${Math.round(most / 1e6)} megabytes`);
  const whole = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

/** A gzip file (RFC 1952), of several members too. */
export function gunzip(packed: Uint8Array): Uint8Array {
  return unpack(Gunzip, packed, LIMITS.archiveBytes);
}

/** The "deflate" of HTTP: with its frame by the standard (RFC 9110, 8.4.1.2), without it by habit. */
export function inflateBody(packed: Uint8Array): Uint8Array {
  try {
    return unpack(Unzlib, packed, LIMITS.entryBytes);
  } catch {
    return unpack(Inflate, packed, LIMITS.entryBytes);
  }
}
