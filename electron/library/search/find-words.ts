import type { Block, Range, TextSpan } from '../../contract';
import { fold, type Token, tokens } from './fold';
import type { Query, Words } from './query';

/** Terms whose words are looked for in the text; what is refused, and what was asked of other fields, is not. */
export function termsOf(query: Query): Words[] {
  switch (query.kind) {
    case 'words':
      return query.field === null || query.field === 'title' || query.field === 'entity' ? [query] : [];
    case 'near':
      return query.field === null ? query.terms : [];
    case 'and':
    case 'or':
      return query.parts.flatMap(termsOf);
    default:
      return [];
  }
}

export interface WordHit extends Range {
  /** Index of the term in the list that was searched for. */
  term: number;
}

/** Every place of a text where one of the terms stands, in reading order; they may overlap. */
export function findWords(text: string, terms: readonly Words[]): WordHit[] {
  const folded = fold(text);
  // Cheap, and true for whatever follows to be found; most blocks hold none of the words.
  const possible = terms.map(({ words }) => words.every((word) => folded.includes(word)));
  if (!possible.includes(true)) return [];
  const all = tokens(text);
  return all.flatMap((token, at) =>
    terms.flatMap((term, index) => {
      const end = possible[index] ? endOf(term, all, at) : null;
      return end === null ? [] : [{ term: index, start: token.start, end }];
    }),
  );
}

/** Where a term that begins at token `at` ends, or null when it does not stand there. */
function endOf({ words, prefix }: Words, all: readonly Token[], at: number): number | null {
  let end: number | null = null;
  for (const [offset, word] of words.entries()) {
    const token = all[at + offset];
    const begins = prefix && offset === words.length - 1;
    if (!token || !(begins ? token.word.startsWith(word) : token.word === word)) return null;
    end = token.end;
  }
  return end;
}

/** All hits of an article in reading order, none overlapping the one before. */
export function hitsIn(blocks: readonly Block[], query: Query): TextSpan[] {
  const terms = termsOf(query);
  if (terms.length === 0) return [];
  return blocks.flatMap(({ id, text }) =>
    merged(findWords(text, terms)).map(({ start, end }) => ({ block: id, start, end })),
  );
}

/** Hits that overlap as one. */
export function merged(hits: readonly Range[]): Range[] {
  const found: Range[] = [];
  for (const { start, end } of hits) {
    const last = found.at(-1);
    if (last && start < last.end) last.end = Math.max(last.end, end);
    else found.push({ start, end });
  }
  return found;
}
