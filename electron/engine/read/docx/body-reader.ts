import type { ListItem, TableCell } from '../../../contract';
import type { DraftBlock } from '../draft';
import type { BlockNamer, UnnamedBlock } from '../draft-blocks';
import { isFull } from '../limits';
import { MarkedText } from '../marked-text';
import { childNamed, descendants, type XmlElement } from '../xml';
import type { DocumentParts, ParagraphStyle } from './document-parts';
import { type RunContext, RunReader } from './runs';

const PLAIN: ParagraphStyle = { kind: 'plain', level: 0 };
const LONGEST_HEADING = 120;
const ENDS_SENTENCE = /[.!?…:;,]$/;
/** Tables and text boxes inside each other; Word itself stops far earlier. */
const DEEPEST = 20;

/** An open list: its text so far, and the count of each level. */
interface OpenList {
  out: MarkedText;
  items: ListItem[];
  counts: number[];
}

/** Makes blocks of the paragraphs and tables of a document, a cell or a note. */
export class BodyReader {
  readonly blocks: DraftBlock[] = [];
  private list: OpenList | null = null;

  constructor(
    private readonly parts: DocumentParts,
    private readonly context: RunContext,
    private readonly namer: BlockNamer,
    private readonly noteLabel: string | null = null,
    private readonly hasTitle = false,
  ) {}

  read(parent: XmlElement, depth = 0): void {
    for (const child of parent.children) {
      if (isFull(this.blocks.length)) break;
      if (child.name === 'p') this.paragraph(child, depth);
      else if (child.name === 'tbl') this.table(child, depth);
      else if (
        depth < DEEPEST &&
        /^(?:sdt|sdtcontent|ins|moveto|smarttag|customxml|alternatecontent|choice)$/.test(child.name)
      )
        this.read(child, depth + 1);
    }
    if (depth === 0) this.closeList();
  }

  private add(block: UnnamedBlock, inside: string[] = []): void {
    const named = this.noteLabel === null ? block : { ...block, noteLabel: this.noteLabel };
    this.blocks.push(this.namer.draft(named, { inside }));
  }

  private paragraph(paragraph: XmlElement, depth: number): void {
    const properties = childNamed(paragraph, 'ppr');
    const runs = new RunReader(this.context);
    const numbering = childNamed(properties, 'numpr');
    const style = this.parts.styles.get(childNamed(properties, 'pstyle')?.attributes.val ?? '') ?? PLAIN;
    if (numbering && style.kind === 'plain' && childNamed(numbering, 'numid')?.attributes.val !== '0') {
      this.item(paragraph, numbering, runs);
    } else {
      this.closeList();
      runs.read(paragraph);
      const block = this.blockOf(runs, style, properties);
      if (block) this.add(block, style.kind === 'caption' ? ['figcaption'] : []);
    }
    if (runs.images.length > 0) {
      this.closeList();
      this.add({ kind: 'figure', text: '', marks: [], images: runs.images });
    }
    if (depth < DEEPEST) for (const box of runs.boxes) this.read(box, depth + 1);
  }

  private blockOf(
    runs: RunReader,
    style: ParagraphStyle,
    properties: XmlElement | undefined,
  ): UnnamedBlock | null {
    const { text, marks } = runs.out.finish();
    if (text.trim() === '') return null;
    const dir = childNamed(properties, 'bidi') ? { dir: 'rtl' as const } : {};
    if (style.kind === 'title') return { kind: 'heading', level: 1, text, marks, ...dir };
    if (style.kind === 'heading')
      return {
        kind: 'heading',
        level: Math.min(style.level + (this.hasTitle ? 1 : 0), 6),
        text,
        marks,
        ...dir,
      };
    if (style.kind === 'quote') return { kind: 'quote', text, marks, ...dir };
    if (style.kind === 'code') return { kind: 'code', text, marks };
    // Many people set their headings in bold instead of choosing a style.
    const bold =
      runs.bold >= text.length &&
      text.length <= LONGEST_HEADING &&
      !ENDS_SENTENCE.test(text) &&
      !text.includes('\n');
    if (bold)
      return {
        kind: 'heading',
        level: 2,
        text,
        marks: marks.filter(({ kind }) => kind !== 'strong'),
        ...dir,
      };
    return { kind: 'paragraph', text, marks, ...dir };
  }

