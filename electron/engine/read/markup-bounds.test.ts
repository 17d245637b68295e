import { describe, expect, it } from 'vitest';
import { doublingFactor, LINEAR } from '../../build/growth';
import { parseHtml, readHtml } from './html';
import { boundMarkup } from './markup-bounds';

const texts = (html: string) =>
  readHtml(parseHtml(html), { locate: false, idPrefix: '', resolveImage: () => null }).map(
    ({ block }) => block.text,
  );

/** Milliseconds, the best of some runs, so that a busy machine does not decide. */
describe('boundMarkup', () => {
  it('leaves a page as it is, with any number of paragraphs that nobody closed', () => {
    const page = `<html><body>${'<p>One<br>two <b>three</b><ul><li>a<li>b</ul>'.repeat(2000)}</body></html>`;
    expect(boundMarkup(page)).toBe(page);
    const table = `<table>${'<tr><td>a<td>b'.repeat(2000)}</table>`;
    expect(boundMarkup(table)).toBe(table);
  });

  it('keeps the text of elements nested too deep', () => {
    const deep = `${'<div>'.repeat(3000)}deep${'</div>'.repeat(3000)}<p>after</p>`;
    expect(boundMarkup(deep).length).toBeLessThan(deep.length);
    expect(texts(boundMarkup(deep))).toEqual(['deep', 'after']);
  });

  it('does not take scripts, comments or attributes for markup', () => {
    const page = `<script>${'"<div>";'.repeat(900)}</script><!-- ${'<div>'.repeat(900)} --><p title="${'<div>'.repeat(900)}">text</p>`;
    expect(boundMarkup(page)).toBe(page);
  });

  it('cuts attributes beyond any sense', () => {
    const tag = `<p ${Array.from({ length: 1000 }, (_, i) => `a${i}="x y"`).join(' ')}>text</p>`;
    const bounded = boundMarkup(tag);
    expect(bounded.match(/a\d+=/g)?.length).toBe(256);
    expect(texts(bounded)).toEqual(['text']);
  });

  it('resolves references that a page in another script consists of, and refuses a flood of them', () => {
    expect(boundMarkup('&#1057;&lt;'.repeat(20_000))).toBe('С&lt;'.repeat(20_000));
    expect(() => boundMarkup('&amp;'.repeat(400_000))).toThrow(/character references/);
  });

  it.each([
    '<div>',
    '<b><a href=#>',
    '<font><p>',
    '<table><tr><td>',
    '<',
    '<p title="',
    '<!--',
    '</p>',
    '<svg><g>',
  ])('takes time in proportion to %s repeated', (piece) => {
    const work = (count: number) => {
      const text = piece.repeat(count);
      return () => void boundMarkup(text);
    };
    expect(doublingFactor(work(40_000), work(80_000))).toBeLessThanOrEqual(LINEAR);
  });
});
