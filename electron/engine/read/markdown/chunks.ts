/**
 * Long Markdown in pieces that are read one after the other. The lexer looks many times at what lies before it; a piece
 * of bounded length bounds what that can cost, and a piece that is entangled beyond sense costs its own form only.
 */
export interface Chunk {
  text: string;
  /** A list of the chunk before goes on here: its numbers go on too. */
  continuesList: boolean;
}

/** UTF-16 units after which a chunk ends at the next place where blocks end for certain, and at any line. */
const ENOUGH = 6_000;
const MOST = 20_000;
/** Lines without a blank one between, of text and lists; the lexer looks through the rest of them at each line. */
const MOST_LINES = 400;

const FENCE = /^ {0,3}(`{3,}|~{3,})/;
/** HTML that goes on over blank lines (CommonMark 0.31, 4.6, kinds 1 and 2). */
const RAW_START = /^ {0,3}<(?:!--|(?:pre|script|style|textarea)(?=[\s>]|$))/i;
const RAW_END = /-->|<\/(?:pre|script|style|textarea)>/i;
const LIST_ITEM = /^(?:[*+-]|\d{1,9}[.)])[ \t]/;
const DELIMITERS = /^ {0,3}\|?[ \t]{0,9}:?-+:?[ \t]{0,9}(?:\||$)/;

/** Cuts a text into chunks. Together they hold all its lines; a chunk inside a fence opens and closes it anew. */
export function chunksOf(text: string): Chunk[] {
  if (text.length <= MOST) return [{ text, continuesList: false }];
  const cutter = new ChunkCutter();
  for (const line of shortLines(text)) cutter.take(line);
  return cutter.finish();
}

class ChunkCutter {
  private readonly chunks: Chunk[] = [];
  private lines: string[] = [];
  private size = 0;
  /** Lines since the last blank one, outside code and tables. */
  private run = 0;
  private continuesList = false;
  /** The line that opened the fence that is open. */
  private fence: string | null = null;
  private raw = false;
  private table = false;
  private last = '';

  take(line: string): void {
    const long = this.size + line.length > ENOUGH || this.run > MOST_LINES;
    if (this.size > 0 && long && this.endsBefore(line)) this.cut(line);
    this.lines.push(line);
    this.size += line.length + 1;
    this.look(line);
    this.last = line;
  }

  /** True when a chunk may end before this line: nothing can be open, or it has grown too long to wait for that. */
  private endsBefore(line: string): boolean {
    if (this.table && line.includes('|')) return false;
    const open = this.fence !== null || this.raw;
    const blank = this.last.trim() === '';
    if (!open && blank && /^\S/.test(line) && !LIST_ITEM.test(line)) return true;
    if (this.size + line.length <= MOST && this.run <= MOST_LINES) return false;
    if (this.run > 2 * MOST_LINES) return true;
    return open || LIST_ITEM.test(line) || blank || this.size + line.length > 2 * MOST;
  }

  private cut(next: string): void {
    const fence = FENCE.exec(this.fence ?? '')?.[1];
    if (fence) this.lines.push(fence);
    this.chunks.push({ text: this.lines.join('\n'), continuesList: this.continuesList });
    this.continuesList = this.fence === null && LIST_ITEM.test(next);
    this.lines = this.fence === null ? [] : [this.fence];
    this.size = 0;
    this.run = 0;
    this.raw = false;
  }

  private look(line: string): void {
    this.run = line.trim() === '' || this.fence !== null || this.raw || this.table ? 0 : this.run + 1;
    const mark = FENCE.exec(line)?.[1];
    if (this.fence !== null) {
      const open = FENCE.exec(this.fence)?.[1] ?? '';
      if (mark?.startsWith(open) && line.trim() === mark) this.fence = null;
      return;
    }
    if (mark) this.fence = line;
    if (RAW_START.test(line) || this.raw) this.raw = !RAW_END.test(line);
    if (DELIMITERS.test(line) && this.last.includes('|')) this.table = true;
    else if (!line.includes('|')) this.table = false;
  }

  finish(): Chunk[] {
    if (this.lines.length > 0) {
      this.chunks.push({ text: this.lines.join('\n'), continuesList: this.continuesList });
    }
    return this.chunks;
  }
}

/** A picture may stand in the text itself, as one word of any length. */
const PICTURE = 'data:image/';

/** Lines without end are cut, at a space where there is one: a block is shown as several anyway when it is so long. */
function* shortLines(text: string): Generator<string> {
  for (const line of text.split('\n')) {
    let start = 0;
    while (line.length - start > MOST) {
      const end = lineCut(line, start);
      yield line.slice(start, end);
      start = end;
    }
    yield line.slice(start);
  }
}

function lineCut(line: string, start: number): number {
  const space = line.lastIndexOf(' ', start + MOST);
  if (space > start + MOST / 2) return space;
  const next = line.indexOf(' ', start + MOST);
  const word = line.slice(Math.max(start, space), start + MOST);
  if (!word.includes(PICTURE)) return start + MOST;
  return next < 0 ? line.length : next;
}
