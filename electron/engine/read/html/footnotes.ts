import type { Block } from '../../../contract';
import type { DraftBlock } from '../draft';

/** What the words of a reference to a note look like: "1", "[12]", "*", "a". */
const REFERENCE = /^\[?(?:\d{1,3}|[a-z]|[*†‡§¶]{1,3}|note \d{1,3})\]?$/i;

/**
 * Turns links within the page that look like references to notes into note references, and labels the blocks
 * they point at.
 */
export function linkFootnotes(blocks: DraftBlock[], anchors: ReadonlyMap<string, number>): void {
  for (const [from, { block }] of blocks.entries()) {
    block.marks = block.marks.map((mark) => {
      if (mark.kind !== 'link' || !mark.href.startsWith('#')) return mark;
      const label = block.text.slice(mark.start, mark.end).trim();
      const index = anchors.get(mark.href.slice(1));
      const target = index === undefined ? undefined : blocks[index]?.block;
      if (!target || !isNote(target, index ?? 0, from) || !REFERENCE.test(label)) return mark;
      target.noteLabel ??= label.replace(/^\[|\]$/g, '');
      return { kind: 'noteReference', target: target.id, start: mark.start, end: mark.end };
    });
  }
}

/** Notes stand behind the words that refer to them; a link backwards is the way home from a note. */
function isNote(target: Block, index: number, from: number): boolean {
  return index > from && target.kind !== 'heading';
}
