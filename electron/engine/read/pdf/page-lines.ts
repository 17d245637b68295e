import type { UnnamedBlock } from '../draft-blocks';
import { LIMITS } from '../limits';
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
  /** Pieces of text that the page sets. */
  runs: number;
}

type Run = Omit<PageLine, 'page' | 'table'>;

/** Runs on one baseline up to so many font sizes apart belong to one line; a wider gap parts columns. */
const COLUMN_GAP = 1.6;
/** A gap of so many font sizes between runs stands for a space. */
const SPACE = 0.15;
/** Runs whose baselines differ less (in font sizes) stand on one line; superscripts stand a third higher. */
const SAME_LINE = 0.45;

/** Quarter turns that a page's text stands at: 1 runs upwards, 2 stands on its head, 3 runs downwards. */
type Turn = 0 | 1 | 2 | 3;

function turnOf({ transform }: PdfTextItem): Turn {
  const [a = 1, b = 0] = transform ?? [];
  if (Math.abs(b) > Math.abs(a)) return b > 0 ? 1 : 3;
  return a < 0 ? 2 : 0;
}

/** The turn at which most letters of a page stand: tables are often printed across. */
function pageTurn(items: readonly PdfTextItem[]): Turn {
  const letters = [0, 0, 0, 0];
  for (const item of items)
    letters[turnOf(item)] = (letters[turnOf(item)] ?? 0) + (item.str?.trim().length ?? 0);
  return letters.indexOf(Math.max(...letters)) as Turn;
}

/** Null for text that stands on end beside the others (margin notes of archives): it is no part of the order. */
function runOf(item: PdfTextItem, view: readonly number[], turn: Turn): Run | null {
  const [, , c = 0, d = 1, x = 0, y = 0] = item.transform ?? [];
  const text = item.str ?? '';
  if (text.trim() === '' || turnOf(item) !== turn) return null;
  const [left = 0, bottom = 0, right = 0, top = 0] = view;
  const along = [x - left, y - bottom, right - x, top - y][turn] as number;
  const down = [top - y, x - left, y - bottom, right - x][turn] as number;
  const size = Math.hypot(c, d) || item.height || 10;
  return { text, left: along, right: along + (item.width ?? 0), y: down, size };
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

/**
 * The pieces of text of a page, at most `LIMITS.pageRuns`: forms that draw each other would give them without end. What
 * is not asked for is not read.
 */
async function itemsOf(page: PdfPage): Promise<PdfTextItem[]> {
  const reader = page.streamTextContent().getReader();
  const items: PdfTextItem[] = [];
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return items;
    for (const item of value?.items ?? []) items.push(item);
    if (items.length < LIMITS.pageRuns) continue;
    await reader.cancel(new Error('The page holds more text than is shown.'));
    return items;
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
  const items = await itemsOf(page);
  unmapped.fill(items);
  const view = page.view;
  const turn = pageTurn(items);
  const lines: Run[] = [];
  for (const item of items) {
    const run = runOf(item, view, turn);
    if (!run) continue;
    const open = lines
      .slice(-REACH)
      .reverse()
      .find((line) => joins(line, run));
    if (open) append(open, run);
    else lines.push({ ...run });
  }
  const across = (view[2] ?? 612) - (view[0] ?? 0);
  const upwards = (view[3] ?? 792) - (view[1] ?? 0);
  return {
    lines: lines.map((line) => ({ ...line, text: line.text.replace(/\s+/g, ' ').trim(), page: number })),
    width: turn % 2 === 0 ? across : upwards,
    height: turn % 2 === 0 ? upwards : across,
    runs: items.length,
  };
}
