import type { PageLine } from './page-lines';

/** Narrowest white band between columns, in median font sizes. */
const COLUMN_BAND = 0.9;
/** Fewest lines of a column, and smallest share of the region's width: less is a list's numbers or a caption. */
const FEWEST_LINES = 3;
const SMALLEST_SHARE = 0.2;
/** The cuts nest: title, columns, boxes in columns. */
const DEEPEST = 12;

function median(values: number[]): number {
  return values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

/** The widest band that no line crosses, by an axis; null when there is none of at least `least` points. */
function widestBand(spans: [number, number][], least: number): number | null {
  const sorted = spans.sort((a, b) => a[0] - b[0]);
  let reach = sorted[0]?.[1] ?? 0;
  let best = { width: least, middle: null as number | null };
  for (const [start, end] of sorted) {
    if (start - reach > best.width) best = { width: start - reach, middle: (start + reach) / 2 };
    reach = Math.max(reach, end);
  }
  return best.middle;
}

function columns(lines: readonly PageLine[], size: number): [PageLine[], PageLine[]] | null {
  const middle = widestBand(
    lines.map(({ left, right }) => [left, right]),
    size * COLUMN_BAND,
  );
  if (middle === null) return null;
  const first = lines.filter(({ right }) => right <= middle + 0.01);
  const second = lines.filter(({ left }) => left >= middle - 0.01);
  if (first.length + second.length !== lines.length) return null;
  const width = extent(lines);
  const broad = [first, second].every(
    (part) => part.length >= FEWEST_LINES && extent(part) >= width * SMALLEST_SHARE,
  );
  return broad ? [first, second] : null;
}

function extent(lines: readonly PageLine[]): number {
  return Math.max(...lines.map(({ right }) => right)) - Math.min(...lines.map(({ left }) => left));
}

function rows(lines: readonly PageLine[], size: number): [PageLine[], PageLine[]] | null {
  const middle = widestBand(
    lines.map(({ y, size: height }) => [y - height * 0.8, y + height * 0.2]),
    size * 0.05,
  );
  if (middle === null) return null;
  return [lines.filter(({ y }) => y < middle), lines.filter(({ y }) => y >= middle)];
}

function byPlace(a: PageLine, b: PageLine): number {
  const sameLine = Math.abs(a.y - b.y) < Math.min(a.size, b.size) * 0.45;
  return sameLine ? a.left - b.left : a.y - b.y;
}

/**
 * Orders the lines of a page for reading, by cutting it at white bands: into columns where a band runs through from
 * top to bottom, else into rows at the widest band (recursive X-Y cut; Nagy and Seth 1984). Each region becomes
 * one list of lines, a column or a part of one.
 */
export function readingOrder(lines: readonly PageLine[], depth = 0): PageLine[][] {
  if (lines.length === 0) return [];
  const size = median(lines.map((line) => line.size));
  if (lines.length > 1 && depth < DEEPEST) {
    const sides = columns(lines, size);
    if (sides) return sides.flatMap((side) => readingOrder(side, depth + 1));
    const parts = hasColumns(lines, size) ? rows(lines, size) : null;
    if (parts) return parts.flatMap((part) => readingOrder(part, depth + 1));
  }
  return [[...lines].sort(byPlace)];
}

/** True when a good share of the lines have another one beside them: only then cutting rows can help. */
function hasColumns(lines: readonly PageLine[], size: number): boolean {
  const sorted = [...lines].sort((a, b) => a.y - b.y);
  let beside = 0;
  for (let i = 1; i < sorted.length; i++) {
    const [line, previous] = [sorted[i] as PageLine, sorted[i - 1] as PageLine];
    const apart = line.left > previous.right || previous.left > line.right;
    if (apart && line.y - previous.y < size * 0.8) beside++;
  }
  return beside >= FEWEST_LINES;
}
