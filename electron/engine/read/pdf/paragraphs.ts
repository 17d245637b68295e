import type { UnnamedBlock } from '../draft-blocks';
import { LIMITS } from '../limits';
import type { PageLine } from './page-lines';

export interface PdfParagraph {
  text: string;
  /** Of most of its letters. */
  size: number;
  left: number;
  page: number;
  /** Of the last line, to tell whether the paragraph may go on in the next column. */
  full: boolean;
  table?: UnnamedBlock;
}

const HYPHEN = /(\p{L})[-\u2010\u00ad]$/u;
const LOWER = /^\p{Ll}/u;
const TERMINAL = /[.!?…:;"”’»)\]。！？]$/;
const BULLET = /^(?:[•‣▪◦●○■□–]|\(?\d{1,3}[.)])\s/;
const UNSPACED = /[\u2e80-\u30ff\u31f0-\u9fff\uf900-\ufaff\uff00-\uffef]/;

/** Words of the document that are written with a hyphen inside a line: such a hyphen at a line's end is meant. */
export class Vocabulary {
  private readonly words = new Set<string>();

  constructor(lines: readonly PageLine[]) {
    for (const { text } of lines) {
      for (const word of text.toLowerCase().match(/[\p{L}\d]+(?:[-\u2010][\p{L}\d]+)*(?=[\s.,;:!?)]|$)/gu) ??
        [])
        this.words.add(word);
    }
  }

  has(word: string): boolean {
    return this.words.has(word.toLowerCase());
  }
}

/** Joins a line to a text, undoing hyphenation at the line's end. */
export function joinPdfLines(text: string, next: string, vocabulary: Vocabulary): string {
  if (HYPHEN.test(text.slice(-3)) && LOWER.test(next)) {
    const head = /[\p{L}\d]+(?=[-\u2010\u00ad]$)/u.exec(text.slice(-60))?.[0] ?? '';
    const tail = /^[\p{L}\d]+/u.exec(next)?.[0] ?? '';
    const meant = !vocabulary.has(head + tail) && vocabulary.has(`${head}-${tail}`);
    return meant ? text + next : text.slice(0, -1) + next;
  }
  const tight = UNSPACED.test(text.at(-1) ?? '') && UNSPACED.test(next[0] ?? '');
  return tight ? text + next : `${text} ${next}`;
}

function median(values: number[]): number {
  return values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

interface Column {
  left: number;
  right: number;
  /** Usual distance of baselines. */
  leading: number;
}

function columnOf(all: readonly PageLine[]): Column {
  const running = all.filter(({ table }) => !table);
  const lines = running.length > 0 ? running : all;
  const gaps = lines.slice(1).map((line, i) => line.y - (lines[i] as PageLine).y);
  const positive = gaps.filter((gap) => gap > 1);
  return {
    left: Math.min(...lines.map(({ left }) => left)),
    right: Math.max(...lines.map(({ right }) => right)),
    leading: median(positive) || (lines[0]?.size ?? 10) * 1.2,
  };
}

function begins(line: PageLine, previous: PageLine, column: Column, open: string): boolean {
  if (line.table || previous.table) return true;
  const gap = line.y - previous.y;
  if (Math.abs(line.size - previous.size) > 0.12 * previous.size) return true;
  if (gap > Math.max(column.leading * 1.35, previous.size * 1.5) || gap < -1) return true;
  if (BULLET.test(line.text)) return true;
  // The further lines of a list item hang behind its bullet.
  if (BULLET.test(open)) return line.left <= column.left + 1 && line.left < previous.left - 1;
  const indented = line.left - previous.left;
  const width = column.right - column.left;
  // The lines of a title are often centred: each begins where its length wants it.
  const middle = (of: PageLine) => (of.left + of.right) / 2;
  const centred = Math.abs(middle(line) - middle(previous)) < line.size * 0.3;
  const short = column.right - previous.right > width * 0.12;
  if (short && TERMINAL.test(previous.text)) return true;
  // A first line set in, behind a line that ends anywhere, unless the lines are centred.
  return (
    !centred &&
    indented > line.size * 0.8 &&
    indented < line.size * 5 &&
    previous.left - column.left < 1 &&
    !short
  );
}

/** Paragraphs of one column, in order. */
export function paragraphsOf(lines: readonly PageLine[], vocabulary: Vocabulary): PdfParagraph[] {
  const column = columnOf(lines);
  const paragraphs: PdfParagraph[] = [];
  lines.forEach((line, i) => {
    const open = paragraphs.at(-1);
    const previous = lines[i - 1];
    const room = open !== undefined && open.text.length < LIMITS.blockCharacters;
    if (open && room && previous && !begins(line, previous, column, open.text))
      open.text = joinPdfLines(open.text, line.text, vocabulary);
    else {
      const { text, size, left, page, table } = line;
      paragraphs.push({ text, size, left, page, full: false, ...(table && { table }) });
    }
    const last = paragraphs.at(-1) as PdfParagraph;
    last.full = column.right - line.right < (column.right - column.left) * 0.2;
  });
  return paragraphs;
}

/** Puts paragraphs together that a column's or a page's end cut: the first breaks off, the next goes on. */
export function joinAcrossBreaks(columns: readonly PdfParagraph[][], vocabulary: Vocabulary): PdfParagraph[] {
  const joined: PdfParagraph[] = [];
  for (const column of columns) {
    column.forEach((paragraph, i) => {
      const alike = ({ size, table }: PdfParagraph) => !table && Math.abs(size - paragraph.size) < 0.5;
      const open = i === 0 && !paragraph.table ? joined.findLast(alike) : undefined;
      if (open && isCut(open, paragraph)) open.text = joinPdfLines(open.text, paragraph.text, vocabulary);
      else joined.push({ ...paragraph });
    });
  }
  return joined;
}

function isCut(open: PdfParagraph, next: PdfParagraph): boolean {
  if (next.page - open.page > 1 || BULLET.test(next.text)) return false;
  if (HYPHEN.test(open.text) && LOWER.test(next.text)) return true;
  return open.full && !TERMINAL.test(open.text) && LOWER.test(next.text);
}
