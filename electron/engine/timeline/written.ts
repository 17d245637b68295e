import table from '../data/time-words.json';
import type { Hit } from './lexicon';
import { ordinalAt } from './numbers';
import type { TimeWord } from './words';

/** Readers of figures: days of the month, years, decades, clock times as they are written. */

const tens = new Map<string, number>(Object.entries(table.tens));
const cardinals = new Map<string, number>(Object.entries(table.cardinals));

const DECADE_WORDS = new Map(
  Object.entries({
    twenties: 20,
    thirties: 30,
    forties: 40,
    fifties: 50,
    sixties: 60,
    seventies: 70,
    eighties: 80,
    nineties: 90,
  }),
);

/** 1 to 31, in figures with or without an ending, or an ordinal word of a date ("eighth"). */
export function dayOfMonthAt(words: readonly TimeWord[], at: number): Hit<number> | null {
  const ordinal = ordinalAt(words, at);
  if (ordinal) return ordinal.value >= 1 && ordinal.value <= 31 ? ordinal : null;
  const word = words[at];
  if (!word?.digits || word.text.length > 2) return null;
  const value = Number(word.text);
  const next = words[at + 1];
  if (next?.attached && /^(?:\p{L}|%)/u.test(next.text) && next.text !== "'s") return null;
  if (next?.attached && next.text === ':' && words[at + 2]?.attached && words[at + 2]?.digits) return null;
  if (
    next?.attached &&
    (next.text === '.' || next.text === ',') &&
    words[at + 2]?.attached &&
    words[at + 2]?.digits
  )
    return null;
  return value >= 1 && value <= 31 ? { value, end: at + 1 } : null;
}

