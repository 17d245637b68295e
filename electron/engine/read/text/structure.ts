import type { ListItem } from '../../../contract';
import type { UnnamedBlock } from '../draft-blocks';
import { type Bullet, bulletOf } from './bullets';
import type { Line } from './lines';

const SETEXT_UNDERLINE = /^(?:={3,}|-{3,})$/;
const SEPARATOR = /^(?:(?:[*_~=-]\s?){3,}|[⁂※])$/;
const NUMBERED_HEADING =
  /^(?:(?:chapter|part|section|act)\s\S{1,8}|(?:\d{1,2}\.){1,4}\d{0,2}|[IVXL]{1,6}\.)(?:\s|$)/i;
const ENDS_SENTENCE = /[.!?…。！？:;,"”’»]$/;
const LETTER = /\p{L}/u;
const LOWER_CASE = /\p{Ll}/u;

/** Characters; longer lines are prose. */
const LONGEST_HEADING = 80;

export function isSeparator(line: Line): boolean {
  return SEPARATOR.test(line.text);
}

export function isUnderline(line: Line | undefined): boolean {
  return line !== undefined && SETEXT_UNDERLINE.test(line.text);
}

/** A heading by its own looks: numbered, or in capitals throughout. A title is found by its place instead. */
export function looksLikeHeading(text: string): boolean {
  if (text.length > LONGEST_HEADING || ENDS_SENTENCE.test(text)) return false;
  if (NUMBERED_HEADING.test(text)) return true;
  return text.length > 5 && text.includes(' ') && LETTER.test(text) && !LOWER_CASE.test(text);
}

/** A paragraph as found, with the indentation of its first line. */
export interface Paragraph {
  text: string;
  indent: number;
  underlined: boolean;
  separator: boolean;
}

/** Makes one list of paragraphs that all begin with a bullet or number. */
export function listOf(paragraphs: readonly Paragraph[]): UnnamedBlock {
  const indents = [...new Set(paragraphs.map((p) => p.indent))].sort((a, b) => a - b);
  const items: ListItem[] = [];
  let text = '';
  for (const paragraph of paragraphs) {
    const bullet = bulletOf(paragraph.text) as Bullet;
    if (items.length > 0) text += '\n';
    const start = text.length;
    text += paragraph.text.slice(bullet.length);
    const item: ListItem = {
      start,
      end: text.length,
      depth: Math.min(indents.indexOf(paragraph.indent), 5),
      ordered: bullet.number !== null,
    };
    if (bullet.number !== null) item.number = bullet.number;
    items.push(item);
  }
  return { kind: 'list', text, marks: [], items };
}
