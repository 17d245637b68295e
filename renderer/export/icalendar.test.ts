import { describe, expect, it } from 'vitest';
import type { AnalysedArticle } from '../../electron/contract';
import { exporters } from '.';
import { folded } from './icalendar';
import { analysis, in44BC, made, since1987, someTime, stated, withEvent } from './test-article';

describe('iCalendar', () => {
  const calendar = made('timeline-icalendar');

  it('ends a day-long entry on the day after its last, and escapes text', () => {
    expect(calendar).toContain('DTSTART;VALUE=DATE:20240309\r\nDTEND;VALUE=DATE:20240310');
    expect(calendar).toContain('DTEND;VALUE=DATE:20260601');
    expect(calendar).toContain('SUMMARY:Ms Lindqvist <sailed>\\, alone\\; gladly');
  });

  it('holds no control characters, whatever the text holds', () => {
    const odd = made('timeline-icalendar', withEvent(someTime, 'A\u0000B\u0007\u0085C\u2028D\u007f'));
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
    expect(odd).not.toMatch(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u2028\u2029]/);
    expect(odd).toContain('SUMMARY:AB\\nC\\nD');
  });

  it('says what it cannot hold, and holds the rest', () => {
    const { content, leftOut } = exporters['timeline-icalendar'](withEvent(in44BC));
    expect(leftOut).toEqual(['iCalendar cannot hold 1 event before Christ.']);
    expect(content).not.toMatch(/NaN|undefined|-0043/);
    expect(content?.match(/BEGIN:VEVENT/g)).toHaveLength(2);
    expect(exporters['timeline-icalendar'](withEvent(since1987)).leftOut).toEqual([
      'iCalendar cannot hold 1 event of which only a day before or after it is known.',
    ]);
  });

  it('says in the summary that a time is only about', () => {
    const about = { ...stated('1900', '1900-01-01', '1900-12-31', 'year'), modifier: 'about' as const };
    expect(made('timeline-icalendar', withEvent(about))).toContain('(about 1900)');
  });

  it('is not saved without entries: that would be no calendar', () => {
    const relative = { label: '2 days before publication', firstOffset: -2, lastOffset: -2 };
    const waiting: AnalysedArticle = {
      ...analysis,
      events: analysis.events.map((event) => ({
        ...event,
        time: event.time && { ...event.time, first: null, last: null, relative },
      })),
    };
    for (const format of ['timeline-icalendar', 'timeline-timelinejs'] as const) {
      const { content, leftOut } = exporters[format](waiting);
      expect(content).toBeNull();
      expect(leftOut.join()).toContain('2 events counted from a publication date that is not set');
    }
    expect(made('timeline-svg', waiting)).toContain('2 days before publication');
    expect(made('timeline-csv', waiting)).toContain('2 days before publication');
  });

  it('survives any time stamp of a file', () => {
    for (const modified of [Number.NaN, 1e20, -1e18]) {
      const source = { ...analysis.article.source, modified };
      const odd = { ...analysis, article: { ...analysis.article, source } };
      expect(made('timeline-icalendar', odd)).toContain('DTSTAMP:19700101T000000Z');
    }
  });

  it('folds lines at 75 octets and never inside a character', () => {
    for (const line of calendar.split('\r\n'))
      expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
    const long = `SUMMARY:${'é'.repeat(100)}`;
    expect(folded(long).replaceAll('\r\n ', '')).toBe(long);
  });
});
