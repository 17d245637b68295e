import { analyse } from 'chardet';
import { TextDecoder } from './encoding-library';

/** Bytes looked at; more does not change the answer and costs time. */
const SAMPLE_BYTES = 48_000;

const LESS_THAN = 0x3c;
const GREATER_THAN = 0x3e;

/**
 * A piece of the file that tells most about its encoding: for markup the text between tags, since tag names would
 * count as words of some language, and of either only the lines that hold bytes above 0x7F.
 */
function sampleOf(bytes: Uint8Array, markup: boolean): Uint8Array {
  const sample = new Uint8Array(SAMPLE_BYTES);
  let length = 0;
  let inTag = false;
  let lineStart = 0;
  let telling = false;
  for (const byte of bytes) {
    if (length === SAMPLE_BYTES) break;
    if (markup && byte === LESS_THAN) inTag = true;
    if (!inTag) {
      sample[length++] = byte;
      if (byte > 0x7f || byte === 0x1b) telling = true;
    }
    if (markup && byte === GREATER_THAN) inTag = false;
    if (byte === 0x0a || (byte === GREATER_THAN && markup)) {
      if (!telling) length = lineStart;
      lineStart = length;
      telling = false;
    }
  }
  return sample.subarray(0, length);
}

/** The windows code page is what a browser reads for the ISO name, and a superset of it in these cases. */
const BROWSER_NAME: Record<string, string> = {
  'ISO-8859-1': 'windows-1252',
  'ISO-8859-9': 'windows-1254',
  'ISO-8859-7': 'iso-8859-7',
  'ISO-8859-8': 'windows-1255',
};

/** Letters of a word that change script or case inside it are the mark of a wrong guess. */
const ODD_CASE = /\p{Ll}\p{Lu}/gu;
const NOT_TEXT = /[\u0080-\u009f\ufffd\ue000-\uf8ff]/g;
const SYMBOL_IN_WORD = /\p{L}[\u00a1-\u00a9\u00ab-\u00b1\u00b4\u00b6\u00b8\u00bb-\u00bf\u00d7\u00f7]\p{L}/gu;

function count(pattern: RegExp, text: string): number {
  return text.match(pattern)?.length ?? 0;
}

/** How much of a decoded sample cannot be text in any language, as a share of its characters above ASCII. */
function implausibility(text: string): number {
  let foreign = 0;
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 0x7f) foreign++;
  const odd = 4 * count(NOT_TEXT, text) + count(ODD_CASE, text) + count(SYMBOL_IN_WORD, text);
  return odd / Math.max(foreign, 1);
}

/** Thai vowel signs and tone marks stand on a consonant; in Chinese or Korean bytes read as Thai they do not. */
const THAI_LETTER = /[\u0e01-\u0e5b]/g;
const ORPHAN_THAI_MARK = /(?<![\u0e01-\u0e4e])[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]/g;
/** The detector's Thai statistics are thin, and its East Asian ones pass for Thai; points of confidence to make up. */
const THAI_BONUS = 40;

function isThai(text: string): boolean {
  const letters = count(THAI_LETTER, text);
  return letters > 20 && letters > 0.9 * count(/[^\0-\u007f]/g, text) && count(ORPHAN_THAI_MARK, text) === 0;
}

/** What a point of the detector's confidence (0 to 100) is worth beside a share of implausible characters. */
const IMPLAUSIBLE_WEIGHT = 120;

/** Designators of JIS X 0208 in ISO-2022-JP (RFC 1468): ESC $ @ and ESC $ B. */
export function isIso2022Jp(bytes: Uint8Array): boolean {
  for (let i = bytes.indexOf(0x1b); i >= 0; i = bytes.indexOf(0x1b, i + 1)) {
    if (bytes[i + 1] === 0x24 && (bytes[i + 2] === 0x40 || bytes[i + 2] === 0x42)) return true;
  }
  return false;
}

/**
 * Guesses the encoding of bytes that are not UTF-8: the detector's candidates, weighed by how much of the text
 * decoded with each can be text at all.
 * @returns a WHATWG label; windows-1252, the standard's own fallback, when nothing tells.
 */
export function detectEncoding(bytes: Uint8Array, markup: boolean): string {
  const sample = sampleOf(bytes, markup);
  if (sample.length === 0) return 'windows-1252';
  let best = { label: 'windows-1252', score: Number.NEGATIVE_INFINITY };
  for (const { name, confidence } of analyse(sample).slice(0, 8)) {
    if (/^(ASCII|UTF|ISO-2022-(KR|CN)|mbcs|sbcs|ISO_2022)/.test(name)) continue;
    const label = BROWSER_NAME[name] ?? name.toLowerCase();
    const text = new TextDecoder(label).decode(sample);
    const score = confidence - IMPLAUSIBLE_WEIGHT * implausibility(text) + (isThai(text) ? THAI_BONUS : 0);
    if (score > best.score) best = { label, score };
  }
  return best.label;
}
