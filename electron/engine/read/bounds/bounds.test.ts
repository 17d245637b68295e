import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Block, BUDGET, type Mark, NO_DECISIONS } from '../../../contract';
import { PLAIN_EVIDENCE } from '../draft-blocks';
import { readSource } from '../read';
import { boundDraft } from './bound-draft';
import { cutTable } from './cut-table';
import { marksWithin, piecesOf } from './cut-text';

const { article: MOST } = BUDGET;

async function read(text: string, name = 'a.html') {
  const bytes = new TextEncoder().encode(text);
  return readSource({ info: { name, size: bytes.length, modified: 0, hash: 'h' }, bytes }, NO_DECISIONS);
}

const blocksOf = async (text: string, name?: string) =>
  (await read(text, name)).blocks.map(({ block }) => block);

/** A table of ones. */
function tableOf(rows: number, columns: number) {
  const cells = Array.from({ length: rows * columns }, (_, i) => ({
    row: Math.floor(i / columns),
    column: i % columns,
    rowSpan: 1,
    columnSpan: 1,
    header: false,
    start: 2 * i,
    end: 2 * i + 1,
  }));
  const text = Array(cells.length).fill('1').join('\n');
  return { id: 't', kind: 'table' as const, text, marks: [], cells, rows, columns };
}

describe('bounds of an article', () => {
  it('shows a table with as many rows as fit, and counts the others', () => {
    const table = cutTable(tableOf(1_000, 100), MOST.cells);
    expect(table).toMatchObject({ rows: 200, columns: 100, omitted: [{ what: 'rows', count: 800 }] });
    expect(table.text).toBe(Array(20_000).fill('1').join('\n'));
  });

  it('shows the first columns of a wide table, with the marks of their cells', async () => {
    const row = `<tr>${Array.from({ length: 250 }, (_, i) => `<td>${i}<b>m</b>`).join('')}`;
    const [table] = await blocksOf(`<table>${row}${row}</table>`);
    if (table?.kind !== 'table') throw new Error('no table');
    expect(table.omitted).toEqual([{ what: 'columns', count: 50 }]);
    expect(table.cells).toHaveLength(400);
    for (const [i, mark] of table.marks.entries()) {
      expect(table.text.slice(mark.start, mark.end)).toBe('m');
      expect(mark.end).toBe(table.cells[i]?.end);
    }
  });

  it('ends spans where the table ends', async () => {
    const [table] = await blocksOf('<table><tr><td rowspan=90 colspan=80>a<td>b<tr><td>c</table>');
    if (table?.kind !== 'table') throw new Error('no table');
    expect(table.cells[0]).toMatchObject({ rowSpan: 2, columnSpan: 80 });
    expect(table.rows * table.columns).toBeLessThanOrEqual(MOST.tableCells);
  });

  it('takes the places of all tables together', () => {
    const { blocks } = boundDraft(
      Array.from({ length: 6 }, () => ({ block: tableOf(500, 100), evidence: PLAIN_EVIDENCE })),
    );
    const places = blocks.map(({ block }) => (block.kind === 'table' ? block.rows * block.columns : 0));
    expect(places).toEqual([20_000, 20_000, 20_000, 20_000, 20_000, 100]);
    expect(blocks[5]?.block.omitted).toEqual([{ what: 'rows', count: 499 }]);
  });

  it('shows a long list as several, numbers and depth kept', async () => {
    const items = Array.from({ length: 1_200 }, (_, i) => `<li>Item ${i}`).join('');
    const blocks = await blocksOf(`<ol>${items}</ol>`);
    expect(blocks.map((block) => block.kind === 'list' && block.items.length)).toEqual([500, 500, 200]);
    const [, second] = blocks;
    expect(second?.kind === 'list' && second.items[0]).toMatchObject({ number: 501, start: 0, end: 8 });
    expect(second?.text.slice(0, 8)).toBe('Item 500');
    expect(new Set(blocks.map(({ id }) => id)).size).toBe(3);
  });

  it('shows the first blocks of a page without end, and says that it goes on', async () => {
    const draft = await read(
      Array.from({ length: MOST.blocks + 50 }, (_, i) => `Line ${i}.`).join('\n\n'),
      'a.txt',
    );
    expect(draft.blocks).toHaveLength(MOST.blocks);
    expect(draft.omitted).toEqual([{ what: 'blocks', count: null }]);
  });

  it('cuts a paragraph of a page into several, with the marks of each', async () => {
    const blocks = await blocksOf(`<p>${'some <b>bold</b> words '.repeat(3_000)}`);
    expect(Math.max(...blocks.map(({ text }) => text.length))).toBeLessThanOrEqual(MOST.blockCharacters);
    expect(blocks.map(({ text }) => text).join(' ')).toBe('some bold words '.repeat(3_000).trim());
    for (const { text, marks } of blocks) {
      for (const { start, end } of marks) expect('bold').toContain(text.slice(start, end));
    }
    expect(blocks.flatMap(({ marks }) => marks).length).toBeGreaterThanOrEqual(3_000);
  });

  it('leaves an ordinary article as it is', async () => {
    const draft = await read('# A\n\nSome *text*.\n\n- a\n- b\n\n|a|b|\n|-|-|\n|1|2|\n', 'a.md');
    expect(draft.omitted).toEqual([]);
    expect(draft.blocks.map(({ block }) => block.kind)).toEqual(['heading', 'paragraph', 'list', 'table']);
    expect(draft.blocks.every(({ block }) => block.omitted === undefined)).toBe(true);
  });

  it('drops formatting beyond the bound, never words', () => {
    const marks: Mark[] = Array.from({ length: 200_000 }, () => ({ kind: 'strong', start: 0, end: 1 }));
    const block: Block = { id: 'a', kind: 'paragraph', text: 'a', marks };
    const bounded = boundDraft([
      { block, evidence: PLAIN_EVIDENCE },
      { block: { ...block, id: 'b' }, evidence: PLAIN_EVIDENCE },
    ]);
    expect(bounded.blocks.map(({ block: { text, marks: kept } }) => [text, kept.length])).toEqual([
      ['a', 200_000],
      ['a', 100_000],
    ]);
    expect(bounded.omitted).toEqual([{ what: 'marks', count: 100_000 }]);
  });
});

