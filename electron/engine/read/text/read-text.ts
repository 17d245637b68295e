import type { DraftBlock } from '../draft';
import { BlockNamer, type UnnamedBlock } from '../draft-blocks';
import { LIMITS } from '../limits';
import { bulletOf } from './bullets';
import { continues, joinLines, type Line, splitLines, wrapWidth } from './lines';
import { isSeparator, isUnderline, listOf, looksLikeHeading, type Paragraph } from './structure';

/** One more than any article shows, as blocks or as items of a list: what lies behind is never looked at. */
const MOST_PARAGRAPHS = LIMITS.blocks + LIMITS.items;

/**
 * Blocks of a plain text. Blank lines part paragraphs; a line break inside one does too, unless the text was broken
 * at a width, so that a page copied from the web gives one block a line.
 */
export function readText(text: string): DraftBlock[] {
  const paragraphs = paragraphsOf(splitLines(text));
  const namer = new BlockNamer();
  return group(paragraphs).map((block) => namer.draft(block));
}

function paragraphsOf(lines: readonly Line[]): Paragraph[] {
  const width = wrapWidth(lines);
  const paragraphs: Paragraph[] = [];
  let last: Line | null = null;
  for (const [i, line] of lines.entries()) {
    if (paragraphs.length > MOST_PARAGRAPHS) break;
    const open = paragraphs.at(-1);
    if (line.text === '') last = null;
    else if (open && last && isUnderline(line) && open.text.length <= 100) {
      open.underlined = true;
      last = null;
    } else if (
      open &&
      last &&
      width !== null &&
      hasRoom(open) &&
      goesOn(last, line, width) &&
      !isUnderline(lines[i + 1])
    ) {
      open.text = joinLines(open.text, line.text);
      last = line;
    } else {
      paragraphs.push({
        text: line.text,
        indent: line.indent,
        underlined: false,
        separator: isSeparator(line),
      });
      last = line;
    }
  }
  return paragraphs.flatMap(cut);
}

/** A paragraph that would be cut anyway takes no more lines: joining without end grows with the square. */
function hasRoom({ text }: Paragraph): boolean {
  return text.length < LIMITS.blockCharacters;
}

function goesOn(last: Line, line: Line, width: number): boolean {
  if (bulletOf(line.text)) return false;
  // The lines of a list item hang behind its bullet.
  const hanging = bulletOf(last.text)?.length ?? 0;
  return continues({ ...last, indent: last.indent + hanging }, line, width + hanging);
}

/** Cuts a paragraph that no window could lay out into pieces, at a space where there is one. */
function cut(paragraph: Paragraph): Paragraph[] {
  const { text } = paragraph;
  if (text.length <= LIMITS.blockCharacters) return [paragraph];
  const pieces: Paragraph[] = [];
  for (let start = 0; start < text.length; ) {
    let end = Math.min(start + LIMITS.blockCharacters, text.length);
    const space = end < text.length ? text.lastIndexOf(' ', end) : -1;
    if (space > start + LIMITS.blockCharacters / 2) end = space;
    else if (isHighSurrogate(text, end - 1)) end--;
    pieces.push({ ...paragraph, text: text.slice(start, end).trim() });
    start = end;
  }
  return pieces.filter((piece) => piece.text !== '');
}

function isHighSurrogate(text: string, index: number): boolean {
  const unit = text.charCodeAt(index);
  return unit >= 0xd800 && unit <= 0xdbff;
}

function group(paragraphs: readonly Paragraph[]): UnnamedBlock[] {
  const blocks: UnnamedBlock[] = [];
  for (let i = 0; i < paragraphs.length; i++) {
    const paragraph = paragraphs[i] as Paragraph;
    const end = listEnd(paragraphs, i);
    if (end - i > 1) {
      blocks.push(listOf(paragraphs.slice(i, end)));
      i = end - 1;
    } else blocks.push(single(paragraph));
  }
  return blocks;
}

/** A list that a page dump made of something else (a dash before a signature) has one item only. */
function listEnd(paragraphs: readonly Paragraph[], from: number): number {
  let end = from;
  let number: number | null = null;
  for (; end < paragraphs.length; end++) {
    const bullet = bulletOf(paragraphs[end]?.text ?? '');
    if (!bullet || paragraphs[end]?.separator) break;
    if (end > from && bullet.number !== null && number !== null && bullet.number !== number + 1) break;
    number = bullet.number;
  }
  return end;
}

function single(paragraph: Paragraph): UnnamedBlock {
  const { text } = paragraph;
  if (paragraph.separator) return { kind: 'rule', text: '', marks: [] };
  if (paragraph.underlined || looksLikeHeading(text)) return { kind: 'heading', level: 2, text, marks: [] };
  return { kind: 'paragraph', text, marks: [] };
}
