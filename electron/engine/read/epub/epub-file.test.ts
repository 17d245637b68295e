import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { NO_DECISIONS } from '../../../contract';
import { readSource } from '../read';
import { resolveEntry } from './package';

const CONTAINER =
  '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="OPS/book.opf"/></rootfiles></container>';
const OPF = `<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:opf="http://www.idpf.org/2007/opf">
<metadata><dc:title>The Harbour</dc:title><dc:creator>Ann Bee</dc:creator><dc:creator>Cy Dee</dc:creator><dc:language>en-GB</dc:language><dc:publisher>Quay Press</dc:publisher><dc:date opf:event="publication">1998-03-07</dc:date></metadata>
<manifest><item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/><item id="a" href="text/one%20a.xhtml" media-type="application/xhtml+xml"/><item id="n" href="text/notes.xhtml" media-type="application/xhtml+xml"/><item id="p" href="pics/map.png" media-type="image/png"/></manifest>
<spine><itemref idref="nav"/><itemref idref="a"/><itemref idref="n"/></spine></package>`;
const ONE =
  '<html xmlns="http://www.w3.org/1999/xhtml"><body><h1>One</h1><p>The tide was out.<a href="notes.xhtml#n1">1</a></p><p><img src="../pics/map.png" alt="map"/></p></body></html>';
const NOTES = '<html><body><h2>Notes</h2><p id="n1">1. As it was in 1911.</p></body></html>';

const BOOK: Record<string, string> = {
  mimetype: 'application/epub+zip',
  'META-INF/container.xml': CONTAINER,
  'OPS/book.opf': OPF,
  'OPS/nav.xhtml': '<html><body><nav>Contents</nav></body></html>',
  'OPS/text/one a.xhtml': ONE,
  'OPS/text/notes.xhtml': NOTES,
  'OPS/pics/map.png': 'x',
};

function open(bytes: Uint8Array) {
  const info = { name: 'b.epub', size: bytes.length, modified: 0, hash: 'h' };
  return readSource({ info, bytes }, NO_DECISIONS);
}

function read(files: Record<string, string>) {
  return open(
    zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)]))),
  );
}

describe('reading EPUB', () => {
  it('gives the chapters in reading order with metadata, pictures and notes', async () => {
    const draft = await read(BOOK);
    const blocks = draft.blocks.map(({ block }) => block);
    expect(blocks.map(({ text }) => text)).toEqual([
      'One',
      'The tide was out.1',
      '',
      'Notes',
      '1. As it was in 1911.',
    ]);
    expect(new Set(blocks.map(({ id }) => id)).size).toBe(blocks.length);
    expect(blocks[1]?.marks).toContainEqual({
      kind: 'noteReference',
      target: blocks[4]?.id,
      start: 17,
      end: 18,
    });
    expect(blocks[4]?.noteLabel).toBe('1');
    expect(draft.images).toMatchObject([{ id: 'i1', mediaType: 'image/png', kind: 'embedded' }]);
    expect(draft.candidates.map(({ field, value }) => [field, value])).toEqual([
      ['title', 'The Harbour'],
      ['byline', 'Ann Bee, Cy Dee'],
      ['site', 'Quay Press'],
      ['language', 'en-GB'],
      ['publicationDate', '1998-03-07'],
      ['title', 'One'],
    ]);
  });

  it('refuses a protected book, and one whose parts are missing', async () => {
    const method = (algorithm: string) =>
      `<encryption><EncryptedData><EncryptionMethod Algorithm="${algorithm}"/></EncryptedData></encryption>`;
    const locked = {
      ...BOOK,
      'META-INF/encryption.xml': method('http://www.w3.org/2001/04/xmlenc#aes256-cbc'),
    };
    await expect(read(locked)).rejects.toMatchObject({ code: 'file-encrypted' });
    const fonts = { ...BOOK, 'META-INF/encryption.xml': method('http://www.idpf.org/2008/embedding') };
    expect((await read(fonts)).blocks.length).toBeGreaterThan(0);
    const { 'OPS/book.opf': _, ...headless } = BOOK;
    await expect(read(headless)).rejects.toMatchObject({ code: 'file-damaged' });
  });

  it('counts words, not markup, against its bounds', async () => {
    const markup = `<!-- ${'x'.repeat(3_400_000)} -->`;
    const chapters = Array.from({ length: 5 }, (_, i) => `text/c${i}.xhtml`);
    const opf = OPF.replace(
      '<item id="n"',
      `${chapters.map((href, i) => `<item id="c${i}" href="${href}" media-type="application/xhtml+xml"/>`).join('')}<item id="n"`,
    ).replace('<itemref idref="n"/>', chapters.map((_, i) => `<itemref idref="c${i}"/>`).join(''));
    const pages = chapters.map((href, i) => [
      `OPS/${href}`,
      `<html><body>${markup}<p>Words ${i}.</p></body></html>`,
    ]);
    const { blocks } = await read({ ...BOOK, 'OPS/book.opf': opf, ...Object.fromEntries(pages) });
    expect(blocks.at(-1)?.block.text).toBe('Words 4.');
  });

  it('reads pages that are drawings: their pictures and their words', async () => {
    const opf = OPF.replace('application/xhtml+xml"/><item id="n"', 'image/svg+xml"/><item id="n"');
    const page =
      '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"><title>The quay</title><image xlink:href="../pics/map.png"/><text x="1">The boat <tspan>sails.</tspan></text></svg>';
    const { blocks, images } = await read({ ...BOOK, 'OPS/book.opf': opf, 'OPS/text/one a.xhtml': page });
    expect(blocks[0]?.block).toMatchObject({ kind: 'figure', images: [{ id: 'i1', alt: 'The quay' }] });
    expect(blocks[1]?.block.text).toBe('The boat sails.');
    expect(images).toHaveLength(1);
  });

  it('refuses an archive of more files than a book has, and says what it is', async () => {
    const files = Object.fromEntries(Array.from({ length: 20_001 }, (_, i) => [`f${i}`, new Uint8Array()]));
    await expect(open(zipSync(files, { level: 0 }))).rejects.toMatchObject({
      code: 'file-too-large',
      causeText: 'The file is an archive of 20,001 files, more than an article can have.',
    });
  });

  it('stops a part that unpacks without end', async () => {
    const zeros = { 'OPS/book.opf': new Uint8Array(49_000_000) };
    const head = { 'META-INF/container.xml': strToU8(CONTAINER) };
    await expect(open(zipSync({ ...head, ...zeros }, { level: 1 }))).rejects.toMatchObject({
      code: 'file-too-large',
    });
  });
});

describe('resolveEntry', () => {
  it('never leaves the archive', () => {
    expect(resolveEntry('OPS/text/a.xhtml', '../pics/m%20n.png?x#y')).toBe('OPS/pics/m n.png');
    expect(resolveEntry('OPS/a.opf', '../../../etc/passwd')).toBe('etc/passwd');
    expect(resolveEntry('OPS/a.opf', 'file:///etc/passwd')).toBeNull();
  });
});
