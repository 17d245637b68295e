import type { DraftBlock } from '../draft';
import { BlockNamer } from '../draft-blocks';
import { isFull } from '../limits';
import { readText } from '../text/read-text';

/** Signs of quotation before a line: "> ", ">> ", "> > " (RFC 3676, 4.5). */
const QUOTED = /^(?:>[ \t]?){1,20}/;
/** What stands above a signature (RFC 3676, 4.3). */
const SIGNATURE = /^--[ \t]?$/;

interface Run {
  quoted: boolean;
  signature: boolean;
  lines: string[];
}

/** Parts a mail's text where quotation begins and ends, and where a quoted mail's signature begins. */
function runsOf(text: string): Run[] {
  const runs: Run[] = [];
  for (const raw of text.split(/\r\n?|\n/)) {
    const marks = QUOTED.exec(raw)?.[0] ?? '';
    const quoted = marks.includes('>');
    const line = raw.slice(marks.length);
    const open = runs.at(-1);
    const begins = quoted && SIGNATURE.test(line);
    if (open && open.quoted === quoted && !begins) open.lines.push(line);
    else runs.push({ quoted, signature: begins, lines: [line] });
  }
  return runs;
}

/** Mail programs break lines between these widths, in columns. */
const NARROWEST = 50;
const WIDEST = 100;
/** Indented, itemised, or nothing: a line that stands for itself. */
const OWN_LINE = /^(?:\s|[-*•]\s|\d{1,3}[.)]\s|$)/;

/**
 * Puts the lines together that a program broke only to fit: those it says so of (a space at the end; RFC 3676), and
 * those on which the next line's first word had no room.
 */
function unwrapped(lines: readonly string[]): string {
  // The longest line of all tells no width: it may be one that somebody wrote without end.
  const lengths = lines.map((line) => line.trimEnd().length).filter((length) => length <= WIDEST);
  const width = lengths.sort((a, b) => b - a)[1] ?? 0;
  const wraps = width >= NARROWEST;
  const joined: string[] = [];
  lines.forEach((line, i) => {
    const previous = lines[i - 1] ?? '';
    const word = /^\S{1,100}/.exec(line)?.[0].length ?? 0;
    const room = width - previous.trimEnd().length - 1;
    const flows = previous.endsWith(' ') && !SIGNATURE.test(previous);
    const broken = wraps && previous.length >= NARROWEST / 2 && word > room;
    if (joined.length > 0 && !OWN_LINE.test(line) && previous.trim() !== '' && (flows || broken))
      joined.push(`${joined.pop()?.trimEnd()} ${line}`);
    else joined.push(line);
  });
  return joined.join('\n');
}

const QUOTED_SIGNATURE = { reason: 'boilerplate' as const, rule: 'signature of a quoted mail' };

/**
 * Blocks of the text of a mail. What it quotes of another mail becomes quotations, without the signs before the
 * lines; the signature of a quoted mail is not part of what was written here.
 */
export function readMailText(text: string): DraftBlock[] {
  const namer = new BlockNamer();
  const blocks: DraftBlock[] = [];
  for (const { quoted, signature, lines } of runsOf(text)) {
    for (const { block, evidence } of readText(unwrapped(lines))) {
      const { id: _, ...content } = block;
      const isText = content.kind === 'paragraph' || (content.kind === 'heading' && content.level === 1);
      // A mail's title is its subject: a short first line is a salutation.
      const kind = quoted ? 'quote' : 'paragraph';
      const made = isText ? { kind, text: content.text, marks: content.marks } : content;
      const draft = namer.draft(made as typeof content, evidence);
      blocks.push(signature ? { ...draft, taken: QUOTED_SIGNATURE } : draft);
    }
    if (isFull(blocks.length)) break;
  }
  return blocks;
}
