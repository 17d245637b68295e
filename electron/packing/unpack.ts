import { inflateSync } from 'fflate';
import type { Packed } from '../contract';
import { FORM, PART_HEAD } from './form';

/** Bytes; no part that `pack` makes of an article comes near it. */
const LARGEST_PART = 64 * 1024 * 1024;

/** What `pack` did not make, or not whole. */
export class UnpackingError extends Error {
  constructor(what: string) {
    super(`Not packed as expected: ${what}.`);
    this.name = 'UnpackingError';
  }
}

/**
 * Unpacks part by part: each `next` is a few milliseconds' work, the last one gives the value. Throws `UnpackingError`
 * for bytes that `pack` did not make.
 */
export function* unpacking<T extends object>(packed: Packed<T>): Generator<void, T> {
  const parts = partsOf(packed);
  const first = parts.next();
  if (first.done) throw new UnpackingError('there is nothing in it');
  const value = content(first.value);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new UnpackingError('it does not begin with an object');
  }
  const lists = new Map(Object.entries(value).filter(([, list]) => Array.isArray(list)));
  for (const part of parts) {
    yield;
    const [name, items] = content(part) as [string, unknown[]];
    const list = lists.get(name) as unknown[] | undefined;
    if (!list || !Array.isArray(items)) throw new UnpackingError('a part belongs to no list');
    for (const item of items) list.push(item);
  }
  return value as T;
}

/** All at once, where nobody waits for an answer meanwhile. Throws `UnpackingError`. */
export function unpack<T extends object>(packed: Packed<T>): T {
  const steps = unpacking(packed);
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value;
}

/** The JSON of each part, for whoever keeps what is packed in another form. Throws `UnpackingError`. */
export function unpackParts(packed: Uint8Array): string[] {
  return [...partsOf(packed)].map(textOf);
}

/** True for bytes in this form whose parts are all there; what they hold is not looked at. */
export function isPacked(bytes: Uint8Array): boolean {
  try {
    return [...partsOf(bytes)].length > 0;
  } catch {
    return false;
  }
}

interface Part {
  bytes: Uint8Array;
  unpacked: number;
}

function* partsOf(packed: Uint8Array): Generator<Part, void> {
  if (packed[0] !== FORM) throw new UnpackingError(`it is of form ${packed[0]}`);
  const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength);
  for (let at = 1; at < packed.length; ) {
    if (at + PART_HEAD > packed.length) throw new UnpackingError('its end is missing');
    const length = view.getUint32(at, true);
    const unpacked = view.getUint32(at + 4, true);
    at += PART_HEAD;
    if (at + length > packed.length) throw new UnpackingError('its end is missing');
    if (unpacked > LARGEST_PART) throw new UnpackingError('a part is too large');
    yield { bytes: packed.subarray(at, at + length), unpacked };
    at += length;
  }
}

function content(part: Part): unknown {
  const json = textOf(part);
  try {
    return JSON.parse(json);
  } catch (error) {
    throw new UnpackingError(error instanceof Error ? error.message : String(error));
  }
}

function textOf({ bytes, unpacked }: Part): string {
  try {
    // Into room of the size it must have: a part that holds more is cut off, and is then no JSON.
    const json = inflateSync(bytes, { out: new Uint8Array(unpacked) });
    return new TextDecoder('utf-8', { fatal: true }).decode(json);
  } catch (error) {
    throw new UnpackingError(error instanceof Error ? error.message : String(error));
  }
}
