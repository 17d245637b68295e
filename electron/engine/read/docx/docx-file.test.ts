import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { NO_DECISIONS } from '../../../contract';
import { readSource } from '../read';

const W =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="r" xmlns:a="a" xmlns:wp="wp"';
const style = (id: string, name: string) => `<w:style w:styleId="${id}"><w:name w:val="${name}"/></w:style>`;
const run = (text: string, properties = '') =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
const paragraph = (content: string, properties = '') => `<w:p><w:pPr>${properties}</w:pPr>${content}</w:p>`;
const item = (text: string, level: number, list: number) =>
  paragraph(run(text), `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`);

function read(body: string, more: Record<string, string> = {}) {
  const files: Record<string, string> = {
    '[Content_Types].xml': '<Types/>',
    'word/document.xml': `<?xml version="1.0"?><w:document ${W}><w:body>${body}</w:body></w:document>`,
    'word/styles.xml': `<w:styles ${W}>${style('Titel', 'Title')}${style('berschrift1', 'heading 1')}${style('Zitat', 'Quote')}</w:styles>`,
    'word/numbering.xml': `<w:numbering ${W}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`,
    'word/_rels/document.xml.rels':
      '<Relationships><Relationship Id="r1" Target="https://a.example/x" TargetMode="External"/><Relationship Id="r2" Target="media/map.png"/></Relationships>',
    'word/media/map.png': 'x',
    ...more,
  };
  const bytes = zipSync(
    Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])),
  );
  return readSource(
    { info: { name: 'a.docx', size: bytes.length, modified: 0, hash: 'h' }, bytes },
    NO_DECISIONS,
  );
}

async function blocksOf(body: string, more: Record<string, string> = {}) {
  return (await read(body, more)).blocks.map(({ block }) => block);
}

describe('reading DOCX', () => {
  it('tells titles, headings and quotes by the built-in names of their styles', async () => {
    const styled = ['Titel', 'berschrift1', 'Zitat', 'Other']
      .map((id) => paragraph(run('Words here'), `<w:pStyle w:val="${id}"/>`))
      .join('');
    const blocks = await blocksOf(styled);
    expect(blocks.map((block) => [block.kind, block.kind === 'heading' ? block.level : 0])).toEqual([
      ['heading', 1],
      ['heading', 2],
      ['quote', 0],
      ['paragraph', 0],
    ]);
  });

  it('keeps marks and links, and shows neither deleted nor hidden text', async () => {
    const link = `<w:hyperlink r:id="r1">${run('link')}</w:hyperlink>`;
    const field = `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> HYPERLINK "https://b.example/" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run('field')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
    const gone = `<w:del>${run('gone')}</w:del>${run('unseen', '<w:vanish/>')}<w:ins>${run(' new')}</w:ins>`;
    const [block] = await blocksOf(
      paragraph(`${run('Bold', '<w:b/>')}${run(' plain ', '<w:b w:val="0"/>')}${link} ${field}${gone}`),
    );
    expect(block?.text).toBe('Bold plain linkfield new');
    expect(block?.marks).toEqual([
      { kind: 'strong', start: 0, end: 4 },
      { kind: 'link', href: 'https://a.example/x', start: 11, end: 15 },
      { kind: 'link', href: 'https://b.example/', start: 15, end: 20 },
    ]);
  });

  it('numbers lists by level', async () => {
    const [list] = await blocksOf(item('one', 0, 1) + item('inner', 1, 1) + item('two', 0, 1));
    expect(
      list?.kind === 'list' && list.items.map(({ depth, ordered, number }) => [depth, ordered, number]),
    ).toEqual([
      [0, true, 1],
      [1, false, undefined],
      [0, true, 2],
    ]);
  });

  it('reads tables with merged cells', async () => {
    const cell = (text: string, properties = '') =>
      `<w:tc><w:tcPr>${properties}</w:tcPr>${paragraph(run(text))}</w:tc>`;
    const table = `<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr>${cell('wide', '<w:gridSpan w:val="2"/>')}</w:tr><w:tr>${cell('tall', '<w:vMerge w:val="restart"/>')}${cell('b')}</w:tr><w:tr>${cell('', '<w:vMerge/>')}${cell('c')}</w:tr></w:tbl>`;
    const [block] = await blocksOf(table);
    expect(block).toMatchObject({ kind: 'table', text: 'wide\ntall\nb\nc', rows: 3, columns: 2 });
    expect(
      block?.kind === 'table' &&
        block.cells.map(({ row, column, rowSpan, columnSpan, header }) => [
          row,
          column,
          rowSpan,
          columnSpan,
          header,
        ]),
    ).toEqual([
      [0, 0, 1, 2, true],
      [1, 0, 2, 1, false],
      [1, 1, 1, 1, false],
      [2, 1, 1, 1, false],
    ]);
  });

  it('links notes and finds pictures', async () => {
    const notes = `<w:footnotes ${W}><w:footnote w:id="-1" w:type="separator"/><w:footnote w:id="2">${paragraph(run(' In a letter.'))}</w:footnote></w:footnotes>`;
    const picture = '<w:r><w:drawing><wp:docPr descr="a map"/><a:blip r:embed="r2"/></w:drawing></w:r>';
    const draft = await read(
      paragraph(`${run('Said so.')}<w:r><w:footnoteReference w:id="2"/></w:r>${picture}`),
      { 'word/footnotes.xml': notes },
    );
    const [text, figure, note] = draft.blocks.map(({ block }) => block);
    expect(text?.marks).toContainEqual({ kind: 'noteReference', target: note?.id, start: 8, end: 9 });
    expect(figure).toMatchObject({ kind: 'figure', images: [{ id: 'i1', alt: 'a map' }] });
    expect(note).toMatchObject({ noteLabel: '1', text: 'In a letter.' });
    expect(draft.images).toMatchObject([{ kind: 'embedded', mediaType: 'image/png' }]);
  });

  it('reads the properties, and refuses a file without text', async () => {
    const core =
      '<cp:coreProperties><dc:title>Ferries</dc:title><dc:creator>Ann Bee</dc:creator><dcterms:created>2018-03-07T10:00:00Z</dcterms:created></cp:coreProperties>';
    const { candidates } = await read(paragraph(run('Words.')), { 'docProps/core.xml': core });
    expect(candidates.map(({ field, value }) => [field, value])).toEqual([
      ['title', 'Ferries'],
      ['byline', 'Ann Bee'],
      ['publicationDate', '2018-03-07T10:00:00Z'],
    ]);
    await expect(read('', { 'word/document.xml': '<w:document/>' })).rejects.toMatchObject({
      code: 'file-damaged',
    });
  });
});
