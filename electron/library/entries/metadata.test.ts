import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { NO_DECISIONS } from '../../contract';
import { hashOf, TestLibrary } from '../test-library';

let test: TestLibrary;
beforeEach(() => {
  test = new TestLibrary();
});
afterEach(() => test.remove());

const ferry = 'The night ferry\nIt sailed.\nPublished: 2026-04-17\nSite: The Courier';
const article = hashOf(ferry);
const values = (of = article) =>
  Object.fromEntries(
    test.library.metadata(of).map(({ field, found, given }) => [field, [found?.value, given]]),
  );
const give = (field: 'title' | 'site', value: string | null) =>
  test.library.change([article], { kind: 'metadata', field, value });

describe('what an article says about itself', () => {
  it('is told with what a person put in its place', async () => {
    await test.import({ 'ferry.txt': ferry });
    expect(values()).toEqual({
      title: ['The night ferry', null],
      author: [undefined, null],
      site: ['The Courier', null],
      language: ['en', null],
      published: ['2026-04-17', null],
    });
    give('title', 'A ferry');
    expect(values().title).toEqual(['The night ferry', 'A ferry']);
    expect(test.library.metadata(hashOf('unknown'))).toEqual([]);
  });

  it('is shown where nobody gave anything, and again when what was given is taken back', async () => {
    await test.import({ 'ferry.txt': ferry });
    give('site', 'Elsewhere');
    expect(test.library.entry(article)).toMatchObject({ site: 'Elsewhere', title: 'The night ferry' });
    give('site', null);
    expect(test.library.entry(article)?.site).toBe('The Courier');
    expect(values().site).toEqual(['The Courier', null]);
  });

  it('keeps what was given when the article is read again', async () => {
    await test.import({ 'ferry.txt': ferry });
    give('title', 'A ferry');
    test.engineVersion = '2';
    await test.import({ 'other.txt': 'Another\nIt sailed too.' });
    expect(test.analysed.filter((hash) => hash === article)).toHaveLength(2);
    expect(test.library.entry(article)?.title).toBe('A ferry');
  });

  it('has the day that a person set beside the one that is stated', async () => {
    await test.import({ 'ferry.txt': ferry });
    const findings = test.library.findings(article);
    const decisions = { ...NO_DECISIONS, publicationDate: '2024-02-29' };
    if (findings) test.library.renew({ ...findings, decisions }, decisions);
    expect(values().published).toEqual(['2026-04-17', '2024-02-29']);
  });

  it('stands in lists under its first word that is no article', async () => {
    const titles = ['The Zebra', 'An apple', '“Crete”', 'the', 'Berlin'];
    await test.import(Object.fromEntries(titles.map((title, n) => [`${n}.txt`, `${title}\nText ${n}.`])));
    expect(test.titles()).toEqual(['An apple', 'Berlin', '“Crete”', 'the', 'The Zebra']);
  });
});
