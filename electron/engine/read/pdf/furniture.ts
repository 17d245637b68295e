import type { PageLine, PageText } from './page-lines';

/** Share of the page's height, at either end, in which running heads and feet stand. */
const MARGIN = 0.12;
/** A line that stands on so many pages at the same height is a running head or foot. */
const FEWEST_PAGES = 3;
const PAGE_NUMBER =
  /^(?:page|seite|p\.|s\.)?\s{0,3}[-–—|(]?\s{0,3}(?:\d{1,4}|[ivxlc]{1,7})(?:\s{0,3}(?:\/|of|von|de)\s{0,3}\d{1,4})?\s{0,3}[-–—|)]?$/i;

/** Digits differ from page to page. */
function shapeOf(line: PageLine): string {
  return `${line.text.replace(/\d+/g, '#').toLowerCase()}|${Math.round(line.y / 6)}`;
}

function inMargin({ y }: PageLine, { height }: PageText): boolean {
  return y < height * MARGIN || y > height * (1 - MARGIN);
}

/** The lines of all pages that are running heads, feet and page numbers. */
export function findFurniture(pages: readonly PageText[]): Set<PageLine> {
  const shapes = new Map<string, PageLine[]>();
  const furniture = new Set<PageLine>();
  for (const page of pages) {
    for (const line of page.lines) {
      if (!inMargin(line, page)) continue;
      if (pages.length > 1 && PAGE_NUMBER.test(line.text) && isOutermost(line, page)) furniture.add(line);
      const shape = shapeOf(line);
      const known = shapes.get(shape);
      if (known) known.push(line);
      else shapes.set(shape, [line]);
    }
  }
  for (const lines of shapes.values()) {
    if (new Set(lines.map(({ page }) => page)).size < FEWEST_PAGES) continue;
    for (const line of lines) furniture.add(line);
  }
  return furniture;
}

/** A number at the edge is a page's; one beside or among other lines is text. */
function isOutermost(line: PageLine, { lines, height }: PageText): boolean {
  const top = line.y < height / 2;
  return !lines.some(
    (other) =>
      other !== line && (top ? other.y < line.y - 2 : other.y > line.y + 2) && !PAGE_NUMBER.test(other.text),
  );
}
