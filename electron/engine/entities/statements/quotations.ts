import type { Range } from '../../../contract';

/** A passage between quotation marks. The range holds the marks; offsets are those of the block's text. */
export interface Quotation extends Range {
  /** The words between the marks. */
  inner: Range;
  /** No mark closes it before the line ends: a quotation of several paragraphs goes on in the next one. */
  open: boolean;
}

/** Which marks close what a mark opens. Writers and converters mix straight and curved ones. */
const CLOSERS: Record<string, readonly string[]> = {
  '“': ['”', '"'],
  '„': ['“', '”', '"'],
  '«': ['»'],
  '"': ['"', '”'],
  '‘': ['’'],
  "'": ["'"],
  // How typewriters and some newspapers' archives write the double marks.
  "''": ["''"],
  '``': ["''", '"'],
};
const BEFORE_OPENING = /[\s([{—–:,-]/;
/** What may stand before a single closing mark; a letter alone is more often an apostrophe's. */
const BEFORE_SINGLE_CLOSING = /[\p{L}\d.,!?;…%)]/u;
const WORD = /[\p{L}\d]/u;
/** A single mark that closes nothing within so many units is an apostrophe. */
const LONGEST_SINGLE = 400;

const isSingle = (mark: string): boolean => mark === '‘' || mark === "'";

/** Finds what stands between quotation marks; quotations inside quotations belong to the outer one. Linear. */
export function findQuotations(text: string): Quotation[] {
  const found: Quotation[] = [];
  let opening = -1;
  for (let at = 0; at < text.length; at += markAt(text, at).length) {
    if (text[at] === '\n') {
      if (opening >= 0) found.push(quotation(text, opening, at, ''));
      opening = -1;
    } else if (opening < 0) {
      if (opens(text, at)) opening = at;
    } else if (closes(text, at, markAt(text, opening))) {
      const mark = markAt(text, at);
      found.push(quotation(text, opening, at + mark.length, mark));
      opening = -1;
    }
  }
  if (opening >= 0) found.push(quotation(text, opening, text.length, ''));
  return found.filter(({ open, start, end }) => !open || (startsLine(text, start) && end - start > 20));
}

/** The character at the place, or a double mark written as two single ones. */
function markAt(text: string, at: number): string {
  const mark = text[at]!;
  return (mark === "'" || mark === '`') && text[at + 1] === mark ? mark + mark : mark;
}

/** @param closing the mark that closes it, empty when none does */
function quotation(text: string, start: number, end: number, closing: string): Quotation {
  const inner = { start: start + markAt(text, start).length, end: end - closing.length };
  return { start, end, inner, open: closing === '' };
}

const startsLine = (text: string, at: number): boolean => at === 0 || text[at - 1] === '\n';

function opens(text: string, at: number): boolean {
  const mark = markAt(text, at);
  if (!(mark in CLOSERS)) return false;
  const next = text[at + mark.length] ?? ' ';
  if (/\s/.test(next)) return false;
  if (!isSingle(mark))
    return (mark !== '"' && mark !== "''") || at === 0 || BEFORE_OPENING.test(text[at - 1]!);
  if ((at > 0 && !BEFORE_OPENING.test(text[at - 1]!)) || !WORD.test(next)) return false;
  for (let end = at + 2; end < text.length && end < at + LONGEST_SINGLE && text[end] !== '\n'; end++) {
    if (text[end] === mark && mark === '‘') return false;
    if (closes(text, end, mark)) return text.slice(at, end).includes(' ');
  }
  return false;
}

function closes(text: string, at: number, opening: string): boolean {
  const mark = markAt(text, at);
  if (!CLOSERS[opening]!.includes(mark)) return false;
  const next = text[at + mark.length] ?? ' ';
  if (isSingle(opening))
    return !WORD.test(next) && BEFORE_SINGLE_CLOSING.test(text[at - 1]!) && !isPlural(text, at);
  return mark !== '"' || !/\s/.test(text[at - 1] ?? ' ') || !WORD.test(next);
}

/** "the teachers' union": a mark between s and another word of a line that holds a later mark. */
function isPlural(text: string, at: number): boolean {
  if (text[at - 1] !== 's' || !/^ \p{Ll}/u.test(text.slice(at + 1, at + 3))) return false;
  const line = text.slice(at + 1, at + 1 + LONGEST_SINGLE).split('\n', 1)[0]!;
  return line.includes(text[at]!);
}
