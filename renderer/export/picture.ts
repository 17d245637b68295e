import type { AnalysedArticle, TimelineEvent } from '../../electron/contract';
import { timeWords } from '../time/labels';
import { articleName, type Exported } from './context';
import { missingDays, withLeftOut } from './left-out';
import { timelineRows } from './timeline';
import { wrapped } from './wrap';
import { markupText } from './xml';

/** All lengths in px. */
const WIDTH = 960;
const MARGIN = 40;
const DATE_X = 40;
const TEXT_X = 250;
const TITLE = { size: 22, line: 29, top: 42 };
const WHEN = { size: 14, line: 18 };
const HEADLINE = { size: 17, line: 23 };
/** Between one event's last line and the next one's first. */
const GAP = 21;

/** The timeline as a picture to put in a document: one row an event, as many lines as it needs, on paper of its own. */
export function timelinePicture(analysis: AnalysedArticle): Exported {
  const events = timelineRows(analysis);
  const shown = events.map(({ event }) => event).filter(canBeShown);
  const title = wrapped(articleName(analysis), (WIDTH - 16 - MARGIN) / TITLE.size);
  const top = TITLE.top + title.length * TITLE.line + 17;
  const rows = layOutRows(shown, top);
  const height = (rows.at(-1)?.bottom ?? top) + 24;
  const content = [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}">`,
    `<rect width="100%" height="100%" fill="#fffefc"/>`,
    textLines(title, 16, TITLE.top, TITLE, 'font-family="serif" font-weight="600" fill="#1b1a17"'),
    axis(rows),
    ...rows.map(rowMarkup),
    '</svg>\n',
  ].join('\n');
  const obstacles = events.flatMap(({ event }) => (canBeShown(event) ? [] : (missingDays(event) ?? [])));
  return withLeftOut('The picture', content, shown.length, obstacles);
}

/** Times that wait for the publication day are told in words: a picture needs no days. */
function canBeShown(event: TimelineEvent): boolean {
  const missing = missingDays(event);
  return missing === null || missing === 'relative';
}

interface LaidOutRow {
  event: TimelineEvent;
  when: string[];
  headline: string[];
  /** Base line of the first line, and of the last. */
  top: number;
  bottom: number;
}

function layOutRows(events: readonly TimelineEvent[], top: number): LaidOutRow[] {
  let next = top;
  return events.map((event) => {
    const when = wrapped(event.time ? timeWords(event.time) : '', (TEXT_X - DATE_X - 12) / WHEN.size);
    const headline = wrapped(event.headline, (WIDTH - TEXT_X - MARGIN) / HEADLINE.size);
    const height = Math.max((when.length - 1) * WHEN.line, (headline.length - 1) * HEADLINE.line);
    const row = { event, when, headline, top: next, bottom: next + height };
    next = row.bottom + HEADLINE.line + GAP;
    return row;
  });
}

function axis(rows: readonly LaidOutRow[]): string {
  const [first, last] = [rows[0], rows.at(-1)];
  if (!first || !last || first === last) return '';
  return `<path d="M24 ${first.top - 5}V${last.top - 5}" stroke="#e4e0d8" stroke-width="2"/>`;
}

function rowMarkup({ event, when, headline, top }: LaidOutRow): string {
  const fill = /^(?:planned|hypothetical|cancelled)$/.test(event.status) ? '#fffefc' : '#9c2f1f';
  return [
    `<circle cx="24" cy="${top - 5}" r="5" fill="${fill}" stroke="#9c2f1f" stroke-width="2"/>`,
    textLines(when, DATE_X, top, WHEN, 'font-family="sans-serif" fill="#9c2f1f"'),
    textLines(headline, TEXT_X, top, HEADLINE, 'font-family="serif" fill="#1b1a17"'),
  ].join('');
}

function textLines(
  lines: readonly string[],
  x: number,
  y: number,
  { size, line }: { size: number; line: number },
  look: string,
): string {
  const parts = lines.map(
    (words, index) => `<tspan x="${x}" y="${y + index * line}">${markupText(words)}</tspan>`,
  );
  return `<text font-size="${size}" ${look}>${parts.join('')}</text>`;
}
