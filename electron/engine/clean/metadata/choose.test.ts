import { describe, expect, it } from 'vitest';
import { doublingFactor, LINEAR } from '../../../build/growth';
import { type Decisions, NO_DECISIONS } from '../../../contract';
import type { DraftBlock } from '../../read/draft';
import { BlockNamer } from '../../read/draft-blocks';
import { readSource } from '../../read/read';
import { chooseMetadata } from './choose';
import { findDateRows } from './date-rows';

const LEAD =
  'The council voted on Tuesday to close the old harbour bridge for repairs, a decision that shop owners on both sides had opposed for years.';

async function metadata(head: string, body: string, name = 'page.html', decisions: Partial<Decisions> = {}) {
  const page = `<!doctype html><html lang="en"><head>${head}</head><body><article>${body}<p>${LEAD}</p><p>${LEAD}</p></article></body></html>`;
  const bytes = new TextEncoder().encode(page);
  const info = { name, size: bytes.length, modified: Date.UTC(2024, 0, 5), hash: 'h' };
  const all = { ...NO_DECISIONS, ...decisions };
  return chooseMetadata(await readSource({ info, bytes }, all), name, all);
}

const TITLE = '<h1>Council closes the harbour bridge</h1>';

describe('the name of the site', () => {
  const og = (name: string) => `<meta property="og:site_name" content="${name}">`;
  const at = '<link rel="canonical" href="https://www.harbournews.example/a">';

  it.each([
    ['Harbour News - Boats, Bridges and Weather for Everybody', at, 'Harbour News'],
    ['Harbour News', at, 'Harbour News'],
    ['The Paper of the Whole Coast', at, 'harbournews.example'],
    ['The Coast', at, 'The Coast'],
    ['The Paper of the Whole Coast', '', 'The Paper of the Whole Coast'],
  ])('is no slogan: %s', async (stated, address, name) => {
    expect((await metadata(og(stated) + address, TITLE)).site?.value).toBe(name);
  });

  it('is taken off a title, in front or behind', async () => {
    for (const title of [
      'Harbour News | Council closes the bridge',
      'Council closes the bridge | Harbour News',
    ])
      expect((await metadata(`<title>${title}</title>${at}`, '')).title?.value).toBe(
        'Council closes the bridge',
      );
  });
});

describe('chooseMetadata', () => {
  it('takes what JSON-LD says, with its words', async () => {
    const ld = {
      '@type': 'NewsArticle',
      datePublished: '2019-05-06T23:00:00-05:00',
      author: [{ name: 'Ann Bee' }],
      publisher: { name: 'The Gazette' },
    };
    const found = await metadata(
      `<script type="application/ld+json">${JSON.stringify({ '@graph': [ld] })}</script><title>Council closes the harbour bridge | The Gazette</title>`,
      TITLE,
    );
    expect(found).toMatchObject({
      title: { value: 'Council closes the harbour bridge', source: 'heading' },
      byline: { value: 'Ann Bee', source: 'json-ld' },
      site: { value: 'The Gazette', source: 'json-ld' },
      language: { value: 'en', source: 'meta-tag' },
      publicationDate: { value: '2019-05-06', source: 'json-ld', words: '2019-05-06T23:00:00-05:00' },
    });
  });

  it('finds the row under the headline where nothing is declared', async () => {
    const found = await metadata(
      '<title>Council closes the harbour bridge</title>',
      `${TITLE}<p>By Ann Bee | 7 March 2018</p>`,
    );
    expect(found.publicationDate).toEqual({ value: '2018-03-07', source: 'text', words: '7 March 2018' });
    expect(found.byline).toMatchObject({ value: 'Ann Bee', source: 'text' });
  });

  it('believes the page that shows an earlier day than its metadata', async () => {
    const head =
      '<meta property="article:published_time" content="2021-01-01"><meta property="article:modified_time" content="2021-01-01">';
    const found = await metadata(head, `${TITLE}<p class="date">Published March 7, 2018</p>`);
    expect(found.publicationDate?.value).toBe('2018-03-07');
  });

  it('does not take the day of an update for the publication', async () => {
    const head = '<meta property="article:published_time" content="2018-03-07">';
    const found = await metadata(head, `${TITLE}<p class="date">Updated January 1, 2021</p>`);
    expect(found.publicationDate?.value).toBe('2018-03-07');
  });

  it('reads figures as the country of the language writes them', async () => {
    const found = await metadata(
      '<meta property="og:locale" content="en_GB">',
      `${TITLE}<p class="date">04/03/2018</p>`,
    );
    expect(found.publicationDate?.value).toBe('2018-03-04');
  });

  it('reads the dateline and the file name, and never the time of the file', async () => {
    const dateline = await metadata('', `${TITLE}<p>PORT ELM, March 7, 2018 (Agency) — ${LEAD}</p>`);
    expect(dateline.publicationDate).toMatchObject({ value: '2018-03-07', source: 'text' });
    expect((await metadata('', TITLE, '2018-03-07-bridge.html')).publicationDate).toMatchObject({
      value: '2018-03-07',
      source: 'file-name',
    });
    expect((await metadata('', TITLE, 'bridge.html')).publicationDate).toBeNull();
  });

  it('passes over a title that is none, however long', async () => {
    const found = await metadata(`<title>${'Storm - '.repeat(200_000)}</title>`, TITLE);
    expect(found.title).toMatchObject({ value: 'Council closes the harbour bridge', source: 'heading' });
  });

  it('lets the reader decide', async () => {
    const found = await metadata('<meta name="date" content="2018-03-07">', TITLE, 'a.html', {
      publicationDate: '2017-01-02',
    });
    expect(found.publicationDate).toEqual({ value: '2017-01-02', source: 'reader' });
  });
});

describe('findDateRows', () => {
  it('takes time in proportion to the number of dated lines', () => {
    const draftsOf = (count: number): DraftBlock[] => {
      const namer = new BlockNamer();
      const line = (i: number) => `${2000 + (i % 20)}-05-06 entry ${i}`;
      return Array.from({ length: count }, (_, i) =>
        namer.draft({ kind: 'paragraph', text: line(i), marks: [] }),
      );
    };
    const work = (count: number) => {
      const drafts = draftsOf(count);
      return () => void findDateRows(drafts, count / 2, 'day-first');
    };
    expect(doublingFactor(work(20_000), work(40_000))).toBeLessThanOrEqual(LINEAR);
  });
});
