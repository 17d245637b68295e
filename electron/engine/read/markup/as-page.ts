import type { XmlElement } from '../xml';

/** What an element of another vocabulary is in HTML. */
export type Told =
  /** Its content counts, it does not. */
  | 'inside'
  /** Neither it nor its content is shown. */
  | 'nothing'
  /** `tags` are opened in order round its content; `before` is text in front of it; `instead` replaces its content. */
  | { tags: string[]; attributes?: Record<string, string>; before?: string; instead?: string };

/** Tells every element of a vocabulary; `parents` are its ancestors, nearest first. */
export type Vocabulary = (element: XmlElement, parents: readonly XmlElement[]) => Told;

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

export function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign);
}

/**
 * Writes a document of another vocabulary as HTML, so that one reader makes the blocks of all of them: what a list,
 * a table or a note is, is decided in one place. The markup never leaves reading. Depth is bounded by `parseXml`.
 */
export function asPage(root: XmlElement, vocabulary: Vocabulary): string {
  const pieces: string[] = [];
  const content = (element: XmlElement, parents: readonly XmlElement[]): void => {
    const around = [element, ...parents];
    element.texts.forEach((text, i) => {
      if (text) pieces.push(escaped(text));
      const child = element.children[i];
      if (child) write(child, around);
    });
  };
  const write = (element: XmlElement, parents: readonly XmlElement[]): void => {
    const told = vocabulary(element, parents);
    if (told === 'nothing') return;
    if (told === 'inside') {
      content(element, parents);
      return;
    }
    const { tags, attributes = {}, before = '', instead } = told;
    tags.forEach((tag, i) => {
      pieces.push(`<${tag}${i === 0 ? attributesOf(attributes) : ''}>`);
    });
    if (before) pieces.push(escaped(before));
    if (instead !== undefined) pieces.push(instead);
    else content(element, parents);
    for (const tag of tags.toReversed()) if (!VOID.has(tag)) pieces.push(`</${tag}>`);
  };
  content(root, []);
  return pieces.join('');
}

const VOID = new Set(['br', 'hr', 'img']);

function attributesOf(attributes: Record<string, string>): string {
  return Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escaped(value)}"`)
    .join('');
}

/** A vocabulary by a table of names; names that are not in it are `otherwise`. */
export function byName(
  table: Readonly<Record<string, string | Vocabulary>>,
  otherwise: Told = 'inside',
): Vocabulary {
  return (element, parents) => {
    const entry = Object.hasOwn(table, element.name) ? table[element.name] : undefined;
    if (entry === undefined) return otherwise;
    if (typeof entry === 'function') return entry(element, parents);
    return entry === '' ? 'nothing' : { tags: entry.split(' ') };
  };
}

/** The `id` of an element, so that references find it. */
export function idOf({ id }: Readonly<Record<string, string>>): Record<string, string> {
  return id === undefined ? {} : { id };
}
