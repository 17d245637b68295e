import type { Range, StatementKind } from '../../../contract';
import { firstTokenEndingAfter, tokensIn } from '../../language/syntax-tree';
import type { ParsedBlock } from '../../stages';
import { addQuotations } from './add-quotations';
import { nounStatements } from './noun-cues';
import { phraseStatements } from './phrases';
import type { Quotation } from './quotations';
import { verbStatements } from './verb-cues';
import { type BlockView, type FoundStatement, type StatementDraft, viewOf } from './view';

/**
 * Finds who says, believes, wants or demands what: clauses under a verb, noun or phrase of saying, and quotations with
 * the saying next to them or the speaker of their neighbours. Statements never overlap; those inside another's content
 * belong to it. In reading order. Pure; time grows with the number of tokens.
 */
export function findStatements(blocks: readonly ParsedBlock[]): FoundStatement[] {
  const found: FoundStatement[] = [];
  for (const [index, block] of blocks.entries()) {
    if (block.kind === 'code' || block.kind === 'rule') continue;
    const view = viewOf(block, index);
    const told = withQuotations(view, [
      ...verbStatements(view),
      ...nounStatements(view),
      ...phraseStatements(view),
    ]);
    const own = outermost(view, told).map(
      (draft): FoundStatement => ({ ...draft, kind: kindOf(view, draft.content), goesOn: [] }),
    );
    found.push(...addQuotations(view, own, found.at(-1) ?? null));
  }
  return found;
}

/** Lets contents begin and end with the quotations they cut, so that no statement holds half of one. */
function withQuotations(view: BlockView, drafts: StatementDraft[]): StatementDraft[] {
  return drafts.map((draft) => ({ ...draft, content: draft.content.map((range) => withWhole(view, range)) }));
}

function withWhole(view: BlockView, range: Range): Range {
  const [first, last] = quotationsIn(view, range);
  if (!first || !last) return range;
  const outside = wordsOutside(view, range);
  // A content that runs from a quotation into the saying behind it is the quotation.
  if (outside === 0 || (range.start >= first.start && outside <= 2))
    return { start: first.start, end: last.end };
  return {
    start: Math.min(range.start, first.start),
    end: range.end > last.start ? Math.max(range.end, last.end) : range.end,
  };
}

/** The first and the last quotation that the range touches. */
function quotationsIn(view: BlockView, { start, end }: Range): [Quotation?, Quotation?] {
  const tokens = tokensIn(view.parsed, start, end);
  if (!tokens) return [];
  const numbers = view.quotationOf.subarray(tokens.first, tokens.end).filter((number) => number >= 0);
  return [view.quotations[numbers[0] ?? -1], view.quotations[numbers.at(-1) ?? -1]];
}

/** Words of the range outside quotations but for a leading "that". */
function wordsOutside(view: BlockView, range: Range): number {
  let count = 0;
  for (let at = firstTokenEndingAfter(view.parsed, range.start); at < view.tokens.length; at++) {
    const token = view.tokens[at]!;
    if (token.start >= range.end) break;
    if (view.quotationOf[at]! >= 0) continue;
    if (/[\p{L}\d]/u.test(token.text) && !(count === 0 && /^that$/i.test(token.text))) count++;
  }
  return count;
}

function kindOf(view: BlockView, content: readonly Range[]): StatementKind {
  const quoted = content.some(
    (range) => quotationsIn(view, range).length > 0 && quotationsIn(view, range)[0],
  );
  if (!quoted) return 'indirect';
  return content.every((range) => wordsOutside(view, range) === 0) ? 'direct' : 'mixed';
}

/** Leaves out statements whose content or cue stands inside another's content. Longer contents go first. */
function outermost(view: BlockView, drafts: readonly StatementDraft[]): StatementDraft[] {
  const length = ({ content }: StatementDraft): number =>
    content.reduce((sum, { start, end }) => sum + end - start, 0);
  const kept: StatementDraft[] = [];
  const taken = new Uint8Array(view.tokens.length);
  for (const draft of [...drafts].sort((a, b) => length(b) - length(a))) {
    const tokens = draft.content.flatMap(({ start, end }) => tokensIn(view.parsed, start, end) ?? []);
    if (tokens.some(({ first, end }) => taken.subarray(first, end).includes(1))) continue;
    for (const { first, end } of tokens) taken.fill(1, first, end);
    kept.push(draft);
  }
  return kept.sort((a, b) => a.content[0]!.start - b.content[0]!.start);
}
