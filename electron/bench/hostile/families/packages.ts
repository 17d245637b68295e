import { deflateSync, strToU8, zipSync } from 'fflate';
import type { Family } from './family';
import { numbered } from './family';

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const TYPES =
  '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>';
const RELATIONS =
  '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>';

function word(name: string, size: number, body: (count: number) => string): Family {
  return {
    name: `word-${name}`,
    ending: '.docx',
    size,
    make: (count) =>
      zipSync({
        '[Content_Types].xml': strToU8(TYPES),
        '_rels/.rels': strToU8(RELATIONS),
        'word/document.xml': strToU8(
          `<?xml version="1.0"?><w:document xmlns:w="${WORD}"><w:body>${body(count)}</w:body></w:document>`,
        ),
      }),
  };
}

const p = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;

const OPF = (count: number) =>
  `<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata/><manifest>${numbered(count, (i) => `<item id="c${i}" href="c.xhtml" media-type="application/xhtml+xml"/>`)}</manifest><spine>${numbered(count, (i) => `<itemref idref="c${i}"/>`)}</spine></package>`;
const CONTAINER =
  '<?xml version="1.0"?><container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0"><rootfiles><rootfile full-path="c.opf" media-type="application/oebps-package+xml"/></rootfiles></container>';

/** Packed documents: little on the disk, much in the memory. */
export const PACKAGES: readonly Family[] = [
  word(
    'tables-nested',
    50_000,
    (n) => `${'<w:tbl><w:tr><w:tc>'.repeat(n)}${p('x')}${'</w:tc></w:tr></w:tbl>'.repeat(n)}`,
  ),
  word('tables-nested-wide', 18, (n) => {
    let inner = p('x');
    for (let i = 0; i < Math.min(n, 18); i++)
      inner = `<w:tbl><w:tr><w:tc>${inner}</w:tc><w:tc>${i < 3 ? inner : p('y')}</w:tc></w:tr></w:tbl>`;
    return inner;
  }),
  word(
    'deep',
    500_000,
    (n) => `${'<w:sdt><w:sdtContent>'.repeat(n)}${p('x')}${'</w:sdtContent></w:sdt>'.repeat(n)}`,
  ),
  word(
    'runs-deep',
    500_000,
    (n) => `<w:p>${'<w:ins>'.repeat(n)}<w:r><w:t>x</w:t></w:r>${'</w:ins>'.repeat(n)}</w:p>`,
  ),
  word('boxes-deep', 5_000, (n) => `${'<w:p><w:r><w:pict><w:textbox><w:txbxContent>'.repeat(n)}${p('x')}`),
  word(
    'runs',
    300_000,
    (n) =>
      `<w:p>${'<w:r><w:rPr><w:b/></w:rPr><w:t>x</w:t></w:r><w:r><w:t> y</w:t></w:r>'.repeat(n / 2)}</w:p>`,
  ),
  word('paragraphs', 200_000, (n) => p('Line of it').repeat(n)),
  word(
    'cells',
    200_000,
    (n) => `<w:tbl>${`<w:tr>${`<w:tc>${p('a')}</w:tc>`.repeat(10)}</w:tr>`.repeat(n / 10)}</w:tbl>`,
  ),
  word(
    'grid-span',
    20_000,
    (n) =>
      `<w:tbl>${`<w:tr>${`<w:tc><w:tcPr><w:gridSpan w:val="100000"/></w:tcPr>${p('a')}</w:tc>`.repeat(2)}</w:tr>`.repeat(n / 2)}</w:tbl>`,
  ),
  {
    name: 'epub-one-chapter-often',
    ending: '.epub',
    size: 5_000,
    make: (count) =>
      zipSync({
        mimetype: strToU8('application/epub+zip'),
        'META-INF/container.xml': strToU8(CONTAINER),
        'c.opf': strToU8(OPF(count)),
        'c.xhtml': strToU8(
          `<html xmlns="http://www.w3.org/1999/xhtml"><body>${'<p>Line of it.</p>'.repeat(400)}</body></html>`,
        ),
      }),
  },
];

const FIRST_OBJECTS = 4;

