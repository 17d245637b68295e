import table from '../data/time-words.json';
import type { Hit } from './lexicon';
import type { Count } from './meaning';
import type { TimeWord } from './words';

const cardinals = new Map<string, number>(Object.entries(table.cardinals));
const tens = new Map<string, number>(Object.entries(table.tens));
const scales = new Map<string, number>(Object.entries(table.scales));
const ordinals = new Map<string, number>(Object.entries(table.ordinals));

const ORDINAL_ENDING = /^(?:st|nd|rd|th)$/;
/** Words of a written number are never more than these ("two hundred and twenty five thousand"). */
const MOST_NUMBER_WORDS = 8;
/** Counts without a number. "couple" is 2 in TIMEX3; the others are an unknown X. */
const VAGUE_COUNTS = new Set(['several', 'few', 'some', 'many', 'recent', 'coming', 'numerous', 'countless']);

/** Digits of a whole number with its thousands: "200,000". */
function digitsAt(words: readonly TimeWord[], at: number): Hit<number> | null {
  const first = words[at];
  if (!first?.digits) return null;
  let text = first.text;
  let end = at + 1;
  while (words[end]?.text === ',' && words[end]?.attached && isThousands(words[end + 1])) {
    text += words[end + 1]?.text;
    end += 2;
  }
  if (
    words[end]?.text === '.' &&
    words[end]?.attached &&
    words[end + 1]?.digits &&
    words[end + 1]?.attached
  ) {
    text += `.${words[end + 1]?.text}`;
    end += 2;
  }
  return { value: Number(text), end };
}

function isThousands(word: TimeWord | undefined): boolean {
  return Boolean(word?.digits && word.attached && word.text.length === 3);
}

function smallNumberAt(words: readonly TimeWord[], at: number): Hit<number> | null {
  const text = words[at]?.text ?? '';
  const ten = tens.get(text);
  if (ten === undefined) {
    const value = cardinals.get(text);
    return value === undefined ? null : { value, end: at + 1 };
  }
  const hyphen = words[at + 1]?.text === '-' ? 1 : 0;
  const one = cardinals.get(words[at + 1 + hyphen]?.text ?? '');
  if (one !== undefined && one > 0 && one < 10) return { value: ten + one, end: at + 2 + hyphen };
  return { value: ten, end: at + 1 };
}

/** A number in words: "two", "twenty-four", "a hundred", "three hundred and ten". */
function wordsNumberAt(words: readonly TimeWord[], at: number): Hit<number> | null {
  let total = 0;
  let current: number | null = null;
  let end = at;
  if (words[at]?.text === 'a' && scales.has(words[at + 1]?.text ?? '')) {
    current = 1;
    end = at + 1;
  }
  while (end < at + MOST_NUMBER_WORDS) {
    const scale = scales.get(words[end]?.text ?? '');
    if (scale && current !== null) {
      current *= scale;
      if (scale > 100) {
        total += current;
        current = 0;
      }
      end++;
      continue;
    }
    const joined: number = words[end]?.text === 'and' && (current ?? 0) >= 100 ? end + 1 : end;
    const small = current === null || current % 100 === 0 ? smallNumberAt(words, joined) : null;
    if (!small) break;
    current = (current ?? 0) + small.value;
    end = small.end;
  }
  return current === null || end === at ? null : { value: total + current, end };
}

/** "1/2" behind a number, and "and a half". */
function fractionAt(words: readonly TimeWord[], at: number): Hit<number> | null {
  const text = (offset: number): string | undefined => words[at + offset]?.text;
  if (text(0) === '½') return { value: 0.5, end: at + 1 };
  if (words[at]?.digits && text(1) === '/' && words[at + 1]?.attached && words[at + 2]?.digits) {
    const value = Number(text(0)) / Number(text(2));
    return value > 0 && value < 1 ? { value, end: at + 3 } : null;
  }
  if (text(0) === 'and' && text(1) === 'a' && text(2) === 'half') return { value: 0.5, end: at + 3 };
  return null;
}

/** A cardinal number in digits or words, with a fraction behind it if there is one. */
export function numberAt(words: readonly TimeWord[], at: number): Hit<number> | null {
  const whole = digitsAt(words, at) ?? wordsNumberAt(words, at);
  if (!whole) return null;
  const fraction = fractionAt(words, whole.end);
  return fraction ? { value: whole.value + fraction.value, end: fraction.end } : whole;
}

/** "21st", "second", "twenty-first". */
export function ordinalAt(words: readonly TimeWord[], at: number): Hit<number> | null {
  const word = words[at];
  if (!word) return null;
  if (word.digits && words[at + 1]?.attached && ORDINAL_ENDING.test(words[at + 1]?.text ?? ''))
    return { value: Number(word.text), end: at + 2 };
  const ten = tens.get(word.text);
  if (ten !== undefined) {
    const hyphen = words[at + 1]?.text === '-' ? 1 : 0;
    const one = ordinals.get(words[at + 1 + hyphen]?.text ?? '');
    return one !== undefined && one < 10 ? { value: ten + one, end: at + 2 + hyphen } : null;
  }
  const value = ordinals.get(word.text);
  return value === undefined ? null : { value, end: at + 1 };
}

/** How many units: "three", "a", "several", "a few", "a couple of", "half a". */
export function countAt(words: readonly TimeWord[], at: number): Hit<Count> | null {
  const text = words[at]?.text ?? '';
  const next = words[at + 1]?.text ?? '';
  const article = text === 'a' || text === 'an' ? 1 : 0;
  if (text === 'half' && /^an?$/.test(next)) return { value: { value: 0.5 }, end: at + 2 };
  const noun = words[at + article]?.text ?? '';
  if (noun === 'couple') {
    const of = words[at + article + 1]?.text === 'of' ? 2 : 1;
    return { value: { value: 2 }, end: at + article + of };
  }
  if (VAGUE_COUNTS.has(noun)) return { value: { value: null }, end: at + article + 1 };
  const number = numberAt(words, at);
  if (number) return { value: { value: number.value }, end: number.end };
  if (article && noun !== 'half') return { value: { value: 1 }, end: at + 1 };
  return null;
}
