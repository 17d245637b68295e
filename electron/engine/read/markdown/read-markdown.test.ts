import { describe, expect, it } from 'vitest';
import { takeFrontMatter } from './front-matter';
import { readMarkdown } from './read-markdown';

const blocks = (source: string) => readMarkdown(source, () => null).map(({ block }) => block);

describe('readMarkdown', () => {
  it('reads headings, marks and links without markup', () => {
    const [heading, paragraph] = blocks(
      '# A *title*\n\nSome **bold [link](https://a.example)** &amp; `code`.',
    );
    expect(heading).toMatchObject({ kind: 'heading', level: 1, text: 'A title' });
    expect(paragraph?.text).toBe('Some bold link & code.');
    expect(paragraph?.marks).toEqual([
      { kind: 'strong', start: 5, end: 14 },
      { kind: 'link', href: 'https://a.example', start: 10, end: 14 },
      { kind: 'code', start: 17, end: 21 },
    ]);
  });

  it('reads nested and task lists', () => {
    const [list] = blocks('1. one\n   - [x] done\n   - [ ] open\n2. two');
    expect(list).toMatchObject({ kind: 'list', text: 'one\ndone\nopen\ntwo' });
    expect(list?.kind === 'list' && list.items).toEqual([
      { start: 0, end: 3, depth: 0, ordered: true, number: 1 },
      { start: 4, end: 8, depth: 1, ordered: false, checked: true },
      { start: 9, end: 13, depth: 1, ordered: false, checked: false },
      { start: 14, end: 17, depth: 0, ordered: true, number: 2 },
    ]);
  });

  it('reads tables, code, quotes, rules and pictures', () => {
    const source =
      '| a | b |\n|---|---|\n| 1 |  |\n\n```js\nx < 1\n```\n\n> one\n>\n> two\n\n---\n\n![Alt](p.png)';
    const [table, code, quote, rule, figure] = blocks(source);
    expect(table).toMatchObject({ kind: 'table', rows: 2, columns: 2, text: 'a\nb\n1\n' });
    expect(code).toMatchObject({ kind: 'code', language: 'js', text: 'x < 1' });
    expect(quote).toMatchObject({ kind: 'quote', text: 'one\ntwo' });
    expect(rule?.kind).toBe('rule');
    expect(figure).toMatchObject({ kind: 'figure', images: [{ id: null, alt: 'Alt', source: 'p.png' }] });
  });

  it('links footnotes with their text', () => {
    const [paragraph, note] = blocks('Said so.[^a]\n\n[^a]: In a *letter*\n    of 1911.');
    expect(paragraph?.marks).toContainEqual({ kind: 'noteReference', target: note?.id, start: 8, end: 9 });
    expect(note).toMatchObject({ noteLabel: 'a', text: 'In a letter of 1911.' });
    expect(blocks('No such note.[^b]')[0]?.text).toBe('No such note.[^b]');
  });

  it('reads HTML inside it as a page, and keeps no script', () => {
    const found = blocks(
      'Before.\n\n<div><p>Inside</p><script>alert(1)</script></div>\n\nA <b>raw</b> <img src=x onerror=alert(1)> tag.',
    );
    expect(found.map(({ text }) => text)).toEqual(['Before.', 'Inside', 'A raw  tag.']);
    expect(found[2]?.marks).toEqual([{ kind: 'strong', start: 2, end: 5 }]);
  });

  it('reads text that is nested beyond sense as plain text', () => {
    expect(
      blocks(`${'>'.repeat(50_000)}deep`)
        .map(({ text }) => text)
        .join(''),
    ).toContain('deep');
  });
});

describe('takeFrontMatter', () => {
  it('takes title, authors, day and address', () => {
    const source =
      '---\ntitle: "A storm"\nauthors:\n  - Ann Bee\n  - Cy Dee\ndate: 2019-03-04\nurl: https://a.example/s\n---\nText';
    const { body, candidates, address } = takeFrontMatter(source);
    expect(body).toBe('Text');
    expect(address).toBe('https://a.example/s');
    expect(candidates.map(({ field, value }) => [field, value])).toEqual([
      ['title', 'A storm'],
      ['byline', 'Ann Bee, Cy Dee'],
      ['publicationDate', '2019-03-04'],
    ]);
  });

  it('leaves a text alone that only begins with a rule', () => {
    expect(takeFrontMatter('---\nJust words\n---\nMore').body).toBe('---\nJust words\n---\nMore');
  });
});
