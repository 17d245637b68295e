import { findPhrases, normalised } from '../phrases';
import { FUNCTION_WORDS } from './function-words';

/** What the words of a block tell, whatever its place. Shares are 0 to 1, sizes are natural logarithms of 1 + n. */
export const TEXT_FEATURES = [
  'characters',
  'words',
  'sentences',
  'endsSentence',
  'endsColon',
  'endsEllipsis',
  'startsLower',
  'startsDigit',
  'startsQuote',
  'commas',
  'functionWords',
  'capitalised',
  'upperCase',
  'digits',
  'wordLength',
  'date',
  'clock',
  'address',
  'handle',
  'separators',
  'question',
  'exclamation',
  'you',
  'we',
  'linesPerWord',
  'share',
  'advertisement',
  'newsletter',
  'related',
  'comments',
  'cookies',
  'byline',
  'credit',
  'date phrase',
  'navigation',
  'whole phrase',
] as const;

const REASONS = [
  'share',
  'advertisement',
  'newsletter',
  'related',
  'comments',
  'cookies',
  'byline',
  'credit',
  'date',
  'navigation',
];
const STRENGTH = { whole: 3, start: 2, anywhere: 1 } as const;

const WORD = /[\p{L}\p{N}'’]+/gu;
const SENTENCE_END = /[.!?…؟۔।][")”’»\]]*(?=\s|$)|[。！？]/gu;
/** Scripts written without spaces: about two characters make a word. */
const UNSPACED = /[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f]/g;
const ENDS_SENTENCE = /[.!?…。！？؟۔।]["')”’»」』\]]*$/u;
const MONTH_DAY =
  /\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.? \d{1,2}(?:st|nd|rd|th)?\b|\b\d{1,2}(?:st|nd|rd|th)? (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|\b(?:19|20)\d\d-\d\d-\d\d|\b\d{1,2}[./]\d{1,2}[./](?:19|20)?\d\d\b|\b\d+ (?:minutes?|hours?|days?|weeks?|months?|years?) ago\b/i;
const CLOCK = /\b\d{1,2}[:.]\d\d ?(?:[ap]\.?m\.?|ist|est|edt|gmt|utc|bst|pst|et)?\b/i;
const ADDRESS = /https?:\/\/|www\.|\w@\w|\w\.(?:com|org|net|co\.uk)\b/i;
const HANDLE = /(?:^|\s)[@#]\w{2,}/;
const SEPARATORS = /[|•·»›→▶►★✓✔]/g;

function share(count: number, of: number): number {
  return of > 0 ? count / of : 0;
}

function matches(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

/** How much of a text is looked at; what a block is shows early. */
const LONGEST = 700;

function wordCounts(words: readonly string[]): {
  functions: number;
  capital: number;
  upper: number;
  letters: number;
  you: number;
  we: number;
} {
  const counts = { functions: 0, capital: 0, upper: 0, letters: 0, you: 0, we: 0 };
  for (const word of words) {
    const lower = word.toLowerCase();
    counts.letters += word.length;
    if (FUNCTION_WORDS.has(lower)) counts.functions++;
    if (word[0] !== lower[0]) {
      counts.capital++;
      if (word.length > 1 && word === word.toUpperCase()) counts.upper++;
    }
    if (lower === 'you' || lower === 'your') counts.you++;
    if (lower === 'we' || lower === 'our' || lower === 'us') counts.we++;
  }
  return counts;
}

export interface TextFacts {
  values: number[];
  words: number;
  endsSentence: boolean;
  /** Strength of the strongest phrase for each removal reason, and of the strongest of all. */
  phrases: ReadonlyMap<string, number>;
  strongestPhrase: number;
  /** The text as phrases and repetitions are looked for. */
  line: string;
}

export function textFeatures(text: string): TextFacts {
  const looked = text.slice(0, LONGEST);
  const words = looked.match(WORD) ?? [];
  const scale = text.length > LONGEST ? text.length / LONGEST : 1;
  const counts = wordCounts(words);
  const n = words.length + Math.floor(matches(looked, UNSPACED) / 2);
  const ends = ENDS_SENTENCE.test(text.slice(-8));
  const first = text[0] ?? '';
  const phrases = new Map<string, number>();
  const line = normalised(text);
  for (const { reason, place } of findPhrases(line)) {
    phrases.set(reason, Math.max(phrases.get(reason) ?? 0, STRENGTH[place]));
  }
  const opening = looked.slice(0, 200);
  const values = [
    Math.log1p(text.length),
    Math.log1p(n * scale),
    share(matches(looked, SENTENCE_END), n) * 10,
    Number(ends),
    Number(text.endsWith(':')),
    Number(/(?:\.\.\.|…|\[…\])$/.test(text)),
    Number(/\p{Ll}/u.test(first)),
    Number(/\d/.test(first)),
    Number(/["“'‘«]/.test(first)),
    share(matches(looked, /,/g), n),
    share(counts.functions, n),
    share(counts.capital, n),
    share(counts.upper, n),
    share(matches(looked, /\d/g), looked.length),
    share(counts.letters, n),
    Number(MONTH_DAY.test(opening)),
    Number(CLOCK.test(opening)),
    Number(ADDRESS.test(opening)),
    Number(HANDLE.test(opening)),
    share(matches(looked, SEPARATORS), n),
    Number(text.endsWith('?')),
    Number(text.endsWith('!')),
    share(counts.you, n),
    share(counts.we, n),
    share(matches(looked, /\n/g), n),
    ...REASONS.map((reason) => phrases.get(reason) ?? 0),
    Number([...phrases.values()].includes(3)),
  ];
  return {
    values,
    words: Math.round(n * scale),
    endsSentence: ends,
    phrases,
    strongestPhrase: Math.max(0, ...phrases.values()),
    line,
  };
}

const NO_PHRASES: ReadonlyMap<string, number> = new Map();

/** What sums over a page need to know of a block that is not judged itself. */
export function roughFacts(text: string): TextFacts {
  let words = text === '' ? 0 : 1;
  for (let at = text.indexOf(' '); at >= 0; at = text.indexOf(' ', at + 1)) words++;
  return {
    values: [],
    words,
    endsSentence: ENDS_SENTENCE.test(text.slice(-8)),
    phrases: NO_PHRASES,
    strongestPhrase: 0,
    line: '',
  };
}
