import type { Range, StatementKind } from '../../../contract';
import { firstTokenEndingAfter, tokensIn } from '../../language/syntax-tree';
import type { ParsedBlock } from '../../stages';
import { nounStatements } from './noun-cues';
import { phraseStatements } from './phrases';
import { isSpeech, sayingOf, subjectBefore, tokensOfQuotation } from './quoted';
import { speakerOf, verbStatements } from './verb-cues';
import { type BlockView, type StatementDraft, viewOf } from './view';

/** A statement found in the text, before anybody knows whom its speaker's words mean. */
export interface FoundStatement extends StatementDraft {
  kind: StatementKind;
  /** Parts of the content in later blocks: a quotation of several paragraphs. */
  goesOn: { block: number; range: Range }[];
}

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
    found.push(...addQuotations(view, own, found));
  }
  return found;
}

const overlaps = (a: Range, b: Range): boolean => a.start < b.end && b.start < a.end;

/** Lets contents begin and end with the quotations they cut, so that no statement holds half of one. */
function withQuotations(view: BlockView, drafts: StatementDraft[]): StatementDraft[] {
  return drafts.map((draft) => ({ ...draft, content: draft.content.map((range) => withWhole(view, range)) }));
}

function withWhole(view: BlockView, range: Range): Range {
  const touched = view.quotations.filter((quotation) => overlaps(quotation, range));
  const [first, last] = [touched[0], touched.at(-1)];
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
  const quoted = view.quotations.some((quotation) => content.some((range) => overlaps(quotation, range)));
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

/** Adds quotations that no statement holds, each with the saying next to it or its neighbour's speaker. */
function addQuotations(
  view: BlockView,
  told: FoundStatement[],
  before: readonly FoundStatement[],
): FoundStatement[] {
  const all = [...told];
  for (const [number, quotation] of view.quotations.entries()) {
    const tokens = tokensOfQuotation(view, number);
    if (!tokens || all.some(({ content }) => content.some((range) => overlaps(range, quotation)))) continue;
    const saying = sayingOf(view, tokens);
    if (!saying && !isSpeech(view, quotation, tokens)) continue;
    const previous = before.at(-1);
    if (!saying && previous && continues(view, quotation, previous)) {
      previous.goesOn.push({ block: view.index, range: quotation });
      continue;
    }
    const content = [{ start: quotation.start, end: quotation.end }];
    const draft = saying ? { ...saying, content } : standing(view, tokens.first, content, all);
    all.push({ ...draft, kind: 'direct', goesOn: [] });
    all.sort((a, b) => a.content[0]!.start - b.content[0]!.start);
  }
  return joinBroken(all);
}

/** The first quotation of a block goes on with one that the block before left open. */
function continues(view: BlockView, quotation: Range, previous: FoundStatement): boolean {
  const lastBlock = previous.goesOn.at(-1)?.block ?? previous.block;
  return quotation.start === 0 && lastBlock === view.index - 1 && previous.kind === 'direct';
}

/** A quotation without a saying: the speaker of the statement before it in the block, else the subject before it. */
function standing(
  view: BlockView,
  first: number,
  content: Range[],
  told: readonly FoundStatement[],
): StatementDraft {
  const last = told.filter((statement) => statement.content[0]!.start < content[0]!.start).at(-1);
  const { speaker, speakerHead } = last ?? speakerOf(view, subjectBefore(view, first));
  return { block: view.index, content, cue: null, speaker, speakerHead };
}

/** "A," she said. "B.": parts that one saying holds together are one statement. */
function joinBroken(statements: readonly FoundStatement[]): FoundStatement[] {
  const joined: FoundStatement[] = [];
  for (const statement of statements) {
    const last = joined.at(-1);
    const sameCue = last?.cue && statement.cue && last.cue.first === statement.cue.first;
    const floats =
      last?.kind === 'direct' &&
      last.cue &&
      !statement.cue &&
      statement.kind === 'direct' &&
      last.speakerHead === statement.speakerHead;
    if (last && statement.kind === 'direct' && last.kind === 'direct' && (sameCue || floats))
      last.content.push(...statement.content);
    else joined.push(statement);
  }
  return joined;
}
