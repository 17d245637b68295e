import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { NO_DECISIONS } from '../../contract';
import { readSource } from '../read/read';
import { cleanDraft } from './clean';

interface Expected {
  title: string;
  byline: string;
  day: string;
  language: string;
  kept: string[];
}

const file = (language: string, name: string) =>
  readFileSync(new URL(`./fixtures/page-${language}/${name}`, import.meta.url));

/** Pages of our own writing, the same story in nine languages, each in other names of classes. */
describe.each(['de', 'fr', 'es', 'pt', 'it', 'ru', 'ar', 'zh', 'ja'])('a page in %s', async (language) => {
  const expected = JSON.parse(file(language, 'expected.json').toString()) as Expected;
  const bytes = new Uint8Array(file(language, 'source.html'));
  const info = { name: 'page.html', size: bytes.length, modified: 0, hash: 'h' };
  const { article } = cleanDraft(await readSource({ info, bytes }, NO_DECISIONS), info, NO_DECISIONS);

  it('keeps the article, and nothing else', () => {
    expect(article.blocks.map(({ text }) => text)).toEqual(expected.kept);
  });

  it('has its title, author, day and language', () => {
    expect(article.title?.value).toBe(expected.title);
    expect(article.byline?.value).toBe(expected.byline);
    expect(article.publicationDate?.value).toBe(expected.day);
    expect(article.language?.value).toBe(expected.language);
  });
});
