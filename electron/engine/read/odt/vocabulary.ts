import { byName, escaped, type Told, type Vocabulary } from '../markup/as-page';
import { childNamed, descendants, textOf, type XmlElement } from '../xml';

interface Style {
  tags: string[];
  /** Of the paragraph: "title", "quote", "code" or a heading's level. */
  block: string | null;
  rightToLeft: boolean;
}

/** Names of the styles that every word processor brings along; "_20_" stands for a space in them. */
const BLOCKS: [RegExp, string][] = [
  [/^title$/i, 'h1'],
  [/^heading(?:_20_|\s)?([1-6])$/i, 'h'],
  [/^(?:quotations?|block(?:_20_|\s)text|quote)$/i, 'blockquote'],
  [/^(?:preformatted(?:_20_|\s)text|source(?:_20_|\s)code|code)$/i, 'pre'],
];

function blockOf(name: string): string | null {
  for (const [pattern, tag] of BLOCKS) {
    const match = pattern.exec(name);
    if (match) return tag === 'h' ? `h${match[1]}` : tag;
  }
  return null;
}

/** What the styles of a document make of text: bold, italic and the like, and the kinds of paragraphs. */
function stylesOf(sources: readonly XmlElement[]): Map<string, Style> {
  const styles = new Map<string, Style>();
  for (const style of sources.flatMap((source) => descendants(source, 'style'))) {
    const { name = '', 'parent-style-name': parent = '' } = style.attributes;
    const text = childNamed(style, 'text-properties')?.attributes ?? {};
    const tags = [
      ...(/^(?:bold|[6-9]00)$/.test(text['font-weight'] ?? '') ? ['b'] : []),
      ...(/^(?:italic|oblique)$/.test(text['font-style'] ?? '') ? ['i'] : []),
      ...(text['text-line-through-style'] && text['text-line-through-style'] !== 'none' ? ['s'] : []),
      ...(/^super/.test(text['text-position'] ?? '') ? ['sup'] : []),
      ...(/^sub/.test(text['text-position'] ?? '') ? ['sub'] : []),
    ];
    const inherited = styles.get(parent);
    const block = blockOf(name) ?? blockOf(parent) ?? inherited?.block ?? null;
    const mode = childNamed(style, 'paragraph-properties')?.attributes['writing-mode'];
    const rightToLeft = mode === undefined ? (inherited?.rightToLeft ?? false) : /^rl/.test(mode);
    styles.set(name, { tags: tags.length > 0 ? tags : (inherited?.tags ?? []), block, rightToLeft });
  }
  return styles;
}

function countOf(element: XmlElement, name: string): string {
  return element.attributes[name] ?? '1';
}

/** OpenDocument's elements in HTML. Notes are put aside, in the order in which the text refers to them. */
export function odtVocabulary(sources: readonly XmlElement[]): {
  vocabulary: Vocabulary;
  notes: XmlElement[];
} {
  const styles = stylesOf(sources);
  const notes: XmlElement[] = [];
  const numbered = numberedLists(sources);
  const paragraph = (element: XmlElement, parents: readonly XmlElement[]): Told => {
    const style = styles.get(element.attributes['style-name'] ?? '');
    const block = style?.block ?? blockOf(element.attributes['style-name'] ?? '');
    const inList = parents.some(({ name }) => name === 'list-item');
    return {
      tags: [block && !inList ? block : 'p'],
      ...(style?.rightToLeft && { attributes: { dir: 'rtl' } }),
    };
  };
  const note = (element: XmlElement): Told => {
    const body = childNamed(element, 'note-body');
    if (!body) return 'nothing';
    notes.push(body);
    const label = textOf(childNamed(element, 'note-citation')) || String(notes.length);
    return { tags: ['a'], attributes: { href: `#fn${notes.length}` }, instead: escaped(label) };
  };
  const vocabulary = byName({
    p: paragraph,
    h: (element) => ({ tags: [`h${Math.min(Number(countOf(element, 'outline-level')) || 1, 6)}`] }),
    span: (element) => ({ tags: styles.get(element.attributes['style-name'] ?? '')?.tags ?? [] }),
    a: (element) => ({ tags: ['a'], attributes: { href: element.attributes.href ?? '' } }),
    list: (element, parents) => ({ tags: [isNumbered(element, parents, numbered) ? 'ol' : 'ul'] }),
    'list-item': 'li',
    'list-header': 'li',
    table: 'table',
    'table-row': 'tr',
    'table-cell': (element, parents) => ({
      tags: [parents.some(({ name }) => name === 'table-header-rows') ? 'th' : 'td'],
      attributes: {
        colspan: countOf(element, 'number-columns-spanned'),
        rowspan: countOf(element, 'number-rows-spanned'),
      },
    }),
    'covered-table-cell': '',
    image: (element, parents) => ({
      tags: ['img'],
      attributes: {
        src: element.attributes.href ?? '',
        alt: textOf(childNamed(parents[0], 'desc') ?? childNamed(parents[0], 'title')),
      },
      instead: '',
    }),
    'line-break': 'br',
    tab: () => ({ tags: [], instead: ' ' }),
    s: () => ({ tags: [], instead: ' ' }),
    note,
    annotation: '',
    'annotation-end': '',
    'tracked-changes': '',
    'sequence-decls': '',
    'index-title-template': '',
    'table-of-content-source': '',
    'variable-decls': '',
    forms: '',
    desc: '',
    title: '',
    'binary-data': '',
  });
  return { vocabulary, notes };
}

/** Names of the list styles whose first level is numbered. */
function numberedLists(sources: readonly XmlElement[]): Set<string> {
  const numbered = new Set<string>();
  for (const style of sources.flatMap((source) => descendants(source, 'list-style'))) {
    const [first] = style.children;
    if (first?.name === 'list-level-style-number' && first.attributes['num-format'])
      numbered.add(style.attributes.name ?? '');
  }
  return numbered;
}

/** A list within a list has the style of the outermost, unless it names its own. */
function isNumbered(
  element: XmlElement,
  parents: readonly XmlElement[],
  numbered: ReadonlySet<string>,
): boolean {
  const named = [element, ...parents].find(
    ({ name, attributes }) => name === 'list' && attributes['style-name'],
  );
  return numbered.has(named?.attributes['style-name'] ?? '');
}
