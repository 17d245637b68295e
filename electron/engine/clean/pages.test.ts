import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Article, NO_DECISIONS } from '../../contract';
import { readSource } from '../read/read';
import { cleanDraft } from './clean';

/** A page of our own writing, and what a reader would say of it. */
interface Page {
  name: string;
  title: string;
  author: string | null;
  date: string | null;
  /** How every part of the article begins, in order. */
  article: string[];
  /** What is kept beside it today though it should go; what is mended leaves the list, and nothing may join it. */
  known?: string[];
}

const PAGES: Page[] = [
  {
    name: 'blog-post',
    title: 'How I mended a wooden boat in one winter',
    author: 'Nora Veld',
    date: '2021-03-03',
    article: [
      ...['How I mended', 'The boat had stood', 'I did not burn it', 'The tools', 'Two clamps'],
      ...['In January', 'A boat is never finished', 'On the first warm Sunday'],
    ],
  },
  {
    name: 'interview',
    title: '“We listened to the river first”: an interview with the engineer Ida Holm',
    author: 'Karl Lind',
    date: '2019-06-12',
    article: [
      ...[
        '“We listened',
        'For nine years',
        'When did you see',
        'In the spring',
        'What changed',
        'The people who',
      ],
      ...['There was an accident', 'A wall gave way', 'Would you do it', 'Yes. But I would'],
    ],
    known: ['By Karl Lind, 12 June 2019', 'They knew where the water goes.'],
  },
  {
    name: 'report-with-table',
    title: 'Ferry traffic falls for the third year in a row',
    author: null,
    date: '2018-02-14',
    article: [
      ...[
        'Ferry traffic falls',
        'Fewer people',
        'The office counted',
        'Passengers by year',
        'The company that runs',
      ],
      ...['passengers = [', 'The figures, as a line'],
    ],
    known: ['Tags: ferry, harbour'],
  },
];

async function cleaned(name: string): Promise<{ article: Article; whole: string[] }> {
  const bytes = readFileSync(new URL(`./fixtures/pages/${name}.html`, import.meta.url));
  const info = { name: `${name}.html`, size: bytes.length, modified: 0, hash: 'h' };
  const draft = await readSource({ info, bytes: new Uint8Array(bytes) }, NO_DECISIONS);
  const { article } = cleanDraft(draft, info, NO_DECISIONS);
  return { article, whole: draft.blocks.map(({ block }) => block.text) };
}

describe.each(PAGES)('$name', (page) => {
  it('keeps the whole article and nothing else', async () => {
    const { article } = await cleaned(page.name);
    const texts = article.blocks.map(({ text }) => text).filter((text) => !page.known?.includes(text));
    expect(texts.map((text, at) => text.slice(0, page.article[at]?.length ?? 40))).toEqual(page.article);
    expect(article.blocks.length - texts.length).toBe(page.known?.length ?? 0);
  });

  it('knows title, author and day', async () => {
    const { article } = await cleaned(page.name);
    expect(article.title?.value).toBe(page.title);
    expect(article.byline?.value ?? null).toBe(page.author);
    expect(article.publicationDate?.value ?? null).toBe(page.date);
  });

  it('keeps what it took out, with its place and a reason', async () => {
    const { article, whole } = await cleaned(page.name);
    const ids = new Set(article.blocks.map(({ id }) => id));
    const removed = article.removals.flatMap(({ blocks }) => blocks);
    expect([...article.blocks, ...removed].map(({ text }) => text).sort()).toEqual([...whole].sort());
    expect(removed.length).toBeGreaterThan(3);
    for (const { after, reason, rule } of article.removals) {
      expect(after === null || ids.has(after)).toBe(true);
      expect([reason, rule]).not.toContain('');
    }
  });
});
