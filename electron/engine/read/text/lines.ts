import { bulletOf } from './bullets';

/** Line ends of every system, Unicode's own, and form feeds, which part pages of a plain text. */
const LINE_END = /\r\n|[\n\r\f\v\u0085\u2028\u2029]/;
/** Not text: NUL and the other control characters, and the byte order mark inside a file joined from parts. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what it removes
const CONTROL = /[\u0000-\u0008\u000e-\u001f\u007f\ufeff]/g;
const TAB_WIDTH = '    ';

export interface Line {
  /** Without white space at either end. */
  text: string;
  /** Columns of white space in front. */
  indent: number;
}

export function splitLines(text: string): Line[] {
  return text
    .replace(CONTROL, '')
    .split(LINE_END)
    .map((raw) => {
      const line = raw.replaceAll('\t', TAB_WIDTH).trimEnd();
      const trimmed = line.trimStart();
      return { text: trimmed, indent: line.length - trimmed.length };
    });
}

/** A script written without spaces may break after any character. */
const UNSPACED = /^[\u2e80-\u30ff\u31f0-\u9fff\uf900-\ufaff\uff00-\uffef]/;

function firstWordLength(text: string): number {
  if (UNSPACED.test(text)) return 1;
  const space = text.indexOf(' ');
  return space < 0 ? text.length : space;
}

/** A line was broken only to fit if the next line's first word had no room on it. */
function hadNoRoom(line: Line, next: Line, width: number): boolean {
  return line.indent + line.text.length + 1 + firstWordLength(next.text) > width;
}

const SHORTEST_WIDTH = 40;
const LONGEST_WIDTH = 110;
/** Fewer line breaks inside paragraphs than this tell nothing. */
const FEWEST_BREAKS = 3;
/** Columns by which the lines of an item hang behind its bullet, at most. */
const HANGING = 4;
/** Share of line breaks that must be explained by the width. */
const EXPLAINED = 0.7;

/**
 * The width in columns at which the lines of a text were broken (mail, Project Gutenberg, `fmt`), or null for a text
 * with one paragraph a line.
 */
export function wrapWidth(lines: readonly Line[]): number | null {
  const breaks: [Line, Line][] = [];
  lines.forEach((line, i) => {
    const next = lines[i + 1];
    // A bullet, or a line set further in, begins something new: its author broke there, not the width.
    const own =
      next !== undefined && next.text !== '' && !bulletOf(next.text) && next.indent <= line.indent + HANGING;
    if (line.text !== '' && own) breaks.push([line, next]);
  });
  if (breaks.length < FEWEST_BREAKS) return null;
  const lengths = breaks.map(([line]) => line.indent + line.text.length).sort((a, b) => a - b);
  const width = lengths[Math.floor(lengths.length * 0.95)] ?? 0;
  if (width < SHORTEST_WIDTH || width > LONGEST_WIDTH) return null;
  const explained = breaks.filter(([line, next]) => hadNoRoom(line, next, width)).length;
  return explained / breaks.length >= EXPLAINED ? width : null;
}

/** True when `next` goes on with the paragraph of `line` in a text broken at `width`. */
export function continues(line: Line, next: Line, width: number): boolean {
  return next.indent <= line.indent + 1 && hadNoRoom(line, next, width);
}

const HYPHEN_AT_END = /\p{Ll}[-\u2010\u00ad]$/u;
const LOWER_CASE_START = /^\p{Ll}/u;

/** Joins two lines of one paragraph: no space in scripts without spaces, or after a soft hyphen. */
export function joinLines(text: string, next: string): string {
  if (text.endsWith('\u00ad')) return text.slice(0, -1) + next;
  if (HYPHEN_AT_END.test(text.slice(-3)) && LOWER_CASE_START.test(next)) return text + next;
  const tight = UNSPACED.test(next) && UNSPACED.test(text.at(-1) ?? '');
  return tight ? text + next : `${text} ${next}`;
}
