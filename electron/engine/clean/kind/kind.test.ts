import { describe, expect, it } from 'vitest';
import { NO_DECISIONS } from '../../../contract';
import { readSource } from '../../read/read';
import { cleanDraft } from '../clean';
import { decideKind } from './kind';

const PROSE = 'The council of Port Elm voted on Tuesday to close the old harbour bridge for eleven weeks.';

async function draftOf(body: string, head = '', name = 'page.html') {
  const text = name.endsWith('.html') ? `<html><head>${head}</head><body>${body}</body></html>` : body;
  const bytes = new TextEncoder().encode(text);
  return readSource({ info: { name, size: bytes.length, modified: 0, hash: 'h' }, bytes }, NO_DECISIONS);
}

const kindOf = async (body: string, head = '') => decideKind(await draftOf(body, head), null)?.value;
const paragraphs = (count: number) => `<p>${PROSE}</p>`.repeat(count);
const canonical = (address: string) => `<link rel="canonical" href="${address}">`;
const jsonLd = (data: object) => `<script type="application/ld+json">${JSON.stringify(data)}</script>`;
const posts = (count: number) => `<div class="message-body"><p>${PROSE}</p></div>`.repeat(count);

describe('decideKind', () => {
  it.each([
    ['article', paragraphs(4), ''],
    ['article', paragraphs(4), '<meta property="og:type" content="Article">'],
    ['thread', posts(5), canonical('https://forum.example.org/threads/bridge.12/')],
    ['thread', posts(5), '<meta name="generator" content="Discourse 3.5.0">'],
    ['question', paragraphs(3), jsonLd({ '@type': 'QAPage' })],
    ['documentation', paragraphs(3), '<meta name="generator" content="Docusaurus v3">'],
    ['wiki', paragraphs(3), '<meta name="generator" content="MediaWiki 1.43">'],
    ['recipe', `<h2>Zutaten</h2><ul><li>2 Eier</li></ul><h2>Zubereitung</h2>${paragraphs(2)}`, ''],
    ['liveBlog', paragraphs(3), jsonLd({ '@type': 'LiveBlogPosting' })],
    ['product', `<p>€ 24.90</p>${paragraphs(1)}`, '<meta property="og:type" content="product">'],
    ['list', '<p><a href="/a">A lamp of brass with a switch</a></p>'.repeat(20), ''],
    ['transcript', `<p>Anna Sund: ${PROSE}</p><p>Jon Bee: ${PROSE}</p>`.repeat(6), ''],
    ['stub', paragraphs(1), jsonLd({ '@type': 'NewsArticle', isAccessibleForFree: false })],
  ])('finds a page to be of kind %s', async (kind, body, head) => {
    expect(await kindOf(body, head)).toBe(kind);
  });

  it.each([
    [
      'an article that lists products',
      `${paragraphs(4)}<p>$24.90</p>`,
      '<meta property="og:type" content="article">',
    ],
    ['labels that begin paragraphs', `<p>Price: ${PROSE}</p><p>Pros: ${PROSE}</p>`.repeat(6), ''],
    ['an article about forums', paragraphs(4), canonical('https://news.example.org/2025/why-forums-die')],
    [
      'an article with comments',
      `${paragraphs(4)}${'<div class="comment"><p>Well said, all of it.</p></div>'.repeat(3)}`,
      '',
    ],
  ])('takes %s for an article', async (_, body, head) => {
    expect(await kindOf(body, head)).toBe('article');
  });

  it('is what the reader says, and none for what somebody wrote as a file', async () => {
    expect(decideKind(await draftOf(paragraphs(3)), 'thread')).toEqual({ value: 'thread', source: 'reader' });
    expect(decideKind(await draftOf(`# Bridges\n\n${PROSE}`, '', 'note.md'), null)).toBeNull();
  });

  it('stands in the article with what tells it', async () => {
    const draft = await draftOf(posts(5), '<meta name="generator" content="phpBB">');
    const info = { name: 'page.html', size: 1, modified: 0, hash: 'h' };
    expect(cleanDraft(draft, info, NO_DECISIONS).article.kind).toEqual({
      value: 'thread',
      source: 'meta-tag',
      words: 'phpbb',
    });
  });
});
