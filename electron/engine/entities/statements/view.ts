import type { Range, StatementKind } from '../../../contract';
import type { TokenRange } from '../../language/document';
import { sentenceOf, type Tree, treeOf } from '../../language/syntax-tree';
import type { ParsedBlock } from '../../stages';
import { findQuotations, type Quotation } from './quotations';

/** A block with what the search for statements looks up again and again. */
export interface BlockView extends Tree {
  /** Index of the block in the article. */
  index: number;
  text: string;
  quotations: Quotation[];
  /** For each token the number of the quotation it stands in, -1 outside. */
  quotationOf: Int32Array;
  /** For each token the number of its line in the block. */
  lineOf: Int32Array;
}

/** A statement while it is put together; offsets are those of the block's text, tokens those of its parse. */
export interface StatementDraft {
  block: number;
  content: Range[];
  speaker: TokenRange | null;
  /** Token that heads the speaker's words. */
  speakerHead: number | null;
  /** Null where a quotation stands by itself. */
  cue: TokenRange | null;
}

/** A statement found in the text, before anybody knows whom its speaker's words mean. */
export interface FoundStatement extends StatementDraft {
  kind: StatementKind;
  /** Parts of the content in later blocks: a quotation of several paragraphs. */
  goesOn: { block: number; range: Range }[];
}

export function viewOf(block: ParsedBlock, index: number): BlockView {
  const tree = treeOf(block.parsed);
  const { text } = block.parsed;
  const quotations = findQuotations(text);
  const quotationOf = new Int32Array(tree.tokens.length).fill(-1);
  let next = 0;
  for (const [token, { start, end }] of tree.tokens.entries()) {
    while (next < quotations.length && quotations[next]!.end <= start) next++;
    const quotation = quotations[next];
    if (quotation && start < quotation.end && quotation.start < end) quotationOf[token] = next;
  }
  return { ...tree, index, text, quotations, quotationOf, lineOf: linesOf(tree, text) };
}

function linesOf({ tokens }: Tree, text: string): Int32Array {
  const lineOf = new Int32Array(tokens.length);
  let [line, at] = [0, 0];
  for (const [index, { start }] of tokens.entries()) {
    for (; at < start; at++) if (text[at] === '\n') line++;
    lineOf[index] = line;
  }
  return lineOf;
}

export const lemmaAt = (view: Tree, token: number): string => view.tokens[token]?.lemma.toLowerCase() ?? '';
export const lowerAt = (view: Tree, token: number): string => view.tokens[token]?.text.toLowerCase() ?? '';

/** Punctuation and white space that never begin or end a content. */
const EDGE = /^[\s.,;:!?…–—()[\]-]+$/;

/** The characters of the tokens [first, end) without punctuation at the edges; null when nothing is left. */
export function charactersOf(view: Tree, first: number, end: number): Range | null {
  let [from, to] = [first, end];
  while (from < to && EDGE.test(view.tokens[from]!.text)) from++;
  while (to > from && EDGE.test(view.tokens[to - 1]!.text)) to--;
  return from < to ? { start: view.tokens[from]!.start, end: view.tokens[to - 1]!.end } : null;
}

/**
 * The characters of the tokens [first, end) but for those of `hole`, as one range or two. A part of fewer than two
 * words beside a longer one is left out: it is a leftover of the hole.
 */
export function charactersAround(view: Tree, first: number, end: number, hole: TokenRange): Range[] {
  const parts = [
    charactersOf(view, first, Math.min(end, Math.max(first, hole.first))),
    charactersOf(view, Math.max(first, Math.min(end, hole.end)), end),
  ].filter((part) => part !== null);
  const long = parts.filter(({ start, end: to }) => view.parsed.text.slice(start, to).includes(' '));
  return long.length > 0 ? long : parts;
}

export function sentenceAt(view: Tree, token: number): TokenRange {
  return sentenceOf(view.parsed, token);
}
