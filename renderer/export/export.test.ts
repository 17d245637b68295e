import { describe, expect, it } from 'vitest';
import type { Analysis, TimeValue } from '../../electron/contract';
import { exporters } from '.';
import { csvOf } from './csv';
import { folded } from './icalendar';

const stated = (
  timex: string,
  first: string,
  last: string,
  precision: TimeValue['precision'],
): TimeValue => ({
  timex,
  first,
  last,
  precision,
  modifier: null,
  open: null,
  edtf: null,
  inferred: false,
  origin: { kind: 'stated', explanation: 'as written' },
  relative: null,
});

const text = 'Ms Lindqvist sailed on 9 March 2024. The pier opens in May 2026.';
const span = (start: number, end: number) => ({ block: 'b1', start, end });

const analysis: Analysis = {
  engineVersion: '1',
  article: {
    source: {
      path: '/a/ferry.txt',
      name: 'ferry.txt',
      size: 64,
      modified: 1_700_000_000_000,
      hash: 'ab'.repeat(32),
    },
    detected: { format: 'text', encoding: 'utf-8', encodingSource: 'utf-8' },
    title: { value: 'Ferry, “returns”', source: 'heading' },
    byline: null,
    site: null,
    language: null,
    publicationDate: { value: '2026-04-17', source: 'reader' },
    titleBlock: null,
    blocks: [{ id: 'b1', kind: 'paragraph', text, marks: [] }],
    removals: [],
    removedShare: 0,
    original: text,
  },
  support: { state: 'supported' },
  sentences: [span(0, 36), span(37, 64)],
  mentions: [{ id: 'm1', span: span(0, 12), text: 'Ms Lindqvist', entity: 'e1' }],
  entities: [
    {
      id: 'e1',
      type: 'person',
      name: 'Lindqvist',
      aliases: [{ name: 'Ms Lindqvist', reason: 'title', count: 1 }],
      mentions: ['m1'],
      roles: [],
      together: [],
      corrected: false,
    },
  ],
  expressions: [
    { id: 't1', span: span(23, 35), text: '9 March 2024', type: 'DATE', value: null, timex: '2024-03-09' },
    { id: 't2', span: span(55, 63), text: 'May 2026', type: 'DATE', value: null, timex: '2026-05' },
  ],
  events: [
    {
      id: 'v2',
      time: stated('2026-05', '2026-05-01', '2026-05-31', 'month'),
      expression: 't2',
      clause: span(37, 64),
      sentence: span(37, 64),
      headline: 'The pier opens',
      status: 'planned',
      source: null,
      entities: [],
      corrected: false,
    },
    {
      id: 'v1',
      time: stated('2024-03-09', '2024-03-09', '2024-03-09', 'day'),
      expression: 't1',
      clause: span(0, 36),
      sentence: span(0, 36),
      headline: 'Ms Lindqvist <sailed>, alone; gladly',
      status: 'happened',
      source: null,
      entities: ['e1'],
      corrected: false,
    },
  ],
};

describe('CSV', () => {
  it('quotes what needs it and defuses what a spreadsheet would run', () => {
    expect(csvOf([['a,b', 'say "x"', '=1+1', '-2', 3]])).toBe('\uFEFF"a,b","say ""x""",\'=1+1,\'-2,3\r\n');
  });

  it('gives every mention a row with its sentence and why it was merged', () => {
    const rows = exporters['entities-csv'].make(analysis).split('\r\n');
    expect(rows[1]).toBe(
      'Lindqvist,person,Ms Lindqvist,title,Ms Lindqvist sailed on 9 March 2024.,"Ferry, “returns”",ferry.txt',
    );
  });

  it('lists events by day with the words that date them', () => {
    const rows = exporters['timeline-csv'].make(analysis).split('\r\n');
    expect(rows[1]).toContain('2024-03-09,2024-03-09,day');
    expect(rows[1]).toContain('9 March 2024,as written');
    expect(rows[2]).toContain('2026-05-01,2026-05-31,month');
  });
});

describe('iCalendar', () => {
  const calendar = exporters['timeline-icalendar'].make(analysis);

  it('ends a day-long entry on the day after its last, and escapes text', () => {
    expect(calendar).toContain('DTSTART;VALUE=DATE:20240309\r\nDTEND;VALUE=DATE:20240310');
    expect(calendar).toContain('DTEND;VALUE=DATE:20260601');
    expect(calendar).toContain('SUMMARY:Ms Lindqvist <sailed>\\, alone\\; gladly');
  });

  it('folds lines at 75 octets and never inside a character', () => {
    for (const line of calendar.split('\r\n'))
      expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
    const long = `SUMMARY:${'é'.repeat(100)}`;
    expect(folded(long).replaceAll('\r\n ', '')).toBe(long);
  });
});

describe('other forms', () => {
  it('JSON can be read back and names its source', () => {
    for (const format of ['entities-json', 'timeline-json'] as const) {
      const parsed = JSON.parse(exporters[format].make(analysis));
      expect(parsed.sha256).toBe('ab'.repeat(32));
      expect(parsed.publicationDate).toBe('2026-04-17');
    }
  });

  it('Web Annotations quote the words with what stands around them', () => {
    const page = JSON.parse(exporters['entities-annotations'].make(analysis));
    expect(page.items[0].target.selector).toEqual({
      type: 'TextQuoteSelector',
      exact: 'Ms Lindqvist',
      prefix: '',
      suffix: ' sailed on 9 March 2024. The pie',
    });
  });

  it('TimelineJS gets no more of a date than is known, and no markup', () => {
    const { events } = JSON.parse(exporters['timeline-timelinejs'].make(analysis));
    expect(events[0].text.headline).toBe('Ms Lindqvist &lt;sailed&gt;, alone; gladly');
    expect(events[1].start_date).toEqual({ year: '2026', month: '05' });
  });

  it('the picture holds a row for every dated event', () => {
    const picture = exporters['timeline-svg'].make(analysis);
    expect(picture.match(/<circle /g)).toHaveLength(2);
    expect(picture).toContain('&lt;sailed&gt;');
  });

  it('Markdown shows special characters as they stand', () => {
    expect(exporters['timeline-markdown'].make(analysis)).toContain(
      'Ms Lindqvist \\<sailed\\>, alone; gladly',
    );
    expect(exporters['entities-markdown'].make(analysis)).toContain('- **Lindqvist** (1 mention)');
  });
});
