import type { UnnamedBlock } from '../draft-blocks';
import type { UnmappedGlyphs } from './actual-text';
import type { PdfPage, PdfTextItem } from './pdf-library';

/** A piece of a line on one page: words set side by side. Coordinates in points; y grows downwards from the top. */
export interface PageLine {
  text: string;
  left: number;
  right: number;
  /** Of the baseline. */
  y: number;
  /** Of the font, in points. */
  size: number;
  page: number;
  /** Set for a table, which is one piece. */
  table?: UnnamedBlock;
}

export interface PageText {
  lines: PageLine[];
  width: number;
  height: number;
}

type Run = Omit<PageLine, 'page' | 'table'>;

/** Runs on one baseline up to so many font sizes apart belong to one line; a wider gap parts columns. */
const COLUMN_GAP = 1.6;
/** A gap of so many font sizes between runs stands for a space. */
const SPACE = 0.15;
/** Runs whose baselines differ less (in font sizes) stand on one line; superscripts stand a third higher. */
const SAME_LINE = 0.45;

function runOf(item: PdfTextItem, view: readonly number[]): Run | null {
  const [a = 1, b = 0, c = 0, d = 1, x = 0, y = 0] = item.transform ?? [];
  const text = item.str ?? '';
  if (text.trim() === '') return null;
  // Text that stands on end (margin notes of archives) is no part of the reading order.
  if (Math.abs(b) > Math.abs(a)) return null;
  const [left = 0, , , top = 0] = view;
  const size = Math.hypot(c, d) || item.height || 10;
  return { text, left: x - left, right: x - left + (item.width ?? 0), y: top - y, size };
}

function joins(line: Run, run: Run): boolean {
  const size = Math.max(line.size, run.size);
  if (Math.abs(line.y - run.y) > size * SAME_LINE) return false;
  const gap = run.left - line.right;
  return gap > -size * 0.6 && gap < size * COLUMN_GAP;
}

function append(line: Run, run: Run): void {
  const gap = run.left - line.right;
  const spaced =
    gap > Math.min(line.size, run.size) * SPACE && !line.text.endsWith(' ') && !run.text.startsWith(' ');
  line.text += spaced ? ` ${run.text}` : run.text;
  line.right = Math.max(line.right, run.right);
  if (run.size > line.size) {
    line.size = run.size;
    line.y = run.y;
  }
}

/** How many lines back a run may still find the one it goes on with. */
const REACH = 6;

/** Puts the runs of a page, in the order the file draws them, together to pieces of lines. */
export async function readPageLines(
  page: PdfPage,
  number: number,
  unmapped: UnmappedGlyphs,
): Promise<PageText> {
  const { items } = await page.getTextContent();
  unmapped.fill(items);
  const view = page.view;
  const lines: Run[] = [];
  for (const item of items) {
    const run = runOf(item, view);
    if (!run) continue;
    const open = lines
      .slice(-REACH)
      .reverse()
      .find((line) => joins(line, run));
    if (open) append(open, run);
    else lines.push({ ...run });
  }
  return {
    lines: lines.map((line) => ({ ...line, text: line.text.replace(/\s+/g, ' ').trim(), page: number })),
    width: (view[2] ?? 612) - (view[0] ?? 0),
    height: (view[3] ?? 792) - (view[1] ?? 0),
  };
}
