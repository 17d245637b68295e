import { marked } from 'marked';
import { describe, expect, it } from 'vitest';
import type { AnalysedArticle, ExportFormat, TimeValue } from '../../electron/contract';
import { exporters } from '.';
import { csvOf } from './csv';
import { fileStem } from './file-name';
import { folded } from './icalendar';
import { wrapped } from './wrap';

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
  edtf: timex,
  inferred: false,
  origin: { kind: 'stated', explanation: 'as written' },
  relative: null,
});

const text = 'Ms Lindqvist sailed on 9 March 2024. The pier opens in May 2026.';
const span = (start: number, end: number) => ({ block: 'b1', start, end });

const analysis: AnalysedArticle = {
  engineVersion: '1',
  article: {
    source: {
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
    kind: null,
    titleBlock: null,
    blocks: [{ id: 'b1', kind: 'paragraph', text, marks: [] }],
    removals: [],
    removedShare: 0,
  },
  publicationDate: { value: '2026-04-17', source: 'reader' },
  unapplied: [],
  support: { state: 'supported' },
  sentences: [span(0, 36), span(37, 64)],
  mentions: [{ id: 'm1', span: span(0, 12), text: 'Ms Lindqvist', entity: 'e1' }],
  suggestedMerges: [],
  references: [],
  statements: [],
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

/** The content of an export that has some. */
function made(format: ExportFormat, of: AnalysedArticle = analysis): string {
  const { content } = exporters[format](of);
  if (content === null) throw new Error(`${format} gave no content`);
  return content;
}

/** The analysis with one more event, at the time given. */
function withEvent(time: TimeValue | null, headline = 'The yard was laid out'): AnalysedArticle {
  const [first] = analysis.events;
  if (!first) throw new Error('no event');
  return { ...analysis, events: [...analysis.events, { ...first, id: 'v3', time, headline }] };
}

const since1987: TimeValue = {
  ...stated('1987', '1987-01-01', '1987-12-31', 'year'),
  open: 'end',
  edtf: '1987/..',
};
const in44BC = stated('BC0044', '-0043-01-01', '-0043-12-31', 'year');
const someTime = stated('2024-03-09', '2024-03-09', '2024-03-09', 'day');

describe('CSV', () => {
  it('quotes what needs it and defuses what a spreadsheet would run', () => {
    expect(csvOf([['a,b', 'say "x"', '=1+1', '-2', 3]])).toBe('\uFEFF"a,b","say ""x""",\'=1+1,\'-2,3\r\n');
  });

  it('starts no cell like a formula where a spreadsheet parts cells at semicolons, tabs or line ends', () => {
    const texts = [
      ...['a;=1+1', 'a;"=1+1', 'a\t@SUM(A1)', 'a\n=1+1', 'a\r\n\r\n+1', ' =1+1', '\t=1', '＝1+1', 'a; -2'],
    ];
    for (const text of texts) {
      const [row = ''] = csvOf([['x', text, 'y']])
        .slice(1)
        .split('\r\n');
      for (const cell of row.split(/[,;\t]/)) expect(cell, text).not.toMatch(/^[\s"]*[=+\-@＝＋－＠]/);
    }
    expect(csvOf([['a\nb']]).split('\r\n')).toHaveLength(2);
  });

  it('gives every mention a row with its sentence and why it was merged', () => {
    const rows = made('entities-csv').split('\r\n');
    expect(rows[1]).toBe(
      'Lindqvist,person,name,Ms Lindqvist,title,Ms Lindqvist sailed on 9 March 2024.,"Ferry, “returns”",ferry.txt',
    );
  });

  it('lists events by day with the words that date them', () => {
    const rows = made('timeline-csv').split('\r\n');
    expect(rows[1]).toContain('Sat 9 March 2024,2024-03-09,2024-03-09,2024-03-09,day');
    expect(rows[1]).toContain('9 March 2024,as written');
    expect(rows[2]).toContain('May 2026,2026-05,2026-05-01,2026-05-31,month');
  });
});

describe('references and statements', () => {
  // “The pier opens in May 2026.” is said by “She”, who is Lindqvist; nobody is tied to the other speaker.
  const content = [span(37, 64)];
  const cue = span(13, 19);
  const corrected = false;
  const spoken: AnalysedArticle = {
    ...analysis,
    references: [
      {
        id: 'r1',
        span: span(37, 45),
        text: 'The pier',
        kind: 'description',
        entity: 'e1',
        confidence: 1,
        corrected,
      },
      {
        id: 'r2',
        span: span(46, 51),
        text: 'the PIER',
        kind: 'description',
        entity: 'e1',
        confidence: 1,
        corrected,
      },
    ],
    statements: [
      {
        id: 's1',
        kind: 'direct',
        content,
        speaker: { span: cue, text: 'She', entity: 'e1' },
        cue,
        corrected,
      },
      {
        id: 's2',
        kind: 'indirect',
        content,
        speaker: { span: cue, text: 'a mate', entity: null },
        cue: null,
        corrected,
      },
      { id: 's3', kind: 'mixed', content, speaker: null, cue: null, corrected },
    ],
  };

  it('are rows of their kind behind the names, each with its sentence', () => {
    const rows = made('entities-csv', spoken).split('\r\n');
    const rest = 'The pier opens in May 2026.,"Ferry, “returns”",ferry.txt';
    expect(rows.slice(2, 7)).toEqual([
      `Lindqvist,person,reference,The pier,means it without naming it,${rest}`,
      `Lindqvist,person,reference,the PIER,means it without naming it,${rest}`,
      `Lindqvist,person,statement,The pier opens in May 2026.,direct: “sailed”,${rest}`,
      `a mate,,statement,The pier opens in May 2026.,indirect,${rest}`,
      `,,statement,The pier opens in May 2026.,mixed,${rest}`,
    ]);
  });

  it('stand in Markdown with their entity, and by whom they are said', () => {
    const page = made('entities-markdown', spoken);
    expect(page).toContain('  - meant by “the pier” 2 times');
    expect(page).toContain('## Who says what');
    expect(page).toContain('- **Lindqvist** (direct): The pier opens in May 2026.');
    expect(page).toContain('- **a mate** (indirect): The pier opens');
    expect(page.match(/opens in May/g)).toHaveLength(2);
  });
});

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

describe('other forms', () => {
  it('JSON can be read back and names its source', () => {
    for (const format of ['entities-json', 'timeline-json'] as const) {
      const parsed = JSON.parse(made(format));
      expect(parsed.sha256).toBe('ab'.repeat(32));
      expect(parsed.publicationDate).toBe('2026-04-17');
    }
  });

  it('Web Annotations quote the words with what stands around them', () => {
    const page = JSON.parse(made('entities-annotations'));
    expect(page.items[0].target.selector).toEqual({
      type: 'TextQuoteSelector',
      exact: 'Ms Lindqvist',
      prefix: '',
      suffix: ' sailed on 9 March 2024. The pie',
    });
  });

  it('TimelineJS gets no more of a date than is known, and no markup', () => {
    const { events } = JSON.parse(made('timeline-timelinejs'));
    expect(events[0].text.headline).toBe('Ms Lindqvist &lt;sailed&gt;, alone; gladly');
    expect(events[1].start_date).toEqual({ year: '2026', month: '5' });
    expect(events[1].display_date).toBe('May 2026');
  });

  it('TimelineJS shows "since" and years before Christ as what they are', () => {
    const [open] = JSON.parse(made('timeline-timelinejs', withEvent(since1987))).events;
    expect(open).toMatchObject({ start_date: { year: '1987' }, display_date: 'since 1987' });
    expect(open.end_date).toBeUndefined();
    const [ides] = JSON.parse(made('timeline-timelinejs', withEvent(in44BC))).events;
    expect(ides).toMatchObject({ start_date: { year: '-44' }, display_date: '44 BC' });
  });

  it('CSV and JSON of our own tell times as EDTF', () => {
    expect(made('timeline-csv', withEvent(since1987)).split('\r\n')[1]).toMatch(/^since 1987,1987\/\.\.,/);
    const [first] = JSON.parse(made('timeline-json', withEvent(since1987))).events;
    expect(first).toMatchObject({ edtf: '1987/..', when: 'since 1987' });
  });

  it('the picture holds a row for every dated event', () => {
    const picture = made('timeline-svg');
    expect(picture.match(/<circle /g)).toHaveLength(2);
    expect(picture).toContain('&lt;sailed&gt;');
  });

  it('the picture is XML, whatever the text holds', () => {
    const odd = made('timeline-svg', withEvent(someTime, 'a\u0000b\u000bc\ud800d\uffffe & <f>'));
    // Production 2 of XML 1.0: what "Char" leaves out.
    expect(odd).not.toMatch(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u);
    expect(odd).toContain('&amp; &lt;f&gt;');
  });

  it('the picture tells headlines whole, on as many lines as they need', () => {
    const headline = `${'The harbour authority said it would pay for the pier '.repeat(5)}in full`;
    const picture = made('timeline-svg', withEvent(someTime, headline));
    const words = [...picture.matchAll(/<tspan[^>]*>([^<]*)</g)].map(([, line]) => line).join(' ');
    expect(words).toContain(headline);
    expect(wrapped('無'.repeat(50), 10)).toHaveLength(5);
    expect(wrapped('x'.repeat(100), 10).join('')).toBe('x'.repeat(100));
  });

  it('Markdown is never HTML, also behind an address that links itself', () => {
    const tag = 'see https://a.example/<img src=x onerror=alert(1)> and <script>x</script> &lt;b&gt;';
    const pages = [made('timeline-markdown', withEvent(null, tag))];
    const [entity] = analysis.entities;
    if (entity) pages.push(made('entities-markdown', { ...analysis, entities: [{ ...entity, name: tag }] }));
    for (const page of pages) {
      const rendered = marked.parse(page, { async: false });
      expect(rendered).not.toMatch(/<(?:img|script|b)\b/);
      expect(rendered).toContain('&amp;lt;b&amp;gt;');
    }
  });

  it('nothing found is told instead of saved', () => {
    const empty: AnalysedArticle = { ...analysis, mentions: [], entities: [], expressions: [], events: [] };
    for (const make of Object.values(exporters)) {
      expect(make(empty)).toMatchObject({ content: null, leftOut: [expect.stringMatching(/^No /)] });
    }
  });

  it('files are named by words of the title', () => {
    const { article } = analysis;
    expect(fileStem({ ...article, title: null })).toBe('ferry');
    const long =
      'A title that goes on and on, longer than any file system of the world would like a name to be';
    const stem = fileStem({ ...article, title: { value: long, source: 'heading' } });
    expect(stem.length).toBeLessThanOrEqual(80);
    expect(long.startsWith(`${stem} `)).toBe(true);
  });

  it('Markdown shows special characters as they stand', () => {
    expect(made('timeline-markdown')).toContain('Ms Lindqvist &lt;sailed&gt;, alone; gladly');
    expect(made('entities-markdown')).toContain('- **Lindqvist** (1 mention)');
  });
});
