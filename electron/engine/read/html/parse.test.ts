import { describe, expect, it } from 'vitest';
import { parseHtml, parsePage, readHtml } from './index';
import { descendants, type HtmlElement } from './page-tree';

const blocks = (source: string) =>
  readHtml(parseHtml(source), { locate: false, idPrefix: '', resolveImage: () => null }).map(
    ({ block }) => block,
  );
const texts = (source: string) => blocks(source).map(({ text }) => text);

/** The elements of a page as a nest of names. */
function outline(element: HtmlElement): string {
  const inner: string[] = [];
  for (let node = element.firstChild; node; node = node.nextSibling)
    if (node.isElement) inner.push(outline(node));
  return inner.length > 0 ? `${element.name}(${inner.join(' ')})` : element.name;
}
const outlineOf = (source: string) => outline(parseHtml(source).body);

describe('parseHtml', () => {
  it('ends elements that nobody closed as browsers do', () => {
    expect(outlineOf('<p>One<p>Two<div>three</div>')).toBe('body(p p div)');
    expect(outlineOf('<ul><li>a<ul><li>b</ul><li>c</ul>')).toBe('body(ul(li(ul(li)) li))');
    expect(outlineOf('<table><tr><td>a<td>b<tr><td><p>c</table>d')).toBe('body(table(tr(td td) tr(td(p))))');
    expect(outlineOf('<dl><dt>a<dd>b<dt>c</dl>')).toBe('body(dl(dt dd dt))');
    expect(outlineOf('<p>One <b>bold<p>Two')).toBe('body(p(b) p)');
  });

  it('keeps the elements around a mark that is closed too early', () => {
    expect(outlineOf('<section><b><div>one</b> two</div></section><p>')).toBe('body(section(b(div)) p)');
    expect(outlineOf('<div></span></p></div><p>')).toBe('body(div p)');
  });

  it('sets every visible node into the body, wherever head and body end', () => {
    const page =
      'Before<html lang="de"><head><title>T &amp; U</title></head>In head<body dir="rtl"><p>In body</p></body></html><p>Behind</p>';
    expect(texts(page)).toEqual(['BeforeIn head', 'In body', 'Behind']);
    const document = parseHtml(page);
    expect(document.title).toBe('T & U');
    expect(document.root.get('lang')).toBe('de');
  });

  it('leaves out what shows no text, also when nobody closed it, and shows open templates and dialogs', () => {
    expect(texts('<div>a<script>if (a<b) "<p>no"</script><svg><title>no</title><g/></svg>b</div>')).toEqual([
      'ab',
    ]);
    expect(texts('<svg><path d="M0"><div>shown</div>')).toEqual(['shown']);
    expect(texts('<div><video>no<p>no</div><p>shown</p>')).toEqual(['shown']);
    expect(
      texts('<template><p>no</p></template><template shadowrootmode="open"><p>yes</p></template>'),
    ).toEqual(['yes']);
    expect(texts('<dialog><p>no</p></dialog><dialog open><p>yes</p></dialog>')).toEqual(['yes']);
  });

  it('reads XHTML, in which any element may be written as an empty one', () => {
    const page =
      '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><body><p>One <a id="x"/>two</p><p>three</p></body></html>';
    expect(texts(page)).toEqual(['One two', 'three']);
    expect(outlineOf(page)).toBe('body(p(a) p)');
  });

  it('resolves character references in texts and attributes, and passes over attributes that nobody asks for', () => {
    const [link] = blocks(
      `<a ${'x="1" '.repeat(1000)} href="/a?b=1&amp;c=2">M&uuml;ller &amp; S&#246;hne</a>`,
    );
    expect(link?.text).toBe('Müller & Söhne');
    expect(link?.marks).toMatchObject([{ kind: 'link', href: '/a?b=1&c=2' }]);
    for (const element of descendants(parseHtml('<p class="a" onclick="b" data-x="c">').body))
      expect([...(element.attributes?.keys() ?? [])]).toEqual(['class']);
  });

  it('shows what a page says where no script runs, when it says next to nothing else', () => {
    const post = `<p>${'Which telescope shows the rings of Saturn? '.repeat(20)}</p>`;
    const shownBy = (source: string) => parsePage(source).body.text().includes('Saturn');
    expect(shownBy(`<div id=app>Loading</div><noscript>${post}</noscript>`)).toBe(true);
    expect(shownBy(`<p>${'The pilot boat left at dawn. '.repeat(30)}</p><noscript>${post}</noscript>`)).toBe(
      false,
    );
    expect(shownBy('<p>Loading</p><noscript>Scripts show Saturn.</noscript>')).toBe(false);
  });

  it('keeps the text of elements nested too deep', () => {
    expect(texts(`${'<div>'.repeat(3000)}deep${'</div>'.repeat(3000)}<p>after</p>`)).toEqual([
      'deep',
      'after',
    ]);
  });

  it.each([
    '<div>',
    '<b><a href=#>',
    '<b><p>',
    '<font><p>',
    '<table><tr><td>',
    '<p>one</b>',
    '<',
    '<p title="',
    '<!--',
    '</p>',
    '<svg><g>',
    '&amp;',
    '<li><div>',
    '<img src=a>',
    '<time datetime=2001-02-03>x</time>',
  ])('takes time in proportion to %s repeated', (piece) => {
    const time = (count: number) => {
      const source = piece.repeat(count);
      return Math.min(
        ...[1, 2, 3].map(() => {
          const started = process.cpuUsage();
          parseHtml(source);
          const { user, system } = process.cpuUsage(started);
          return (user + system) / 1000;
        }),
      );
    };
    // Below the floor a busy machine decides; what grows with the square takes many seconds here.
    expect(time(40_000)).toBeLessThan(Math.max(time(20_000) * 3, 400));
  });
});
