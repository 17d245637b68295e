import type { Mark, Range } from '../../../contract';

const HIGH_SURROGATE = /[\ud800-\udbff]/;

/**
 * Ranges of at most `most` UTF-16 units that together are the whole text but for the character at a cut: at a line end
 * where one stands in the second half of a piece, else at a space, else anywhere but inside a character.
 */
export function piecesOf(
  text: string,
  most: number,
  within: Range = { start: 0, end: text.length },
): Range[] {
  const pieces: Range[] = [];
  let start = within.start;
  while (within.end - start > most) {
    const cut = lastOf(text, '\n', start, most) ?? lastOf(text, ' ', start, most);
    const blind = start + most - Number(HIGH_SURROGATE.test(text[start + most - 1] ?? ''));
    pieces.push({ start, end: cut ?? blind });
    start = cut === null ? blind : cut + 1;
  }
  pieces.push({ start, end: within.end });
  return pieces;
}

function lastOf(text: string, character: string, start: number, most: number): number | null {
  const at = text.lastIndexOf(character, start + most);
  return at > start + most / 2 ? at : null;
}

/**
 * The marks of each of several ascending ranges of a text, cut to the range and counted from its start. A mark that
 * spans several is in each of them. Looks at each mark once for every range it touches.
 * @param marks sorted by start, as in the contract
 */
export function marksWithin(marks: readonly Mark[], ranges: readonly Range[]): Mark[][] {
  let next = 0;
  let open: Mark[] = [];
  return ranges.map(({ start, end }) => {
    open = open.filter((mark) => mark.end > start);
    for (let mark = marks[next]; mark && mark.start < end; mark = marks[++next]) {
      if (mark.end > start) open.push(mark);
    }
    return open.map((mark) => ({
      ...mark,
      start: Math.max(0, mark.start - start),
      end: Math.min(end, mark.end) - start,
    }));
  });
}
