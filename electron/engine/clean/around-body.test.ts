import { describe, expect, it } from 'vitest';
import type { PageKind } from '../../contract';
import { parseHtml, readHtml } from '../read/html';
import { dropBehindBody, dropComments } from './around-body';
import { describeLooks } from './features';

const PROSE =
  'The council of Port Elm voted on Tuesday to close the old harbour bridge for eleven weeks. '.repeat(4);

/** The texts that a step leaves of a page all of which was kept before. */
function left(step: typeof dropComments, page: string, kind: PageKind): string[] {
  const blocks = readHtml(parseHtml(page), { locate: false, idPrefix: '', resolveImage: () => null });
  const keep = blocks.map(() => true);
  step(blocks, describeLooks(blocks), kind, keep);
  return blocks.filter((_, i) => keep[i]).map(({ block }) => block.text.slice(0, 20));
}

describe('dropComments', () => {
  const comments =
    '<div class="comments"><p>Well said, all of it.</p><p>I will miss the old cables.</p></div>';

  it('takes comments from under an article', () => {
    expect(left(dropComments, `<p>${PROSE}</p>${comments}`, 'article')).toHaveLength(1);
  });

  it('leaves them on pages of what readers wrote, and where nothing else would stay', () => {
    expect(left(dropComments, `<p>${PROSE}</p>${comments}`, 'thread')).toHaveLength(3);
    expect(left(dropComments, comments, 'article')).toHaveLength(2);
    expect(left(dropComments, `<div class="comments open"><p>${PROSE}</p></div>`, 'article')).toHaveLength(1);
  });
});

describe('dropBehindBody', () => {
  const page = (attribute: string) =>
    `<h1>Bridge</h1><div ${attribute}><p>${PROSE}</p></div><ul><li>By the staff, 11/20/2019</li></ul><p>Ferry runs again</p><p>${PROSE}</p>`;

  it('takes scraps from behind the body that an article marks, and leaves running text', () => {
    expect(left(dropBehindBody, page('itemprop="articleBody"'), 'article')).toHaveLength(3);
  });

  it('takes nothing where no body is marked, or the page is no article', () => {
    expect(left(dropBehindBody, page('class="article-body"'), 'article')).toHaveLength(5);
    expect(left(dropBehindBody, page('itemprop="articleBody"'), 'list')).toHaveLength(5);
  });
});
