import stored from '../data/name-tagger.json';
import { FeatureRows } from './feature-rows';
import { TAG_COUNT, type TaggerWeights } from './tagger';

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Bytes of a base 64 text (RFC 4648); the platform's own decoder is not the same everywhere the engine runs. */
export function bytesOfBase64(text: string): Uint8Array {
  const digitOf = new Uint8Array(128);
  for (let i = 0; i < DIGITS.length; i++) digitOf[DIGITS.charCodeAt(i)] = i;
  const length = text.endsWith('==') ? text.length - 2 : text.endsWith('=') ? text.length - 1 : text.length;
  const bytes = new Uint8Array(Math.floor((length * 3) / 4));
  let at = 0;
  for (let i = 0; i < length; i += 4) {
    const digit = (k: number): number => (i + k < length ? digitOf[text.charCodeAt(i + k)]! : 0);
    const group = (digit(0) << 18) | (digit(1) << 12) | (digit(2) << 6) | digit(3);
    bytes[at++] = group >> 16;
    if (at < bytes.length) bytes[at++] = (group >> 8) & 255;
    if (at < bytes.length) bytes[at++] = group & 255;
  }
  return bytes;
}

function load(): TaggerWeights {
  const hashes = bytesOfBase64(stored.hashes);
  const values = bytesOfBase64(stored.values);
  const view = new DataView(hashes.buffer);
  const byRow = Uint32Array.from({ length: hashes.length / 4 }, (_, row) => view.getUint32(row * 4, true));
  if (values.length !== byRow.length * TAG_COUNT)
    throw new Error('name-tagger.json: hashes and values differ in length');
  return {
    rows: new FeatureRows(byRow),
    values: new Int8Array(values.buffer),
    scale: stored.scale,
    transitions: Float64Array.from(stored.transitions.split(' '), Number),
    pool: stored.pool,
  };
}

let loaded: TaggerWeights | undefined;

/** The tagger's weights, unpacked at the first call. */
export function taggerWeights(): TaggerWeights {
  loaded ??= load();
  return loaded;
}
