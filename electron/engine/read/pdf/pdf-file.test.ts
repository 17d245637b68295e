import { describe, expect, it } from 'vitest';
import { NO_DECISIONS } from '../../../contract';
import { readSource } from '../read';

/** Words at a place of a page, in points from the top left; Helvetica. */
type Placed = [text: string, x: number, y: number, size?: number];

const WIDTH = 595;
const HEIGHT = 842;

/** Writes a PDF of uncompressed text pages (ISO 32000-1, 7.5), with what stands in `extra` in its trailer. */
function makePdf(pages: Placed[][], extra = '', producer = 'Page Maker 7'): Uint8Array {
  const objects: string[] = [];
  const kids = pages.map((_, i) => `${4 + 2 * i} 0 R`).join(' ');
  objects.push('<< /Type /Catalog /Pages 2 0 R >>');
  objects.push(`<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`);
  objects.push('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>');
  pages.forEach((placed, i) => {
    const content = placed
      .map(
        ([text, x, y, size = 10]) =>
          `BT /F1 ${size} Tf 1 0 0 1 ${x} ${HEIGHT - y} Tm (${text.replace(/[()\\]/g, '\\$&')}) Tj ET`,
      )
      .join('\n');
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${WIDTH} ${HEIGHT}] /Resources << /Font << /F1 3 0 R >> >> /Contents ${5 + 2 * i} 0 R >>`,
    );
    objects.push(`<< /Length ${content.length} >>\nstream\n${content}\nendstream`);
  });
  objects.push(
    `<< /Title (The Harbour) /Author (Ann Bee) /Producer (${producer}) /CreationDate (D:20180307120000Z) >>`,
  );
  let file = '%PDF-1.4\n';
  const offsets = objects.map((object, i) => {
    const offset = file.length;
    file += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const start = file.length;
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info ${objects.length} 0 R ${extra} >>\nstartxref\n${start}\n%%EOF`;
  return Uint8Array.from(file, (character) => character.charCodeAt(0));
}

function read(bytes: Uint8Array) {
  return readSource(
    { info: { name: 'a.pdf', size: bytes.length, modified: 0, hash: 'h' }, bytes },
    NO_DECISIONS,
  );
}

/** Lines of a paragraph set in a column. */
function column(lines: string[], x: number, y: number): Placed[] {
  return lines.map((line, i) => [line, x, y + i * 13]);
}

const LEFT = [
  'The ferry had been late all the week and',
  'by Thursday nobody on the old quay ever',
  'asked any more, for the har-',
  'bour master had put up a long notice and',
];
const RIGHT = [
  'taken it down again before he went home.',
  'On Friday it did not come at all, and the',
  'well-known captain was seen ashore, and',
  'no-one learnt where his boat had gone.',
];

describe('reading PDF', () => {
  it('reads columns one after the other, below a title that spans them', async () => {
    const page: Placed[] = [
      ['Late ferries', 60, 80, 24],
      ...column(LEFT, 60, 140),
      ...column(RIGHT, 320, 140),
    ];
    const { blocks } = await read(makePdf([page]));
    expect(blocks.map(({ block }) => [block.kind, block.text])).toEqual([
      ['heading', 'Late ferries'],
      ['paragraph', [...LEFT, ...RIGHT].join(' ').replace('har- bour', 'harbour')],
    ]);
  });

  it('reads columns whose lines were drawn row by row', async () => {
    const rows = LEFT.flatMap((line, i): Placed[] => [
      [line, 60, 140 + i * 13],
      [RIGHT[i] as string, 320, 140 + i * 13],
    ]);
    const { blocks } = await read(makePdf([rows]));
    expect(blocks[0]?.block.text).toMatch(/^The ferry .* harbour master .* notice and taken it down/);
  });

  it('takes out running heads and page numbers, and joins a paragraph across pages', async () => {
    const page = (number: number, lines: string[]): Placed[] => [
      ['The Quay Quarterly', 60, 40, 8],
      ...column(lines, 60, 100),
      [String(number), 290, 810, 8],
    ];
    const { blocks } = await read(
      makePdf([page(1, LEFT), page(2, RIGHT), page(3, ['A new paragraph ends the story.'])]),
    );
    const head = ['The Quay Quarterly', 'pageFurniture'];
    expect(blocks.map(({ block, taken }) => [block.text, taken?.reason])).toEqual([
      head,
      [expect.stringMatching(/^The ferry .* notice and taken it .* had gone\.$/), undefined],
      ['1', 'pageFurniture'],
      head,
      ['2', 'pageFurniture'],
      head,
      ['A new paragraph ends the story.', undefined],
      ['3', 'pageFurniture'],
    ]);
  });

  it('reads a table by its rows, between the paragraphs it stands between', async () => {
    const rows = [
      ['Day', 'Vessel', 'Passengers'],
      ['3 March 2025', 'Sigrid', '212'],
      ['4 March 2025', 'Astrid', '87'],
      ['11 March 2025', 'Sigrid', '1,204'],
    ];
    const placed = rows.flatMap((row, i): Placed[] =>
      row.map((text, column) => [text, 60 + column * 120, 220 + i * 14]),
    );
    const page: Placed[] = [...column(LEFT, 60, 140), ...placed, ...column(RIGHT, 60, 320)];
    const { blocks } = await read(makePdf([page]));
    expect(blocks.map(({ block }) => block.kind)).toEqual(['paragraph', 'table', 'paragraph']);
    const table = blocks[1]?.block;
    expect(table).toMatchObject({ rows: 4, columns: 3, text: rows.flat().join('\n') });
    const cells = table?.kind === 'table' ? table.cells : [];
    expect(cells.map(({ row, column, start, end }) => [row, column, table?.text.slice(start, end)])).toEqual(
      rows.flatMap((row, i) => row.map((text, column) => [i, column, text])),
    );
  });

  it('goes on in the cells above where a row has no first cell', async () => {
    const placed: Placed[] = [
      ['-a', 60, 100],
      ['names the day on which', 160, 100],
      ['the log begins', 160, 112],
      ['-b', 60, 130],
      ['names the last day', 160, 130],
      ['-c', 60, 148],
      ['says nothing', 160, 148],
    ];
    const { blocks } = await read(makePdf([placed]));
    expect(blocks[0]?.block).toMatchObject({ kind: 'table', rows: 3, columns: 2 });
    expect(blocks[0]?.block.text).toContain('names the day on which the log begins');
  });

  it('does not take columns of running text for a table', async () => {
    const rows = LEFT.flatMap((line, i): Placed[] => [
      [line, 60, 140 + i * 13],
      [RIGHT[i] as string, 320, 140 + i * 13],
    ]);
    const { blocks } = await read(makePdf([rows]));
    expect(blocks.map(({ block }) => block.kind)).not.toContain('table');
  });

  it.each([
    ['upwards', '0 1 -1 0', (x: number, y: number) => [y, x]],
    ['downwards', '0 -1 1 0', (x: number, y: number) => [WIDTH - y, HEIGHT - x]],
  ] as const)('reads a page that was printed across, its text running %s', async (_, matrix, place) => {
    const turned = new TextDecoder('latin1')
      .decode(makePdf([column([...LEFT, ...RIGHT], 60, 100)]))
      .replace(/1 0 0 1 (\d+) (\d+) Tm/g, (__, x: string, y: string) => {
        const [left, up] = place(Number(x), HEIGHT - Number(y));
        return `${matrix} ${left} ${up} Tm`;
      });
    const { blocks } = await read(Uint8Array.from(turned, (character) => character.charCodeAt(0)));
    expect(blocks[0]?.block.text).toMatch(/^The ferry had been late all the week and by Thursday/);
  });

  it('keeps the last word of a title that is set in two centred lines', async () => {
    const page: Placed[] = [
      ['The ferry that never came to the', 130, 80, 20],
      ['quay', 262, 104, 20],
      ...column([...LEFT, ...RIGHT], 60, 160),
    ];
    const { blocks } = await read(makePdf([page]));
    expect(blocks[0]?.block).toMatchObject({
      kind: 'heading',
      text: 'The ferry that never came to the quay',
    });
  });

  it('gives the title as printed, and the properties', async () => {
    const { candidates } = await read(makePdf([[['Late ferries', 60, 80, 24], ...column(LEFT, 60, 140)]]));
    expect(candidates.map(({ field, value }) => [field, value])).toEqual([
      ['title', 'Late ferries'],
      ['title', 'The Harbour'],
      ['byline', 'Ann Bee'],
      ['publicationDate', 'D:20180307120000Z'],
    ]);
  });

  it('does not take the day a browser saved a page for the day it was published', async () => {
    const { candidates } = await read(makePdf([column(LEFT, 60, 140)], '', 'Skia/PDF m130'));
    expect(candidates.map(({ field }) => field)).not.toContain('publicationDate');
  });

  it('says of a scan, a protected and a damaged file what is the matter', async () => {
    await expect(read(makePdf([[]]))).rejects.toMatchObject({ code: 'no-text' });
    const key = '<00000000000000000000000000000000000000000000000000000000000000ff>';
    const locked = makePdf(
      [column(LEFT, 60, 100)],
      `/Encrypt << /Filter /Standard /V 1 /R 2 /O ${key} /U ${key} /P -4 >> /ID [<00><00>]`,
    );
    await expect(read(locked)).rejects.toMatchObject({ code: 'file-encrypted' });
    const broken = new TextEncoder().encode(`%PDF-1.7\n${'x'.repeat(1000)}`);
    await expect(read(broken)).rejects.toMatchObject({ code: 'file-damaged' });
  });
});
