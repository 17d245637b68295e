import type { Analysis } from '../../electron/contract';
import { articleName } from './context';
import { timelineRows } from './timeline';

/** Octets a content line may have before it is folded (RFC 5545, 3.1). */
const LINE_OCTETS = 75;
const encoder = new TextEncoder();

/**
 * Resolved events as all-day entries after RFC 5545; vague and undated ones have no place in a calendar. The time
 * stamp is the file's last change, so that the same article always gives the same calendar.
 */
export function timelineCalendar(analysis: Analysis): string {
  const { source } = analysis.article;
  const stamp = `${new Date(source.modified).toISOString().replace(/[-:]/g, '').slice(0, 15)}Z`;
  const events = timelineRows(analysis).flatMap(({ event, sentence, words }) => {
    const { time } = event;
    if (!time?.first || !time.last) return [];
    return [
      'BEGIN:VEVENT',
      `UID:${source.hash.slice(0, 16)}-${event.id}@dateline`,
      `DTSTAMP:${stamp}`,
      `DTSTART;VALUE=DATE:${time.first.replaceAll('-', '')}`,
      `DTEND;VALUE=DATE:${dayAfter(time.last).replaceAll('-', '')}`,
      `SUMMARY:${escaped(event.headline)}`,
      `DESCRIPTION:${escaped([sentence, words && `“${words}”: ${time.origin.explanation}`, articleName(analysis)].filter(Boolean).join('\n'))}`,
      `STATUS:${event.status === 'planned' ? 'TENTATIVE' : 'CONFIRMED'}`,
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
    ];
  });
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Dateline//Timeline//EN',
    ...events,
    'END:VCALENDAR',
  ];
  return `${lines.map(folded).join('\r\n')}\r\n`;
}

/** DTEND of a day-long entry is the first day that is no longer part of it. */
function dayAfter(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + 1);
  return date.toISOString().slice(0, 10);
}

function escaped(text: string): string {
  return text.replace(/[\\;,]/g, '\\$&').replace(/\r?\n/g, '\\n');
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
