import { type Family, numbered, textFamily } from './family';

const text = (name: string, size: number, write: (count: number) => string): Family =>
  textFamily('.txt', `text-${name}`, size, write);
const FIRST = ['Ann', 'Bob', 'Cara', 'Dan', 'Eve', 'Finn', 'Gus', 'Hal', 'Ida', 'Jon', 'Kay', 'Leo'];
const letters = (index: number) =>
  String.fromCharCode(
    65 + (index % 26),
    97 + ((index / 26) % 26),
    97 + ((index / 676) % 26),
    97 + ((index / 17_576) % 26),
  );

const mail = (headers: string, body: string) =>
  `From: a@b.example\r\nSubject: A mail\r\nMIME-Version: 1.0\r\n${headers}\r\n\r\n${body}`;
const mixed = 'Content-Type: multipart/mixed; boundary="B"';

/** Plain text that makes rules of names and days go over it many times. */
export const TEXTS: readonly Family[] = [
  text('one-surname', 60_000, (n) => numbered(n, (i) => `${letters(i)} Smith met them.\n\n`)),
  text('one-surname-in-a-line', 20_000, (n) => numbered(n, (i) => `${letters(i)} Smith, `)),
  text('one-first-name', 20_000, (n) => numbered(n, (i) => `Ann ${letters(i)} met them. `)),
  text('other-names', 20_000, (n) => numbered(n, (i) => `${FIRST[i % 12]} ${letters(i)} met them. `)),
  text('later-co', 20_000, (n) => 'later Co. '.repeat(n)),
  text('spring-bank-of', 20_000, (n) => 'spring Bank of '.repeat(n)),
  text('days-and-names', 20_000, (n) => 'Monday Smith '.repeat(n)),
  text('of-of', 20_000, (n) => 'Bank of '.repeat(n)),
  text('and-and', 20_000, (n) => 'Smith and '.repeat(n)),
  text('initials', 20_000, (n) => 'J. '.repeat(n)),
  text('commas', 20_000, (n) => 'Paris, '.repeat(n)),
  text('quotation-marks', 40_000, (n) => '"'.repeat(n)),
  text('quotations', 20_000, (n) => '"Yes," he said. '.repeat(n)),
  text('quotations-open', 20_000, (n) => '“Yes he said. '.repeat(n)),
  text('pronouns', 20_000, (n) => `Ann Bee came. ${'He said she told him. '.repeat(n)}`),
  text('years', 20_000, (n) => numbered(n, (i) => `${1900 + (i % 120)} `)),
  text('numbers', 100_000, (n) => '1/'.repeat(n)),
  text('dots', 300_000, (n) => '.'.repeat(n)),
  text('words-without-end', 3_000_000, (n) => 'a'.repeat(n)),
  text('capitals-without-end', 100_000, (n) => 'Aa '.repeat(n)),
  text('sentence-without-end', 100_000, (n) => 'and they went on '.repeat(n)),
  text('bullets', 100_000, (n) => '- a\n'.repeat(n)),
  text('indents', 20_000, (n) => numbered(n, (i) => `${' '.repeat(i % 300)}- a\n`)),
  text('underlines', 100_000, (n) => 'a\n---\n'.repeat(n)),
  text('lines', 400_000, (n) => 'A line of it.\n'.repeat(n)),
  text('line-ends', 2_000_000, (n) => `a${'\n'.repeat(n)}b`),
  text('combining-marks', 300_000, (n) => `a${'\u0301'.repeat(n)}`),
  textFamily('.eml', 'mail-boundary-dashes', 1_000_000, (n) =>
    mail(mixed, `--B\r\n\r\na\r\n${'--'.repeat(n)}\r\n--B--`),
  ),
  textFamily('.eml', 'mail-boundary-of-dashes', 1_000_000, (n) =>
    mail('Content-Type: multipart/mixed; boundary="-"', '-'.repeat(n)),
  ),
  textFamily('.eml', 'mail-boundary-lines', 400_000, (n) => mail(mixed, '--B\r\n'.repeat(n))),
  textFamily('.eml', 'mail-parts-blank', 200_000, (n) => mail(mixed, '--B\r\n\r\nText.\r\n'.repeat(n))),
  textFamily('.eml', 'mail-parts-without-blank', 20_000, (n) => mail(mixed, '--B\r\nX: y\r\n'.repeat(n))),
  textFamily('.eml', 'mail-quotations', 100_000, (n) =>
    mail('Content-Type: text/plain', '> a\r\n\r\nb\r\n\r\n'.repeat(n)),
  ),
  textFamily('.eml', 'mail-quoted-printable', 3_000_000, (n) =>
    mail('Content-Type: text/plain\r\nContent-Transfer-Encoding: quoted-printable', '=41=\r\n'.repeat(n)),
  ),
  textFamily('.eml', 'mail-header-folded', 200_000, (n) => mail(`X-A: b${'\r\n c'.repeat(n)}`, 'Text.')),
  textFamily('.mbox', 'mails', 20_000, (n) =>
    `From a@b.example Mon\nFrom: a@b.example\nSubject: A\n\nText of it.\n\n`.repeat(n),
  ),
  textFamily(
    '.mbox',
    'mails-dashes',
    300_000,
    (n) =>
      `From a@b.example Mon\nFrom: a@b.example\nContent-Type: multipart/mixed; boundary="--"\n\n${'----\n'.repeat(n)}`,
  ),
  textFamily('.mhtml', 'archive-dashes', 1_000_000, (n) =>
    mail(
      'Content-Type: multipart/related; boundary="--"',
      `----\r\nContent-Type: text/html\r\n\r\n<p>Text of it.\r\n${'-'.repeat(n)}`,
    ),
  ),
  textFamily('.mhtml', 'archive-links-and-notes', 3_000, (n) =>
    mail(
      'Content-Type: multipart/related; boundary="B"',
      numbered(
        n,
        (i) =>
          `--B\r\nContent-Type: text/html\r\nContent-Location: http://a.example/${i}\r\n\r\n<p id="fn${i}"><a href="#fn${i}">a</a><img src="http://a.example/${n - i}">\r\n`,
      ),
    ),
  ),
  textFamily('.rtf', 'rtf-groups', 500_000, (n) => `{\\rtf1 ${'{'.repeat(n)}a`),
  textFamily('.rtf', 'rtf-paragraphs', 200_000, (n) => `{\\rtf1 ${'a\\par '.repeat(n)}}`),
  textFamily(
    '.rtf',
    'rtf-cells',
    200_000,
    (n) => `{\\rtf1 ${'\\trowd a\\cell b\\cell\\row '.repeat(n / 2)}}`,
  ),
  textFamily(
    '.fb2',
    'fb2-sections',
    100_000,
    (n) => `<?xml version="1.0"?><FictionBook><body>${'<section><p>a</p>'.repeat(n)}</body></FictionBook>`,
  ),
  textFamily(
    '.xml',
    'feed-entries',
    50_000,
    (n) =>
      `<?xml version="1.0"?><rss><channel><title>F</title>${'<item><title>A</title><description>Text of it</description></item>'.repeat(n)}</channel></rss>`,
  ),
  textFamily('.ipynb', 'notebook-cells', 50_000, (n) =>
    JSON.stringify({
      nbformat: 4,
      metadata: {},
      cells: Array.from({ length: n }, () => ({ cell_type: 'markdown', source: ['# A\n', 'b'] })),
    }),
  ),
  textFamily(
    '.ipynb',
    'notebook-nested',
    200_000,
    (n) =>
      `{"nbformat":4,"cells":[{"cell_type":"markdown","source":"a","metadata":${'['.repeat(n)}${']'.repeat(n)}}]}`,
  ),
];