/** Writes a PDF of one page (ISO 32000-1, 7.5) whose content is `content`, with more objects from number 5 on. */
function pdf(
  content: Uint8Array | string,
  resources: string,
  more: readonly (string | Uint8Array)[] = [],
  count = 1,
): Uint8Array {
  const stream = (body: Uint8Array | string, dictionary = '') => {
    const bytes = typeof body === 'string' ? strToU8(body) : body;
    return [strToU8(`<< /Length ${bytes.length} ${dictionary}>>\nstream\n`), bytes, strToU8('\nendstream')];
  };
  const page = `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << ${resources} >> /Contents 4 0 R >>`;
  const objects: Uint8Array[][] = [
    [strToU8('<< /Type /Catalog /Pages 2 0 R >>')],
    [strToU8(`<< /Type /Pages /Kids [${'3 0 R '.repeat(Math.min(count, 1))}] /Count ${count} >>`)],
    [strToU8(page)],
    typeof content === 'string' ? stream(content) : stream(content, '/Filter /FlateDecode '),
    ...more.map((object) => (typeof object === 'string' ? [strToU8(object)] : [object])),
  ];
  const pieces: Uint8Array[] = [strToU8('%PDF-1.7\n')];
  let size = pieces[0]?.length ?? 0;
  const add = (piece: Uint8Array) => {
    pieces.push(piece);
    size += piece.length;
  };
  const offsets = objects.map((object, index) => {
    const offset = size;
    add(strToU8(`${index + 1} 0 obj\n`));
    object.forEach(add);
    add(strToU8('\nendobj\n'));
    return offset;
  });
  const start = size;
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  add(
    strToU8(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF`,
    ),
  );
  const file = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    file.set(piece, at);
    at += piece.length;
  }
  return file;
}

const HELVETICA = '/Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>';
const WORDS = 'BT /F1 10 Tf 50 700 Td (Some words stand here.) Tj ET';
const form = (content: string, resources: string) =>
  `<< /Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << ${resources} >> /Length ${content.length} >>\nstream\n${content}\nendstream`;
const packedPdf = (name: string, size: number, content: (count: number) => string): Family => ({
  name: `pdf-${name}`,
  ending: '.pdf',
  size,
  make: (count) => pdf(zlib(strToU8(content(count))), HELVETICA),
});

/** Raw deflate in the wrapping that PDF wants (RFC 1950); nobody checks the sum. */
function zlib(bytes: Uint8Array): Uint8Array {
  const packed = deflateSync(bytes, { level: 9 });
  const file = new Uint8Array(packed.length + 6);
  file.set([0x78, 0x9c]);
  file.set(packed, 2);
  return file;
}

const CMAP = (ranges: string) =>
  `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def 1 begincodespacerange <0000> <FFFF> endcodespacerange ${ranges} endcmap end end`;
const mapped = (cmap: string) =>
  pdf('BT /F1 10 Tf 50 700 Td <00410042> Tj ET', '/Font << /F1 5 0 R >>', [
    '<< /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H /DescendantFonts [6 0 R] /ToUnicode 7 0 R >>',
    '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /X /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>',
    `<< /Length ${cmap.length} >>\nstream\n${cmap}\nendstream`,
  ]);

/** PDFs of little length that claim or repeat much. */
export const PDFS: readonly Family[] = [
  {
    name: 'pdf-claims-pages',
    ending: '.pdf',
    size: 2_999,
    make: (count) => pdf(WORDS, HELVETICA, [], count),
  },
  {
    name: 'pdf-claims-many-pages',
    ending: '.pdf',
    size: 4_000_000,
    make: (count) => pdf(WORDS, HELVETICA, [], count),
  },
  {
    name: 'pdf-forms-calling-each-other',
    ending: '.pdf',
    size: 40,
    make: (count) => {
      const forms = Array.from({ length: count }, (_, i) => {
        const next = i + 1 < count ? `/XObject << /X ${FIRST_OBJECTS + 2 + i} 0 R >>` : HELVETICA;
        return form(i + 1 < count ? '/X Do '.repeat(10) : WORDS, next);
      });
      return pdf('/X Do', `/XObject << /X 5 0 R >>`, forms);
    },
  },
  {
    name: 'pdf-form-calling-itself',
    ending: '.pdf',
    size: 100,
    make: (count) =>
      pdf('/X Do', '/XObject << /X 5 0 R >>', [form('/X Do '.repeat(count), '/XObject << /X 5 0 R >>')]),
  },
  packedPdf('graphics-states', 5_000_000, (n) => `${'q '.repeat(n)}${WORDS}`),
  packedPdf('strings', 500_000, (n) => `BT /F1 10 Tf 50 700 Td ${'(a) Tj '.repeat(n)} ET`),
  packedPdf('moves', 500_000, (n) => `BT /F1 10 Tf 50 700 Td ${'1 0 Td (a) Tj '.repeat(n)} ET`),
  packedPdf('zeros', 50_000_000, (n) => `${WORDS}${' '.repeat(n)}`),
  {
    name: 'pdf-doubly-packed',
    ending: '.pdf',
    size: 400_000_000,
    growth: 8_000_000,
    make: (count) => {
      const twice = zlib(zlib(new Uint8Array(count).fill(32)));
      const head = strToU8(`<< /Filter [/FlateDecode /FlateDecode] /Length ${twice.length} >>\nstream\n`);
      const tail = strToU8('\nendstream');
      const object = new Uint8Array(head.length + twice.length + tail.length);
      object.set(head);
      object.set(twice, head.length);
      object.set(tail, head.length + twice.length);
      return pdf('/X Do', '/XObject << /X 5 0 R >>', [object]);
    },
  },
  {
    name: 'pdf-character-map-range',
    ending: '.pdf',
    size: 1,
    make: () => mapped(CMAP('1 beginbfrange <00000000> <FFFFFFFF> <0041> endbfrange')),
  },
  {
    name: 'pdf-character-map-cid-range',
    ending: '.pdf',
    size: 1,
    make: () => mapped(CMAP('1 begincidrange <00000000> <FFFFFFFF> 1 endcidrange')),
  },
];
