import { Lexer, Marked, type Token, type Tokens } from 'marked';
import type { ListItem, TableCell } from '../../../contract';
import type { DraftBlock } from '../draft';
import { BlockNamer, type UnnamedBlock } from '../draft-blocks';
import { parseHtml, readHtml } from '../html';
import { isFull } from '../limits';
import type { MarkedText } from '../marked-text';
import { readText } from '../text/read-text';
import { isEntangled } from './bounds';
import { type Chunk, chunksOf } from './chunks';
import { type InlineContext, InlineReader } from './inline';
import { noteReference, takeNotes } from './notes';

/** CommonMark and GFM; the lexer only, so that no HTML is ever made. */
const markdown = new Marked({ gfm: true, extensions: [noteReference] });

/** A chunk as tokens, or its text when it is entangled beyond all sense. */
interface LexedChunk extends Chunk {
  tokens: Token[] | null;
}

/**
 * Blocks of a Markdown text (front matter taken off before). What is entangled beyond all sense is read as plain text.
 * @param resolveImage id of the picture of an address, or null
 */
export function readMarkdown(source: string, resolveImage: InlineContext['resolveImage']): DraftBlock[] {
  const text = source.replace(/\r\n?/g, '\n').replaceAll('\0', '\ufffd');
  const { body, notes } = takeNotes(text);
  const targets = new Map(notes.map(({ label }, i) => [label, `n${i + 1}-1`]));
  const reader = new MarkdownReader({ resolveImage, noteTarget: (label) => targets.get(label) ?? null });
  const lexed = lex(body);
  for (const chunk of lexed.chunks) reader.readChunk(chunk);
  for (const [i, { label, source: note }] of notes.entries()) {
    if (isFull(reader.blocks.length)) break;
    reader.readNote(label, lexed.lexNote(note), `n${i + 1}-`);
  }
  return reader.blocks;
}

/** Lexes a text chunk by chunk; addresses that are defined in one chunk are known in all, and in the notes. */
function lex(body: string): { chunks: LexedChunk[]; lexNote(note: string): LexedChunk[] } {
  const lexer = new Lexer(markdown.defaults);
  const blocksOf = (text: string): LexedChunk[] =>
    chunksOf(text).map((chunk) => ({
      ...chunk,
      tokens: isEntangled(chunk.text) ? null : lexer.blockTokens(chunk.text, []),
    }));
  const lexInline = () => {
    for (const { src, tokens } of lexer.inlineQueue) lexer.inlineTokens(src, tokens);
    lexer.inlineQueue = [];
  };
  const chunks = blocksOf(body);
  lexInline();
  return {
    chunks,
    lexNote(note) {
      const found = blocksOf(note);
      lexInline();
      return found;
    },
  };
}

class MarkdownReader {
  readonly blocks: DraftBlock[] = [];
  private namer = new BlockNamer();
  private pages = 0;
  private noteLabel: string | null = null;
  /** Number of the last item at the outermost level of the list before, for one that a cut parted. */
  private lastNumber = 0;
  private continuesList = false;

  constructor(private readonly context: InlineContext) {}

  readNote(label: string, chunks: readonly LexedChunk[], prefix: string): void {
    this.namer = new BlockNamer(prefix);
    this.noteLabel = label;
    for (const chunk of chunks) this.readChunk(chunk);
  }

  readChunk({ text, tokens, continuesList }: LexedChunk): void {
    this.continuesList = continuesList;
    if (tokens) this.readBlocks(tokens);
    else for (const { block } of readText(text)) this.add(block);
  }

  private readBlocks(tokens: readonly Token[]): void {
    for (const token of tokens) {
      if (isFull(this.blocks.length)) return;
      if (token.type !== 'list' && token.type !== 'space') this.lastNumber = 0;
      this.readBlock(token as Tokens.Generic);
      this.continuesList = false;
    }
  }

  private readBlock(token: Tokens.Generic): void {
    switch (token.type) {
      case 'heading':
        this.inlineBlock(token.tokens, (text) => ({
          kind: 'heading',
          level: token.depth as number,
          ...text,
        }));
        break;
      case 'paragraph':
      case 'text':
        this.inlineBlock(token.tokens ?? [token as Token], (text) => ({ kind: 'paragraph', ...text }));
        break;
      case 'code':
        this.add(codeBlock(token as Tokens.Code));
        break;
      case 'blockquote':
        this.quote(token as Tokens.Blockquote);
        break;
      case 'list':
        this.list(token as Tokens.List);
        break;
      case 'table':
        this.table(token as Tokens.Table);
        break;
      case 'hr':
        this.add({ kind: 'rule', text: '', marks: [] });
        break;
      case 'html':
        this.html(token.raw);
        break;
      default:
        break;
    }
  }

