import type { Block } from '../../../contract';
import type { DraftBlock } from '../draft';

/** Fewer lines with numbers in front are a list or a score. */
const FEWEST_LINES = 3;
/** Share of a line's characters that the page itself sets as code. */
const MOSTLY = 0.6;
/** Class names that highlighters give to the lines they number. */
const CODE_NAMES = new Set(
  'code blob hljs highlight highlighter syntaxhighlighter crayon prettyprint gutter linenos rouge prism chroma'.split(
    ' ',
  ),
);

function isCode({ block, evidence }: DraftBlock): boolean {
  const marked = block.marks.reduce(
    (sum, { kind, start, end }) => (kind === 'code' ? sum + end - start : sum),
    0,
  );
  return (
    block.kind === 'code' ||
    marked >= block.text.length * MOSTLY ||
    evidence.names.some((name) => CODE_NAMES.has(name))
  );
}

function numberOf(text: string | undefined): number {
  return text !== undefined && /^\s{0,8}\d{1,6}\s{0,8}$/.test(text) ? Number(text) : Number.NaN;
}

/** How many blocks from `start` on hold consecutive numbers and nothing else. */
function numbersFrom(drafts: readonly DraftBlock[], start: number): number {
  const first = numberOf(drafts[start]?.block.text);
  if (Number.isNaN(first)) return 0;
  let length = 1;
  while (numberOf(drafts[start + length]?.block.text) === first + length) length++;
  return length;
}

function codeBlock(block: Block, lines: readonly string[]): Block {
  const { id, lang, dir } = block;
  const text = lines.map((line) => line.replaceAll('\u00a0', ' ').trimEnd()).join('\n');
  return { kind: 'code', id, text, marks: [], ...(lang && { lang }), ...(dir && { dir }) };
}

/** The cells of a column, with the white space in front of them, which is the shape of a program. */
function columnOf({ cells, text }: Extract<Block, { kind: 'table' }>, wanted: number): string[] {
  return cells.flatMap(({ column, end }, i) =>
    column === wanted ? [text.slice((cells[i - 1]?.end ?? -1) + 1, end)] : [],
  );
}

/** A table whose first column counts the lines of the second, row by row or in one row, is a program. */
function listingOf(draft: DraftBlock): Block | null {
  const { block } = draft;
  if (block.kind !== 'table' || block.columns !== 2 || !isCode(draft)) return null;
  const inOneRow = (texts: string[]) => (block.rows === 1 ? (texts[0] ?? '').split('\n') : texts);
  const numbers = inOneRow(columnOf(block, 0));
  const lines = inOneRow(columnOf(block, 1));
  if (numbers.length < FEWEST_LINES || lines.length !== numbers.length) return null;
  const first = numberOf(numbers[0]);
  const counts =
    numbers.every((text) => text === '') || numbers.every((text, i) => numberOf(text) === first + i);
  return counts ? codeBlock(block, lines) : null;
}

const LINE_NUMBERS = { reason: 'boilerplate' as const, rule: 'numbers of the lines of a program' };

/**
 * Puts the numbered lines of a program back together: highlighters set each line, and each number, as an element of
 * its own, and a line of a program alone looks like nothing that belongs to an article.
 */
export function joinListings(drafts: readonly DraftBlock[]): DraftBlock[] {
  const joined: DraftBlock[] = [];
  for (let i = 0; i < drafts.length; i++) {
    const draft = drafts[i] as DraftBlock;
    const count = numbersFrom(drafts, i);
    const lines = drafts
      .slice(i + count, i + 2 * count)
      .filter((one) => one.block.text !== '' && isCode(one));
    const listing = listingOf(draft);
    if (listing) joined.push({ ...draft, block: listing });
    else if (count >= FEWEST_LINES && lines.length >= count * MOSTLY) {
      const code = linesFrom(drafts, i + count, count);
      const [first] = code as [DraftBlock];
      joined.push(...drafts.slice(i, i + count).map((one) => ({ ...one, taken: LINE_NUMBERS })));
      joined.push({
        ...first,
        block: codeBlock(
          first.block,
          code.map(({ block }) => block.text),
        ),
      });
      i += count + code.length - 1;
    } else joined.push(draft);
  }
  return joined;
}

/** The lines of a program behind its numbers, as far as they are code; empty lines left no block. */
function linesFrom(drafts: readonly DraftBlock[], start: number, most: number): DraftBlock[] {
  let end = start;
  while (end < drafts.length && end - start < most && isCode(drafts[end] as DraftBlock)) end++;
  return drafts.slice(start, end);
}
