import { deflateRawSync } from 'node:zlib';
import type { Analysis, Packed, PackedAnalysis } from '../contract';
import { FORM, PART_HEAD } from './form';

/** Items of a list in one part: some 50 KB of JSON, which any machine unpacks within a few milliseconds. */
const ITEMS = 128;
/** Deflate's quickest: whoever unpacks it is on this machine, and the library keeps it in a form of its own. */
const LEVEL = 1;

/**
 * An object with long lists as bytes. It must survive JSON. Each part is deflated JSON: the first holds the object with
 * its lists empty, every other `[name of a list, its next items]`. So whoever unpacks it can stop between any two.
 *
 * Objects as rows of values without their names were measured, too: a seventh fewer bytes, and a quarter less time to
 * unpack, which in slices nobody feels; not enough for a form that no tool can show.
 */
export function pack<T extends object>(value: T): Packed<T> {
  const lists = Object.entries(value).filter(([, content]) => Array.isArray(content)) as [
    string,
    unknown[],
  ][];
  const rest = { ...value, ...Object.fromEntries(lists.map(([name]) => [name, []])) };
  const parts: unknown[] = [rest];
  for (const [name, items] of lists) {
    for (let from = 0; from < items.length; from += ITEMS)
      parts.push([name, items.slice(from, from + ITEMS)]);
  }
  return packParts(parts.map((part) => JSON.stringify(part)));
}

/** The parts of something packed, as `unpackParts` gives them, in their packed form once more. */
export function packParts<T extends object>(parts: readonly string[]): Packed<T> {
  return joined(parts.map(packPart));
}

/** @returns what crosses the borders. */
export function packAnalysis(analysis: Analysis): PackedAnalysis {
  const { engineVersion, article, unapplied } = analysis;
  return { engineVersion, article, unapplied, bytes: pack(analysis) };
}

interface Part {
  bytes: Uint8Array;
  unpacked: number;
}

function packPart(text: string): Part {
  const json = new TextEncoder().encode(text);
  return { bytes: deflateRawSync(json, { level: LEVEL }), unpacked: json.length };
}

function joined(parts: readonly Part[]): Uint8Array {
  const length = parts.reduce((sum, { bytes }) => sum + PART_HEAD + bytes.length, 1);
  const whole = new Uint8Array(length);
  const view = new DataView(whole.buffer);
  whole[0] = FORM;
  let at = 1;
  for (const { bytes, unpacked } of parts) {
    view.setUint32(at, bytes.length, true);
    view.setUint32(at + 4, unpacked, true);
    whole.set(bytes, at + PART_HEAD);
    at += PART_HEAD + bytes.length;
  }
  return whole;
}