  private add(block: UnnamedBlock): void {
    const named = this.noteLabel === null ? block : { ...block, noteLabel: this.noteLabel };
    this.blocks.push(this.namer.draft(named));
  }

  private inlineBlock(
    tokens: readonly Token[] | undefined,
    make: (text: ReturnType<MarkedText['finish']>) => UnnamedBlock,
  ): void {
    const inline = new InlineReader(this.context);
    inline.read(tokens);
    const text = inline.out.finish();
    if (text.text.trim() !== '') this.add(make(text));
    this.figures(inline);
  }

  private figures({ images, captions }: InlineReader): void {
    if (images.length > 0) this.add({ kind: 'figure', text: captions.join(' '), marks: [], images });
  }

  private quote(token: Tokens.Blockquote): void {
    const inline = new InlineReader(this.context);
    readLines(token.tokens, inline);
    const text = inline.out.finish();
    if (text.text.trim() !== '') this.add({ kind: 'quote', ...text });
    this.figures(inline);
  }

  private list(token: Tokens.List): void {
    const inline = new InlineReader(this.context);
    const items: ListItem[] = [];
    const goesOn = this.continuesList && token.ordered && this.lastNumber > 0;
    const start = goesOn ? this.lastNumber + 1 : null;
    readItems(start === null ? token : { ...token, start }, 0, inline, items);
    this.lastNumber = items.findLast(({ depth }) => depth === 0)?.number ?? 0;
    const { text, marks } = inline.out.finish();
    const kept = items.map((item) => ({ ...item, end: Math.min(item.end, text.length) }));
    if (text.trim() !== '')
      this.add({ kind: 'list', text, marks, items: kept.filter((item) => item.end > item.start) });
    this.figures(inline);
  }

  private table(token: Tokens.Table): void {
    const inline = new InlineReader(this.context);
    const cells: TableCell[] = [];
    const rows = [token.header, ...token.rows];
    rows.forEach((row, index) => {
      row.forEach((cell, column) => {
        if (cells.length > 0) inline.out.append('\n');
        const start = inline.out.length;
        inline.read(cell.tokens);
        const end = inline.out.length;
        cells.push({ start, end, row: index, column, rowSpan: 1, columnSpan: 1, header: cell.header });
      });
    });
    const { marks } = inline.out.finish();
    const columns = token.header.length;
    this.add({ kind: 'table', text: inline.out.text, marks, cells, rows: rows.length, columns });
    this.figures(inline);
  }

  /** HTML inside Markdown goes the way of every page; its blocks stand where it stood. */
  private html(raw: string): void {
    if (raw.startsWith('<!--') && raw.trimEnd().endsWith('-->')) return;
    const options = { locate: false, idPrefix: `h${++this.pages}-`, resolveImage: this.context.resolveImage };
    for (const draft of readHtml(parseHtml(raw), options)) {
      if (this.noteLabel !== null) draft.block.noteLabel = this.noteLabel;
      this.blocks.push(draft);
    }
  }
}

function codeBlock(token: Tokens.Code): UnnamedBlock {
  const language = token.lang?.trim().split(/\s/, 1)[0];
  return { kind: 'code', text: token.text, marks: [], ...(language && { language }) };
}

/** Flattens the blocks of a quotation or list item to lines. */
function readLines(tokens: readonly Token[], inline: InlineReader): void {
  for (const token of tokens as Tokens.Generic[]) {
    if (token.type === 'space' || token.type === 'hr' || token.type === 'html' || token.type === 'checkbox')
      continue;
    inline.out.lineBreak();
    if (token.type === 'code') {
      const start = inline.out.length;
      inline.out.append(token.text as string);
      inline.out.mark({ kind: 'code' }, start);
    } else if (token.type === 'list')
      for (const item of (token as Tokens.List).items) readLines(item.tokens, inline);
    else if (token.type === 'blockquote') readLines(token.tokens ?? [], inline);
    else inline.read(token.tokens ?? [token as Token]);
  }
}

function readItems(list: Tokens.List, depth: number, inline: InlineReader, items: ListItem[]): void {
  list.items.forEach((item, index) => {
    inline.out.lineBreak();
    const start = inline.out.length;
    const nested = item.tokens.filter((token) => token.type === 'list') as Tokens.List[];
    readLines(
      item.tokens.filter((token) => token.type !== 'list'),
      inline,
    );
    items.push({
      start,
      end: inline.out.length,
      depth,
      ordered: list.ordered,
      ...(list.ordered && { number: (list.start || 1) + index }),
      ...(item.task && { checked: item.checked === true }),
    });
    for (const inner of nested) readItems(inner, depth + 1, inline, items);
  });
}
