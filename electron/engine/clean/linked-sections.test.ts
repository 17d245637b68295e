import { describe, expect, it } from 'vitest';
import { parseHtml, readHtml } from '../read/html';
import { describeLooks } from './features';
import { dropLinkedSections } from './linked-sections';

/** The texts that stay of a page of which all but `gone` was kept before. */
function left(page: string, gone: string): string[] {
  const blocks = readHtml(parseHtml(page), { locate: false, idPrefix: '', resolveImage: () => null });
  const keep = blocks.map(({ block }) => block.text !== gone);
  dropLinkedSections(blocks, describeLooks(blocks), keep);
  return blocks.filter((_, i) => keep[i]).map(({ block }) => block.text);
}

const links = (count: number) => '<p><a href="/x">The old bridge is closed for repairs</a></p>'.repeat(count);
const PROSE = `<p>${'The council voted on Tuesday to close the harbour bridge. '.repeat(8)}</p>`;

describe('dropLinkedSections', () => {
  it('takes links out with the heading that announced them', () => {
    expect(left(`${PROSE}<h3>Read on</h3>${links(3)}`, 'Read on')).toHaveLength(1);
  });

  it('leaves a page that is a list of links its links', () => {
    expect(left(`<h1>Bridges</h1>${links(12)}<p>Twelve bridges.</p>`, 'Bridges')).toHaveLength(13);
  });

  it('leaves links under a heading that stays', () => {
    expect(left(`${PROSE}<h3>Sources</h3>${links(3)}`, '')).toHaveLength(5);
  });
});
