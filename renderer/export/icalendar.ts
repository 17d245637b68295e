import type { AnalysedArticle, TimelineEvent } from '../../electron/contract';
import { dayNumber, dayOfNumber, partsOf } from '../time/calendar';
import { timeWords } from '../time/labels';
import { articleName, type Exported } from './context';
import { isOpen, missingDays, type Obstacle, withLeftOut } from './left-out';
import { type Row, timelineRows } from './timeline';

/** Octets a content line may have before it is folded (RFC 5545, 3.1). */
const LINE_OCTETS = 75;
const encoder = new TextEncoder();

/**
 * Events with days of their own as all-day entries after RFC 5545. A calendar has no place for years before Christ, for
 * vague times and for "since 1987"; what is about a time says so in its summary. The time stamp is the file's last
 * change, so that the same article always gives the same calendar.
 */
export function timelineCalendar(analysis: AnalysedArticle): Exported {
  const rows = timelineRows(analysis);
  const stamp = stampOf(analysis.article.source.modified);
  const obstacles = rows.flatMap(({ event }) => obstacleOf(event) ?? []);
  const held = rows.filter(({ event }) => obstacleOf(event) === null);
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Dateline//Timeline//EN',
    ...held.flatMap((row) => entryOf(row, analysis, stamp)),
    'END:VCALENDAR',
  ];
  return withLeftOut('iCalendar', `${lines.map(folded).join('\r\n')}\r\n`, held.length, obstacles);
}

/** Years of four digits are all that RFC 5545 (3.3.4) writes. */
function obstacleOf(event: TimelineEvent): Obstacle | null {
  const missing = missingDays(event);
  const first = partsOf(event.time?.first ?? '');
  const last = partsOf(event.time?.last ?? '');
  if (missing) return missing;
  if (!first || !last) return 'vague';
  if (first.year < 1 || last.year > 9998) return 'beforeChrist';
  return isOpen(event) ? 'openEnded' : null;
}

/** RFC 5545, 3.8.1.11. */
function calendarStatus(status: TimelineEvent['status']): 'CONFIRMED' | 'TENTATIVE' | 'CANCELLED' {
  if (status === 'cancelled') return 'CANCELLED';
  return status === 'planned' || status === 'hypothetical' ? 'TENTATIVE' : 'CONFIRMED';
}

function entryOf({ event, sentence, words }: Row, analysis: AnalysedArticle, stamp: string): string[] {
  const { time } = event;
  if (!time?.first || !time.last) return [];
  const headline = time.modifier ? `${event.headline} (${timeWords(time)})` : event.headline;
  const why = words && `“${words}”: ${time.origin.explanation}`;
  return [
    'BEGIN:VEVENT',
    `UID:${analysis.article.source.hash.slice(0, 16)}-${event.id}@dateline`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${time.first.replaceAll('-', '')}`,
    // The first day that is no longer part of it.
    `DTEND;VALUE=DATE:${dayOfNumber(dayNumber(time.last) + 1).replaceAll('-', '')}`,
    `SUMMARY:${escaped(headline)}`,
    `DESCRIPTION:${escaped([sentence, why, articleName(analysis)].filter(Boolean).join('\n'))}`,
    `STATUS:${calendarStatus(event.status)}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

/** Milliseconds since 1970 as UTC date-time; a file may carry any time, also one that no calendar has. */
function stampOf(modified: number): string {
  const date = new Date(modified);
  const year = date.getUTCFullYear();
  const usable = year >= 1 && year <= 9999 ? date : new Date(0);
  return `${usable.toISOString().replace(/[-:]/g, '').slice(0, 15)}Z`;
}

/** RFC 5545 (3.3.11): no control character but the tab, and line breaks as `\n`. */
function escaped(text: string): string {
  return (
    text
      .replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
      .replace(/[\u0000-\u0008\u000E-\u001F\u007F-\u009F]/g, '')
      .replace(/[\\;,]/g, '\\$&')
      .replaceAll('\n', '\\n')
  );
}

/** Folds at octets, never inside a character. */
export function folded(line: string): string {
  const parts: string[] = [];
  let part = '';
  let octets = 0;
  for (const character of line) {
    const size = encoder.encode(character).length;
    if (octets + size > LINE_OCTETS) {
      parts.push(part);
      part = ' ';
      octets = 1;
    }
    part += character;
    octets += size;
  }
  return [...parts, part].join('\r\n');
}
