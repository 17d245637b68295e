import type { Range } from '../../../contract';
import type { TokenRange } from '../../language/document';
import { tokensIn } from '../../language/syntax-tree';
import { isSpeech, sayingOf, subjectBefore, tokensOfQuotations } from './quoted';
import { speakerOf } from './verb-cues';
import type { BlockView, FoundStatement, StatementDraft } from './view';

/**
 * Adds the quotations of a block that no statement holds, each with the saying next to it or its neighbour's speaker.
 * @param told statements of the block, in order @param before the last statement of the blocks before
 */
export function addQuotations(
  view: BlockView,
  told: readonly FoundStatement[],
  before: FoundStatement | null,
): FoundStatement[] {
  return new QuotationsOfBlock(view, told).add(before);
}

class QuotationsOfBlock {
  readonly #all: FoundStatement[];
  /** For each token the number of the statement that holds it, -1 for none. */
  readonly #heldBy: Int32Array;

  constructor(
    private readonly view: BlockView,
    told: readonly FoundStatement[],
  ) {
    this.#all = [...told];
    this.#heldBy = new Int32Array(view.tokens.length).fill(-1);
    for (const [number, { content }] of told.entries())
      for (const range of content) this.#hold(range, number);
  }

  add(before: FoundStatement | null): FoundStatement[] {
    const tokens = tokensOfQuotations(this.view);
    for (const [number, quotation] of this.view.quotations.entries()) {
      const own = tokens[number];
      if (own && !this.#isHeld(own)) this.#addOne(number, quotation, own, before);
    }
    const start = ({ content }: FoundStatement): number => content[0]!.start;
    return joinBroken([...this.#all].sort((a, b) => start(a) - start(b)));
  }

  #addOne(number: number, quotation: Range, own: TokenRange, before: FoundStatement | null): void {
    const saying = sayingOf(this.view, own);
    const holder = saying?.cue ? this.#heldBy[saying.cue.first]! : -1;
    if (holder >= 0) {
      this.#widen(holder, quotation);
      return;
    }
    if (!saying && !isSpeech(this.view, this.view.quotations[number]!, own)) return;
    if (!saying && before && continues(this.view, quotation, before)) {
      before.goesOn.push({ block: this.view.index, range: quotation });
      return;
    }
    const content = [{ start: quotation.start, end: quotation.end }];
    const draft = saying ? { ...saying, content } : this.#standing(own.first, content);
    this.#hold(quotation, this.#all.push({ ...draft, kind: 'direct', goesOn: [] }) - 1);
  }

  /** The words of saying stand in a content before: "He said Lavrov had told him X but "..."" is his alone. */
  #widen(holder: number, { end }: Range): void {
    const statement = this.#all[holder]!;
    const last = statement.content.at(-1)!;
    const widened = tokensIn(this.view.parsed, last.start, end);
    const foreign =
      widened &&
      this.#heldBy.subarray(widened.first, widened.end).some((other) => other >= 0 && other !== holder);
    if (foreign || end <= last.start) return;
    statement.content[statement.content.length - 1] = { start: last.start, end: Math.max(last.end, end) };
    statement.kind = 'mixed';
    this.#hold(statement.content.at(-1)!, holder);
  }

  /** A quotation without a saying: the speaker of the statement before it in the block, else the subject before it. */
  #standing(first: number, content: Range[]): StatementDraft {
    let at = first - 1;
    while (at >= 0 && this.#heldBy[at]! < 0) at--;
    const last = at < 0 ? null : this.#all[this.#heldBy[at]!]!;
    const { speaker, speakerHead } = last ?? speakerOf(this.view, subjectBefore(this.view, first));
    return { block: this.view.index, content, cue: null, speaker, speakerHead };
  }

  #hold({ start, end }: Range, number: number): void {
    const tokens = tokensIn(this.view.parsed, start, end);
    if (tokens) this.#heldBy.fill(number, tokens.first, tokens.end);
  }

  #isHeld({ first, end }: TokenRange): boolean {
    return this.#heldBy.subarray(first, end).some((number) => number >= 0);
  }
}

/** The first quotation of a block goes on with what was quoted at the end of the block before. */
function continues(view: BlockView, quotation: Range, previous: FoundStatement): boolean {
  const lastBlock = previous.goesOn.at(-1)?.block ?? previous.block;
  return quotation.start === 0 && lastBlock === view.index - 1 && previous.kind === 'direct';
}

/** "A," she said. "B.": parts that one saying holds together are one statement. */
function joinBroken(statements: readonly FoundStatement[]): FoundStatement[] {
  const joined: FoundStatement[] = [];
  for (const statement of statements) {
    const last = joined.at(-1);
    if (last && isPartOf(statement, last)) last.content.push(...statement.content);
    else joined.push(statement);
  }
  return joined;
}

function isPartOf(statement: FoundStatement, last: FoundStatement): boolean {
  if (statement.kind !== 'direct' || last.kind !== 'direct' || !last.cue) return false;
  return statement.cue ? last.cue.first === statement.cue.first : last.speakerHead === statement.speakerHead;
}
