import type { ParsedText, Token } from '../language/document';

/**
 * One word as the time rules see it: a run of letters, a run of digits, a possessive "'s", or one symbol. Finer than
 * the language engine's tokens, so that "20-year", "third-quarter" and "9:30pm" all read alike.
 */
export interface TimeWord {
  /** Lower case; every dash is "-", every apostrophe "'". */
  text: string;
  start: number;
  end: number;
  /** True when the first character is an upper-case letter. */
  capital: boolean;
  digits: boolean;
  /** True when nothing separates it from the word before. */
  attached: boolean;
  token: Token | undefined;
  /** Index of `token`; -1 when the language engine has none there. */
  tokenIndex: number;
}

const WORD = /['’]s\b|\p{L}+|\d+|[^\s]/gu;
const DASH = /^[-\u2010-\u2015\u2212]$/;
const UPPER = /^\p{Lu}/u;

function normalise(text: string): string {
  if (DASH.test(text)) return '-';
  return text.replace(/[’‘]/g, "'").toLowerCase();
}

/** Words of parses at hand, so that finding and resolving split a block once. */
const known = new WeakMap<ParsedText, TimeWord[]>();

/** Splits a parsed block into words; each knows the token that it lies in. */
export function timeWords(parsed: ParsedText): readonly TimeWord[] {
  const words = known.get(parsed) ?? splitWords(parsed);
  known.set(parsed, words);
  return words;
}

function splitWords(parsed: ParsedText): TimeWord[] {
  const words: TimeWord[] = [];
  let token = 0;
  let previousEnd = -1;
  for (const match of parsed.text.matchAll(WORD)) {
    const start = match.index;
    const end = start + match[0].length;
    while (token < parsed.tokens.length && (parsed.tokens[token]?.end ?? 0) <= start) token++;
    const inside = (parsed.tokens[token]?.start ?? Number.POSITIVE_INFINITY) <= start;
    words.push({
      text: normalise(match[0]),
      start,
      end,
      capital: UPPER.test(match[0]),
      digits: /^\d/.test(match[0]),
      attached: start === previousEnd,
      token: inside ? parsed.tokens[token] : undefined,
      tokenIndex: inside ? token : -1,
    });
    previousEnd = end;
  }
  return words;
}
