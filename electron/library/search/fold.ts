import type { Range } from '../../contract';

/**
 * How words are compared in the whole library: without case, without the accents of Latin, Greek and Cyrillic letters,
 * without Arabic vowel signs and Hebrew points, full-width letters like narrow ones. Marks of other scripts (the vowel
 * signs of Devanagari or Thai) are part of the word and stay.
 */
export function fold(text: string): string {
  if (isAscii(text)) return text.toLowerCase();
  return text
    .normalize('NFKD')
    .replace(FOLDED_AWAY, '')
    .toLowerCase()
    .replace(SPECIAL_LETTERS, (letter) => specialLetters[letter] ?? letter)
    .normalize('NFKC');
}

/** Combining marks (U+0300), Hebrew points, Arabic vowel signs and the stretching of Arabic script (tatweel). */
const FOLDED_AWAY = /[\u0300-\u036f\u0591-\u05bd\u05bf-\u05c7\u064b-\u065f\u0670\u0640]/g;
/** Letters with a stroke or joined ones, which Unicode does not take apart. */
const specialLetters: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ł: 'l',
  ı: 'i',
  ð: 'd',
  þ: 'th',
  ς: 'σ',
};
const SPECIAL_LETTERS = new RegExp(`[${Object.keys(specialLetters).join('')}]`, 'g');

function isAscii(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) > 127) return false;
  return true;
}

/** One indexed word with its place in the text it was read from. */
export interface Token extends Range {
  word: string;
}

const WORD = /[\p{L}\p{N}\p{M}]+/gu;
const NOT_IN_WORD = /[^\p{L}\p{N}\p{M}]+/gu;
/** Scripts that put no space between words. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\u30fc]/u;
const UNSPACED_RUNS = new RegExp(`(?:${UNSPACED.source}\\p{M}*)+`, 'gu');

/**
 * The words of a text. Where a script writes without spaces, each pair of neighbouring letters is a word (overlapping
 * 2-grams), and the last letter of a run is one by itself, so that a single letter is found as a beginning.
 */
export function tokens(text: string): Token[] {
  const found: Token[] = [];
  for (const match of text.matchAll(WORD)) {
    const start = match.index;
    if (UNSPACED.test(match[0])) pushUnspaced(found, match[0], start);
    else pushWord(found, match[0], start);
  }
  return found;
}

function pushWord(found: Token[], word: string, start: number): void {
  const folded = fold(word).replace(NOT_IN_WORD, '');
  if (folded !== '') found.push({ word: folded, start, end: start + word.length });
}

function pushUnspaced(found: Token[], word: string, start: number): void {
  let at = 0;
  for (const run of word.matchAll(UNSPACED_RUNS)) {
    if (run.index > at) pushWord(found, word.slice(at, run.index), start + at);
    pushPairs(found, run[0], start + run.index);
    at = run.index + run[0].length;
  }
  if (at < word.length) pushWord(found, word.slice(at), start + at);
}

function pushPairs(found: Token[], run: string, start: number): void {
  const letters = [...run.matchAll(/\P{M}\p{M}*/gu)];
  letters.forEach((letter, index) => {
    const next = letters[index + 1];
    const end = next ? next.index + next[0].length : letter.index + letter[0].length;
    pushWord(found, run.slice(letter.index, end), start + letter.index);
  });
}

/** The text as the index takes it: its words with one space between. */
export function indexText(text: string): string {
  return tokens(text)
    .map(({ word }) => word)
    .join(' ');
}

/**
 * The words of a search for `text`. A run of pairs is asked for without its last single letter; a letter alone, in a
 * script without spaces, stands for every word that begins with it.
 */
export function searchWords(text: string): { words: string[]; prefix: boolean } {
  const all = tokens(text);
  const words = all.filter((_, index) => !endsRun(all, index, text)).map(({ word }) => word);
  const [only] = all;
  const alone = all.length === 1 && only ? text.slice(only.start, only.end) : '';
  return { words, prefix: lengthInLetters(alone) === 1 && UNSPACED.test(alone) };
}

/** True for the single letter that closes a run of pairs. */
function endsRun(all: Token[], index: number, text: string): boolean {
  const token = all[index];
  const before = all[index - 1];
  if (!token || !before) return false;
  return before.end === token.end && UNSPACED.test(text.slice(token.start, token.end));
}

function lengthInLetters(text: string): number {
  return [...text.matchAll(/\P{M}\p{M}*/gu)].length;
}
