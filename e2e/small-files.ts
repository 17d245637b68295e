import { strToU8, zipSync } from 'fflate';

/** The same two sentences in each format that Dateline reads, as small as the format allows. */
export const sentences = [
  'The night ferry Heron left Port Ellery on Thursday evening with two hundred passengers.',
  'Harbour master Margaret Lindqvist said that the pier had been rebuilt within two years.',
];
const [first = '', second = ''] = sentences;
const page = `<html><head><title>Ferry</title></head><body><article><h1>Ferry returns</h1><p>${first}</p><p>${second}</p></article></body></html>`;

/** File names with their contents. */
export function smallFiles(): Record<string, Uint8Array> {
  return {
    'ferry.txt': strToU8(`Ferry returns\n\n${first}\n\n${second}\n`),
    'ferry.md': strToU8(`# Ferry returns\n\n${first}\n\n${second}\n`),
    'ferry.html': strToU8(`<!doctype html>${page}`),
    'ferry.mhtml': mhtml(),
    'ferry.docx': docx(),
    'ferry.epub': epub(),
    'ferry.pdf': pdf(),
  };
}

/** RFC 2557: the page as a part of a message. */
function mhtml(): Uint8Array {
  const head = 'From: <Saved by a browser>\r\nSubject: Ferry\r\nMIME-Version: 1.0\r\n';
  const kind = 'Content-Type: multipart/related; type="text/html"; boundary="cut"\r\n\r\n';
  const part =
    'Content-Type: text/html; charset=utf-8\r\nContent-Location: https://example.org/ferry\r\n\r\n';
  return strToU8(`${head}${kind}--cut\r\n${part}${page}\r\n--cut--\r\n`);
}

function zip(files: Record<string, string>): Uint8Array {
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));
}

/** ECMA-376: the smallest package that holds a document. */
function docx(): Uint8Array {
  const packageNames = 'http://schemas.openxmlformats.org/package/2006';
  const officeNames = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const wordNames = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
  const wordKind = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
  const body = sentences.map((text) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`).join('');
  return zip({
    '[Content_Types].xml': `<Types xmlns="${packageNames}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${wordKind}"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${packageNames}/relationships"><Relationship Id="r1" Type="${officeNames}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': `<w:document xmlns:w="${wordNames}"><w:body>${body}</w:body></w:document>`,
  });
}

/** EPUB 3: one chapter. */
function epub(): Uint8Array {
  const chapter = `<html xmlns="http://www.w3.org/1999/xhtml"><head><title>Ferry</title></head><body><p>${first}</p><p>${second}</p></body></html>`;
  const metadata =
    '<metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Ferry</dc:title><dc:language>en</dc:language></metadata>';
  return zip({
    mimetype: 'application/epub+zip',
    'META-INF/container.xml':
      '<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>',
    'book.opf': `<package xmlns="http://www.idpf.org/2007/opf" version="3.0">${metadata}<manifest><item id="c" href="c.xhtml" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="c"/></spine></package>`,
    'c.xhtml': chapter,
  });
}

/** ISO 32000: one page, each sentence a line of its own. */
function pdf(): Uint8Array {
  const lines = sentences.map((text, index) => `1 0 0 1 40 ${700 - 60 * index} Tm (${text}) Tj`).join(' ');
  const content = `BT /F 11 Tf ${lines} ET`;
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>',
    `<</Length ${content.length}>>stream\n${content}\nendstream`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
  ];
  let text = '%PDF-1.4\n';
  const places = objects.map((object, index) => {
    const place = text.length;
    text += `${index + 1} 0 obj${object}endobj\n`;
    return `${String(place).padStart(10, '0')} 00000 n \n`;
  });
  const table = `xref\n0 6\n0000000000 65535 f \n${places.join('')}`;
  return strToU8(`${text}${table}trailer<</Size 6/Root 1 0 R>>\nstartxref\n${text.length}\n%%EOF\n`);
}