describe('cutting', () => {
  it('leaves out no character but the space or line end at a cut', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('a', 'bb ', '\n', '😀', 'ccc')),
        fc.integer({ min: 2, max: 9 }),
        (parts, most) => {
          const text = parts.join('');
          let behind = 0;
          for (const { start, end } of piecesOf(text, most)) {
            expect(text.slice(behind, start).trim()).toBe('');
            expect(start - behind).toBeLessThanOrEqual(1);
            expect(end - start).toBeLessThanOrEqual(most);
            expect(() => encodeURIComponent(text.slice(start, end))).not.toThrow();
            behind = end;
          }
          expect(behind).toBe(text.length);
        },
      ),
    );
  });

  it('gives each range the marks that touch it', () => {
    const range = fc
      .tuple(fc.nat(30), fc.nat(30))
      .map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) + 1 }));
    fc.assert(
      fc.property(fc.array(range), fc.uniqueArray(fc.nat(30), { minLength: 2 }), (found, cuts) => {
        const marks = found
          .map((one): Mark => ({ kind: 'strong', ...one }))
          .sort((a, b) => a.start - b.start);
        const points = cuts.sort((a, b) => a - b);
        const ranges = points.slice(1).map((end, i) => ({ start: points[i] as number, end }));
        marksWithin(marks, ranges).forEach((own, i) => {
          const { start, end } = ranges[i] as { start: number; end: number };
          const touching = marks.filter((mark) => mark.start < end && mark.end > start);
          expect(own).toHaveLength(touching.length);
          expect(
            own.every((mark) => mark.start >= 0 && mark.end > mark.start && mark.end <= end - start),
          ).toBe(true);
        });
      }),
    );
  });

  it('never gives a table more places than its room', () => {
    const table = tableOf(900, 7);
    fc.assert(
      fc.property(fc.integer({ min: 7, max: 9_000 }), (room) => {
        const { rows, columns } = cutTable(table, room);
        expect(rows * columns).toBeLessThanOrEqual(room);
      }),
    );
  });
});