  private item(paragraph: XmlElement, numbering: XmlElement, runs: RunReader): void {
    const depth = Math.min(Number(childNamed(numbering, 'ilvl')?.attributes.val ?? 0) || 0, 8);
    const id = childNamed(numbering, 'numid')?.attributes.val ?? '';
    runs.read(paragraph);
    const { text, marks } = runs.out.finish();
    if (text.trim() === '') return;
    this.list ??= { out: new MarkedText(), items: [], counts: [] };
    const { out, items, counts } = this.list;
    out.lineBreak();
    const start = out.length;
    out.append(text);
    for (const { start: from, end, ...mark } of marks) out.mark(mark, start + from, start + end);
    counts.length = Math.min(counts.length, depth + 1);
    counts[depth] = (counts[depth] ?? 0) + 1;
    const ordered = this.parts.numbered.get(`${id}-${depth}`) ?? false;
    items.push({ start, end: out.length, depth, ordered, ...(ordered && { number: counts[depth] }) });
  }

  private closeList(): void {
    const list = this.list;
    this.list = null;
    if (list) this.add({ kind: 'list', ...list.out.finish(), items: list.items });
  }

  private table(table: XmlElement, depth: number): void {
    this.closeList();
    const rows = table.children.filter(({ name }) => name === 'tr');
    const cellCount = rows.reduce(
      (sum, row) => sum + row.children.filter(({ name }) => name === 'tc').length,
      0,
    );
    if (cellCount <= 1 || depth >= DEEPEST) {
      // A frame round a text.
      for (const cell of descendants(table, 'tc').slice(0, 1)) this.read(cell, depth + 1);
      return;
    }
    const { cells, out, columns, runs } = this.cellsOf(rows);
    const { marks } = out.finish();
    if (out.text.trim() !== '')
      this.add({ kind: 'table', text: out.text, marks, cells, rows: rows.length, columns });
    if (runs.images.length > 0) this.add({ kind: 'figure', text: '', marks: [], images: runs.images });
  }

  private cellsOf(rows: readonly XmlElement[]) {
    const runs = new RunReader(this.context);
    const { out } = runs;
    const cells: TableCell[] = [];
    /** The lowest cell so far that begins in each column. */
    const lowest = new Map<number, TableCell>();
    let columns = 0;
    rows.forEach((row, index) => {
      const header = childNamed(childNamed(row, 'trpr'), 'tblheader') !== undefined;
      let column = 0;
      for (const cell of row.children.filter(({ name }) => name === 'tc')) {
        const properties = childNamed(cell, 'tcpr');
        const columnSpan = Math.max(
          1,
          Math.min(Number(childNamed(properties, 'gridspan')?.attributes.val ?? 1) || 1, 100),
        );
        const merge = childNamed(properties, 'vmerge');
        const above = lowest.get(column);
        const reaches = above !== undefined && above.row + above.rowSpan === index;
        if (merge && merge.attributes.val !== 'restart' && reaches) above.rowSpan++;
        else {
          if (cells.length > 0) out.append('\n');
          const start = out.length;
          readCell(cell, runs);
          const made = { start, end: out.length, row: index, column, rowSpan: 1, columnSpan, header };
          cells.push(made);
          lowest.set(column, made);
        }
        column += columnSpan;
      }
      columns = Math.max(columns, column);
    });
    return { cells, out, columns, runs };
  }
}

/** The paragraphs of a cell on one line: lines part cells. */
function readCell(cell: XmlElement, runs: RunReader): void {
  const { out } = runs;
  const start = out.length;
  for (const paragraph of descendants(cell, 'p')) {
    if (out.length > start && !out.endsWith(' ')) out.append(' ');
    runs.read(paragraph);
  }
}