/** Four figures between 1000 and 2199 that no larger figure surrounds ("12,1998", "$1998", "1998.5"). */
export function yearAt(words: readonly TimeWord[], at: number): Hit<number> | null {
  const word = words[at];
  if (!word?.digits || word.text.length !== 4) return null;
  const value = Number(word.text);
  if (value < 1000 || value > 2199) return null;
  const before = words[at - 1];
  if (word.attached && before && /[\p{L}$£€¥#:.,/&@_×*=+]/u.test(before.text)) {
    if (!(before.text === ',' || before.text === '/') || words[at - 2]?.text.length === 3) return null;
  }
  const next = words[at + 1];
  if (next?.attached && /^[\p{L}%°×*=+_@#]/u.test(next.text) && next.text !== "'s") return null;
  if (isMeasure(words, at) || isCode(words, at)) return null;
  if (next?.attached && /^[.,:]$/.test(next.text) && words[at + 2]?.attached && words[at + 2]?.digits)
    return null;
  return { value, end: at + 1 };
}

/** "1099-G", "2000-X": a figure with a letter hung on. */
function isCode(words: readonly TimeWord[], at: number): boolean {
  const [hyphen, letter] = [words[at + 1], words[at + 2]];
  const attached = hyphen?.text === '-' && hyphen.attached && letter?.attached === true;
  return attached && letter?.capital === true && letter.text.length <= 2;
}

/** "1920 × 1080", "2048 x 1536": one side of a size. */
function isMeasure(words: readonly TimeWord[], at: number): boolean {
  const times = (index: number): boolean => /^[×x*]$/.test(words[index]?.text ?? '');
  return (
    (times(at + 1) && words[at + 2]?.digits === true) || (times(at - 1) && words[at - 2]?.digits === true)
  );
}

/** "nineteen ninety-seven", "two thousand (and) four". */
export function yearInWordsAt(words: readonly TimeWord[], at: number): Hit<number> | null {
  const text = words[at]?.text ?? '';
  if (text === 'two' && words[at + 1]?.text === 'thousand') {
    const and = words[at + 2]?.text === 'and' ? 1 : 0;
    const one = cardinals.get(words[at + 2 + and]?.text ?? '');
    return one ? { value: 2000 + one, end: at + 3 + and } : { value: 2000, end: at + 2 };
  }
  const hundreds = text === 'twenty' ? 20 : cardinals.get(text);
  if (!hundreds || hundreds < 16 || hundreds > 20) return null;
  const ten = tens.get(words[at + 1]?.text ?? '');
  if (ten !== undefined) {
    const hyphen = words[at + 2]?.text === '-' ? 1 : 0;
    const one = cardinals.get(words[at + 2 + hyphen]?.text ?? '');
    if (one && one < 10) return { value: hundreds * 100 + ten + one, end: at + 3 + hyphen };
    return { value: hundreds * 100 + ten, end: at + 2 };
  }
  const teen = cardinals.get(words[at + 1]?.text ?? '');
  return teen && teen >= 10 ? { value: hundreds * 100 + teen, end: at + 2 } : null;
}

/** "1990s", "1990's", "'90s", "90s", "nineties": the decade's first year. */
export function decadeAt(words: readonly TimeWord[], at: number): Hit<number> | null {
  const word = words[at];
  const inWords = DECADE_WORDS.get(word?.text ?? '');
  if (inWords) return { value: 1900 + inWords, end: at + 1 };
  const apostrophe = word?.text === "'" || word?.text === '`' ? 1 : 0;
  const digits = words[at + apostrophe];
  const ending = words[at + apostrophe + 1];
  if (!digits?.digits || !ending?.attached || !/^'?s$/.test(ending.text)) return null;
  const value = Number(digits.text);
  if (value % 10 !== 0 || !/^(?:\d{4}|\d{2}|\d{3})$/.test(digits.text)) return null;
  const end = at + apostrophe + 2;
  if (isGluedToWord(words, at + apostrophe)) return null;
  if (digits.text.length === 4) return apostrophe ? null : { value, end };
  if (digits.text.length === 3) return words[end]?.text === 'bc' ? { value, end } : null;
  return value >= 20 && (apostrophe === 1 || SHORT_DECADE_BEFORE.test(words[at - 1]?.text ?? ''))
    ? { value: 1900 + value, end }
    : null;
}

/** Two figures with an "s" are a decade behind these; elsewhere seconds, sizes, ages or amounts ("30s", "in her 40s"). */
const SHORT_DECADE_BEFORE = /^(?:the|early|mid|late|-)$/;

/** Figures that go on a word are the number of a model: "QC20s". */
function isGluedToWord(words: readonly TimeWord[], at: number): boolean {
  return words[at]?.attached === true && /\p{L}$/u.test(words[at - 1]?.text ?? '');
}

/** The figures of a year before Christ or Anno Domini: "480" of "480 BC". The era itself is the pattern's. */
export function centuryYearAt(words: readonly TimeWord[], at: number): Hit<number> | null {
  const word = words[at];
  if (!word?.digits || word.text.length > 4) return null;
  return { value: Number(word.text), end: at + 1 };
}

/** "10:30", "22:30:15": hours and minutes as `22:30`. */
export function clockAt(words: readonly TimeWord[], at: number): Hit<string> | null {
  const [hour, colon, minute] = [words[at], words[at + 1], words[at + 2]];
  if (!hour?.digits || hour.text.length > 2 || !minute?.digits || minute.text.length !== 2) return null;
  if (colon?.text !== ':' || !colon.attached || !minute.attached) return null;
  if (Number(hour.text) > 24 || Number(minute.text) > 59) return null;
  const seconds = words[at + 3]?.text === ':' && words[at + 4]?.digits && words[at + 4]?.attached;
  return { value: `${hour.text.padStart(2, '0')}:${minute.text}`, end: at + (seconds ? 5 : 3) };
}

/** "am", "p.m.", "PM". */
export function meridiemAt(words: readonly TimeWord[], at: number): Hit<string> | null {
  const text = words[at]?.text;
  if (text === 'am' || text === 'pm') return { value: text, end: at + 1 };
  if ((text !== 'a' && text !== 'p') || words[at + 1]?.text !== '.' || words[at + 2]?.text !== 'm')
    return null;
  const stop = words[at + 3];
  return { value: `${text}m`, end: stop?.text === '.' && stop.attached ? at + 4 : at + 3 };
}

const ZONES = new Set([
  'gmt',
  'utc',
  'est',
  'edt',
  'cst',
  'cdt',
  'mst',
  'mdt',
  'pst',
  'pdt',
  'bst',
  'cet',
  'cest',
  'ist',
  'jst',
  'aest',
]);

export function zoneAt(words: readonly TimeWord[], at: number): Hit<string> | null {
  const text = words[at]?.text ?? '';
  if (ZONES.has(text)) return { value: text, end: at + 1 };
  return text === 'local' && words[at + 1]?.text === 'time' ? { value: text, end: at + 2 } : null;
}
