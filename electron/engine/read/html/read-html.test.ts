import { describe, expect, it } from 'vitest';
import type { DraftBlock } from '../draft';
import { parseHtml, readHtml } from './index';

function read(source: string, locate = false): DraftBlock[] {
  return readHtml(parseHtml(source), { locate, idPrefix: 'h', resolveImage: (src) => `id:${src}` });
}

const texts = (source: string) => read(source).map(({ block }) => block.text);

describe('readHtml', () => {
  it('makes one block a paragraph, also where the page has none', () => {
    expect(texts('<p>One</p>two <b>and</b> three<div>four<br>five<br><br>six</div>')).toEqual([
      'One',
      'two and three',
      'four\nfive',
      'six',
    ]);
  });

  it('keeps what no-break spaces indent or part, and drops those that only make room', () => {
    expect(texts('<p><code>if x:<br>&nbsp;&nbsp;<span>return</span> y</code></p>')).toEqual([
      'if x:\n\u00a0\u00a0return y',
    ]);
    expect(texts('<p>Roses are red,<br>&nbsp; &nbsp;violets are blue</p>')).toEqual([
      'Roses are red,\n\u00a0 \u00a0violets are blue',
    ]);
    expect(texts('<p>10&nbsp;<b>km</b>&nbsp;away</p>')).toEqual(['10 km away']);
    expect(texts('<p>&nbsp;&nbsp;One<br>&nbsp;<br>two&nbsp;</p><p>&nbsp;</p>')).toEqual(['One', 'two']);
  });

  it('marks links and emphasis by ranges of the text', () => {
    const [one] = read('<p>Read <a href="https://a.example/x">the <em>whole</em> story</a>.</p>');
    expect(one?.block.marks).toEqual([
      { kind: 'link', href: 'https://a.example/x', start: 5, end: 20 },
      { kind: 'emphasis', start: 9, end: 14 },
    ]);
    expect(one?.evidence.linkShare).toBeGreaterThan(0.5);
  });

  it('knows that a heading inside a link is all link', () => {
    expect(read('<a href="/x"><h3>Another story</h3></a>')[0]?.evidence.linkShare).toBe(1);
  });

  it('keeps nested lists with depth and number', () => {
    const [list] = read('<ol start="3"><li>a<ul><li>b</li></ul></li><li>c</li></ol>');
    expect(list?.block).toMatchObject({
      kind: 'list',
      text: 'a\nb\nc',
      items: [
        { depth: 0, ordered: true, number: 3, start: 0, end: 1 },
        { depth: 1, ordered: false, start: 2, end: 3 },
        { depth: 0, ordered: true, number: 4, start: 4, end: 5 },
      ],
    });
  });

  it('places the cells of a table that spans rows and columns', () => {
    const [table] = read(
      '<table><tr><th rowspan="2">a</th><td>b</td></tr><tr><td>c</td></tr><tr><td colspan="2">d</td></tr></table>',
    );
    expect(table?.block).toMatchObject({ kind: 'table', rows: 3, columns: 2 });
    const cells = table?.block.kind === 'table' ? table.block.cells : [];
    expect(cells.map(({ row, column }) => [row, column])).toEqual([
      [0, 0],
      [0, 1],
      [1, 1],
      [2, 0],
    ]);
  });

  it('reads a table used for layout as ordinary blocks', () => {
    expect(texts('<table><tr><td><p>One</p><p>Two</p></td></tr></table>')).toEqual(['One', 'Two']);
  });

  it('takes a figure with its caption, and the picture that a page loads late', () => {
    const [figure] = read(
      '<figure><img src="data:image/gif;base64,R0" data-src="mill.jpg" alt="Mill"><figcaption>By the river</figcaption></figure>',
    );
    expect(figure?.block).toMatchObject({
      kind: 'figure',
      text: 'By the river',
      images: [{ id: 'id:mill.jpg', alt: 'Mill', source: 'mill.jpg' }],
    });
  });

  it('keeps code as it is written, and its language', () => {
    const [code] = read('<pre><code class="language-ts">a\n  b</code></pre>');
    expect(code?.block).toMatchObject({ kind: 'code', text: 'a\n  b', language: 'ts' });
  });

  it('keeps language and direction', () => {
    const [one] = read('<p dir="rtl" lang="ar">نص</p>');
    expect(one?.block).toMatchObject({ dir: 'rtl', lang: 'ar' });
  });

  it('leaves scripts and styles out and flags what is hidden', () => {
    const blocks = read(
      '<script>x()</script><style>p{}</style><p>Seen</p><div style="display: none">Not seen</div>',
    );
    expect(blocks.map(({ block, evidence }) => [block.text, evidence.hidden])).toEqual([
      ['Seen', false],
      ['Not seen', true],
    ]);
  });

  it('finds text wherever broken markup put it', () => {
    const source =
      '<style>x</style><html><meta name="a"><head></head><body><p>One</p></body></html><p>Two</p>';
    expect(texts(source)).toEqual(['One', 'Two']);
  });

  it('reads nesting of any depth', () => {
    const depth = 20_000;
    expect(texts(`${'<div>'.repeat(depth)}deep${'</div>'.repeat(depth)}`)).toEqual(['deep']);
  });

  it('finds the article of a page whose head holds templates full of words', () => {
    const words = 'one, two, three, four, five, six, seven, eight, nine, ten, '.repeat(20);
    const text = 'The ferry would not sail until the storm had gone, the harbour master told the council.';
    const page = `<html><head><template><div><p>${words}</p></div></template></head><body><ul><li><a href="/">Home</a></li></ul><div><h1>Storm</h1>${`<p>${text}</p>`.repeat(9)}</div></body></html>`;
    const located = read(page, true).filter(({ evidence }) => evidence.located);
    expect(located.map(({ block }) => block.text)).not.toContain('Home');
    expect(located.filter(({ block }) => block.text === text)).toHaveLength(9);
  });

  it('falls back to all of the page where the locator stumbles', () => {
    const document = parseHtml('<main><h1>Storm</h1><p>The ferry stays in port.</p></main>');
    Object.defineProperty(document, 'querySelectorAll', {
      value: () => {
        throw new TypeError('a fault of the locator');
      },
    });
    const blocks = readHtml(document, { locate: true, idPrefix: '', resolveImage: () => null });
    expect(blocks.map(({ block, evidence }) => [block.text, evidence.located])).toEqual([
      ['Storm', true],
      ['The ferry stays in port.', true],
    ]);
  });
});
