import { marked } from 'marked';
import { describe, expect, it } from 'vitest';
import type { AnalysedArticle } from '../../electron/contract';
import { exporters } from '.';
import { fileStem } from './file-name';
import { analysis, in44BC, made, since1987, someTime, withEvent } from './test-article';
import { wrapped } from './wrap';

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
