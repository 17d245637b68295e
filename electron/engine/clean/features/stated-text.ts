import type { StatedText } from '../../read/draft';

/** How much of a block stands in what the page tells search engines of its text; -1 where it tells nothing. */
export const STATED_FEATURES = ['inStatedBody', 'inDescription', 'statedKind'] as const;

const WORD = /[\p{L}\p{N}]+/gu;
const SHINGLE = 3;
/** A body shorter than this is a teaser. UTF-16 units. */
const SHORTEST_BODY = 400;
/** Words of a block that are looked at. */
const LOOKED_AT = 60;

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(WORD) ?? [];
}

function shinglesOf(words: readonly string[]): string[] {
  const found: string[] = [];
  for (let i = 0; i + SHINGLE <= words.length; i++) found.push(words.slice(i, i + SHINGLE).join(' '));
  return found;
}

function share(of: readonly string[], known: ReadonlySet<string>): number {
  return of.length === 0 ? 0 : of.filter((one) => known.has(one)).length / of.length;
}

/** Looks texts up in what the page states. */
export function statedFeatures(stated: StatedText | undefined): (text: string) => number[] {
  const bodyWords = stated && stated.body.length >= SHORTEST_BODY ? wordsOf(stated.body) : null;
  const body = bodyWords && new Set(shinglesOf(bodyWords));
  const single = bodyWords && new Set(bodyWords);
  const description =
    stated && stated.description.length > 30 ? new Set(shinglesOf(wordsOf(stated.description))) : null;
  const kind = stated?.kind === 'article' ? 1 : stated?.kind === 'other' ? -1 : 0;
  if (!body && !description) return () => [-1, -1, kind];
  return (text) => {
    const words = wordsOf(text.slice(0, LOOKED_AT * 8)).slice(0, LOOKED_AT);
    const shingles = shinglesOf(words);
    const inBody = body && single ? (shingles.length > 0 ? share(shingles, body) : share(words, single)) : -1;
    return [inBody, description ? share(shingles, description) : -1, kind];
  };
}
