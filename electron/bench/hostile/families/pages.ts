import { type Family, numbered, textFamily } from './family';

const page = (body: string) => `<!doctype html><title>Page</title><article><h1>Page</h1>${body}</article>`;
const html = (name: string, size: number, write: (count: number) => string, growth?: number): Family =>
  textFamily('.html', name, size, (count) => page(write(count)), growth);

const row = (cells: number) => `<tr>${'<td>1'.repeat(cells)}`;

/** Pages that are heavy by count, depth or what they claim. */
export const PAGES: readonly Family[] = [
  html(
    'table-with-spans',
    20_000,
    (n) => `<table>${`<tr>${'<td rowspan=100 colspan=100>a'.repeat(20)}`.repeat(n / 20)}</table>`,
  ),
  html(
    'table-spans-diagonal',
    2_000,
    (n) =>
      `<table>${numbered(n, (i) => `<tr><td rowspan=${1 + (i % 90)}>a<td colspan=${1 + (i % 70)}>b`)}</table>`,
  ),
  html('table-of-many-columns', 300, (n) => `<table>${row(3_000).repeat(n)}</table>`),
  html('table-of-many-rows', 250_000, (n) => `<table>${row(4).repeat(n)}</table>`),
  html('tables-many', 40_000, (n) => `<table>${row(2).repeat(2)}</table>`.repeat(n)),
  html('tables-nested', 10_000, (n) => '<table><tr><td>a<td>'.repeat(n)),
  html('list-flat', 300_000, (n) => `<ul>${'<li>Item of it'.repeat(n)}</ul>`),
  html('list-nested', 20_000, (n) => '<ul><li>a'.repeat(n)),
  html('lists-alternating', 50_000, (n) => '<ul><li>a</ul><ol><li>b</ol>'.repeat(n)),
  html('headings', 40_000, (n) => numbered(n, (i) => `<h2>Part ${i}</h2>`)),
  html('paragraphs', 400_000, (n) => numbered(n, (i) => `<p>Line ${i} of it.`)),
  html(
    'links',
    100_000,
    (n) => `<p>${numbered(n, (i) => `<a href="https://a.example/${i}">Link ${i}</a> `)}`,
  ),
  html('link-paragraphs', 100_000, (n) =>
    numbered(n, (i) => `<p><a href="https://a.example/${i}">Link ${i}</a>`),
  ),
  html('classes', 100_000, (n) => numbered(n, (i) => `<p class="c${i} d${i} e${i}">Line ${i} of it.`)),
  html('marks', 100_000, (n) => `<p>${'<b>bold</b> <i>set</i> '.repeat(n / 2)}`),
  html('languages', 50_000, (n) => `<p>${'<span lang=de>wort</span> '.repeat(n)}`),
  html('line-breaks', 1_000_000, (n) => `<p>a${'<br>'.repeat(n)}b`),
  html('line-breaks-spaced', 500_000, (n) => `<p>a${'<br> '.repeat(n)}b`),
  html('lines', 200_000, (n) => `<p>${'line of it<br>'.repeat(n)}`),
  html('end-tags', 1_000_000, (n) => `<p>a${'</b>'.repeat(n)}`),
  html('end-tags-unknown', 1_000_000, (n) => `<p>a${'</x>'.repeat(n)}`),
  html('end-tags-below-depth', 200_000, (n) => `${'<div>'.repeat(500)}a${'</i></section>'.repeat(n)}`),
  html('less-than-signs', 1_000_000, (n) => `<p>a${'<'.repeat(n)}`),
  html('less-than-words', 500_000, (n) => `<p>${'a <b '.repeat(n)}`),
  html('open-formatting', 40_000, (n) => '<b><i><a href=#>x'.repeat(n)),
  html('open-formatting-paragraphs', 40_000, (n) => '<font color=red><b><p>x'.repeat(n)),
  html('depth', 300_000, (n) => `${'<div>'.repeat(n)}x${'</div>'.repeat(n)}`),
  html('depth-of-inlines', 300_000, (n) => `<p>${'<span lang=de>x'.repeat(n)}`),
  html('entities', 1_000_000, (n) => `<p>${'&amp;'.repeat(n)}`),
  html('ampersands', 1_000_000, (n) => `<p>${'&'.repeat(n)}`),
  html('comments', 500_000, (n) => `<p>a${'<!-- -->'.repeat(n)}`),
  html('comments-open', 500_000, (n) => `<p>a${'<!-'.repeat(n)}`),
  html('attributes', 200_000, (n) => `<p ${numbered(n, (i) => `data-a${i}=1`, ' ')}>x`),
  html('quotations-nested', 20_000, (n) => `${'<blockquote>a'.repeat(n)}`),
  html('hidden', 100_000, (n) => '<div style="display:none">a</div>b'.repeat(n)),
  html('pictures', 50_000, (n) =>
    numbered(n, (i) => `<img src="p${i}.png" width=300 height=200 alt="Picture ${i}">`),
  ),
  html(
    'notes',
    30_000,
    (n) =>
      `<p>${numbered(n, (i) => `<a href="#fn${i}">${i}</a> `)}<ol>${numbered(n, (i) => `<li id="fn${i}">Note ${i}`)}</ol>`,
  ),
  html('anchors', 100_000, (n) => `<p>${numbered(n, (i) => `<a id="x${i}" href="#x${n - i}">a</a>`)}`),
  html('definitions', 100_000, (n) => `<dl>${'<dt>a<dd>b c d'.repeat(n)}</dl>`),
  html('code-lines', 300_000, (n) => `<pre>${'x = 1\n'.repeat(n)}</pre>`),
  html('bylines', 50_000, (n) => '<p class=byline>By Ann Bee</p>'.repeat(n)),
  html('times', 50_000, (n) => numbered(n, (i) => `<time datetime="20${10 + (i % 9)}-01-01">a</time>`)),
  html('meta-tags', 50_000, (n) => numbered(n, (i) => `<meta property="article:author" content="Ann ${i}">`)),
  html(
    'json-ld',
    20_000,
    (n) => `<script type="application/ld+json">${'{"a":['.repeat(n)}${']}'.repeat(n)}</script><p>Text of it.`,
  ),
];
