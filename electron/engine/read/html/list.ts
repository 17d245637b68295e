import type { ListItem } from '../../../contract';
import { holdsStructureBesideLists } from './elements';
import { type InlinePiece, InlineText } from './inline-text';
import { descendants, type HtmlElement } from './page-tree';
import { addSubtree } from './subtree-text';

/** Items longer than this are sections of the page set as a list, not items of one. */
const LONGEST_ITEM = 1500;

/** Footnotes set as a list: each must be a block that references can point at. */
const NOTE_ID = /^(?:user-content-)?(?:fn|ftn|footnote|note|endnote|cite_?note)[-_:.]?[\w-]*\d/i;

/** True for a list of short items without blocks of their own; anything else is read as ordinary blocks. */
export function isPlainList(list: HtmlElement): boolean {
  if (holdsStructureBesideLists(list)) return false;
  for (const element of descendants(list)) {
    if (element.name !== 'li') continue;
    if (NOTE_ID.test(element.get('id') ?? '')) return false;
    if (element.textLength > LONGEST_ITEM) return false;
    let paragraphs = 0;
    for (let child = element.firstChild; child; child = child.nextSibling) {
      if (child.isElement && child.name === 'p' && child.textLength > 0) paragraphs++;
    }
    if (paragraphs > 2) return false;
  }
  return true;
}

function numberOf(item: HtmlElement, list: HtmlElement, before: number): number {
  const stated = Number.parseInt(item.get('value') ?? '', 10);
  if (Number.isFinite(stated)) return stated;
  if (before > 0) return before + 1;
  const start = Number.parseInt(list.get('start') ?? '', 10);
  return Number.isFinite(start) ? start : 1;
}

/** The box of a task list's item: the first element in it. */
function checkboxOf(item: HtmlElement): HtmlElement | null {
  let node = item.firstChild;
  while (node && !node.isElement) node = node.nextSibling;
  return node?.name === 'input' && node.get('type') === 'checkbox' ? node : null;
}

/** Reads a whole list, nested ones included, into one text with a range an item. */
export function readList(
  list: HtmlElement,
  around: InlineText,
): { piece: InlinePiece; items: ListItem[] } | null {
  const text = new InlineText(around);
  const starts: { at: number; item: Omit<ListItem, 'start' | 'end'> }[] = [];
  const lists: { element: HtmlElement; last: number }[] = [{ element: list, last: 0 }];
  addSubtree(list, text, {
    enter(element) {
      if (element.name === 'ul' || element.name === 'ol') lists.push({ element, last: 0 });
      const own = lists.at(-1);
      if (element.name !== 'li' || !own) return;
      const ordered = own.element.name === 'ol';
      const item: Omit<ListItem, 'start' | 'end'> = { depth: lists.length - 1, ordered };
      if (ordered) {
        own.last = numberOf(element, own.element, own.last);
        item.number = own.last;
      }
      const box = checkboxOf(element);
      if (box) item.checked = box.has('checked');
      starts.push({ at: text.length, item });
    },
    leave(element) {
      if (lists.length > 1 && lists.at(-1)?.element === element) lists.pop();
    },
  });
  const piece = text.take();
  if (!piece) return null;
  const items = starts
    .map(({ at, item }, i) => {
      const end = starts[i + 1]?.at ?? piece.text.length;
      return { ...item, ...trimmed(piece.text, at, Math.min(end, piece.text.length)) };
    })
    .filter((item) => item.end > item.start);
  if (items.length === 0) items.push({ depth: 0, ordered: false, start: 0, end: piece.text.length });
  return { piece, items };
}

/** The range without white space at its ends. */
export function trimmed(text: string, start: number, end: number): { start: number; end: number } {
  let first = start;
  let last = end;
  while (first < last && /\s/.test(text[first] ?? '')) first++;
  while (last > first && /\s/.test(text[last - 1] ?? '')) last--;
  return { start: first, end: last };
}
