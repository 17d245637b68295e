import { byName, idOf, type Vocabulary } from '../markup/as-page';
import { childNamed, textOf } from '../xml';

/** Sections within sections; the article's title is the first level. */
const title: Vocabulary = (_, parents) => {
  const depth = parents.filter(({ name }) =>
    /^(?:sec|abstract|ack|app|ref-list|fn-group)$/.test(name),
  ).length;
  return { tags: [`h${Math.min(depth + 1, 6)}`] };
};

/** A reference to a note or to an entry of the list of references. */
const reference: Vocabulary = ({ attributes }) =>
  /^(?:fn|bibr|table-fn)$/.test(attributes['ref-type'] ?? '')
    ? { tags: ['a'], attributes: { href: `#${attributes.rid ?? ''}` } }
    : 'inside';

const withId =
  (tag: string): Vocabulary =>
  ({ attributes }) => ({ tags: [tag], attributes: idOf(attributes) });

/** The elements of JATS that show; formulas are shown by their plain text, or not at all. */
export const jatsVocabulary = byName({
  'article-title': (_, parents) => ({ tags: parents.some(({ name }) => name === 'ref') ? ['span'] : ['h1'] }),
  subtitle: 'p',
  'trans-title-group': '',
  abstract: (element) => {
    const first = element.children[0]?.name;
    return first === 'title' ? 'inside' : { tags: ['div'], before: '' };
  },
  title,
  p: 'p',
  sec: 'div',
  list: ({ attributes }) => ({
    tags: [/order|alpha|roman/.test(attributes['list-type'] ?? '') ? 'ol' : 'ul'],
  }),
  'list-item': 'li',
  'def-list': 'dl',
  'def-item': 'div',
  term: 'dt',
  def: 'dd',
  'disp-quote': 'blockquote',
  'verse-group': 'blockquote',
  'verse-line': 'p',
  attrib: 'p',
  preformat: 'pre',
  code: 'pre',
  bold: 'b',
  italic: 'i',
  sup: 'sup',
  sub: 'sub',
  strike: 's',
  monospace: 'code',
  break: 'br',
  'ext-link': ({ attributes }) => ({ tags: ['a'], attributes: { href: attributes.href ?? '' } }),
  uri: ({ attributes }) => ({ tags: ['a'], attributes: { href: attributes.href ?? '' } }),
  xref: reference,
  fig: 'figure',
  caption: (_, parents) => (parents[0]?.name === 'fig' ? { tags: ['figcaption'] } : { tags: ['div'] }),
  label: (element, parents) => {
    if (parents[0]?.name === 'fn') return 'nothing';
    return parents[0]?.name === 'ref' ? { tags: ['span'], instead: `${textOf(element)} ` } : { tags: ['b'] };
  },
  graphic: (element) => ({
    tags: ['img'],
    attributes: { src: element.attributes.href ?? '', alt: textOf(childNamed(element, 'alt-text')) },
    instead: '',
  }),
  table: 'table',
  thead: 'thead',
  tbody: 'tbody',
  tr: 'tr',
  th: cell('th'),
  td: cell('td'),
  fn: withId('div'),
  ref: withId('p'),
  'tex-math': '',
  'alt-text': '',
  'object-id': '',
  'pub-id': '',
});

function cell(tag: string): Vocabulary {
  return ({ attributes }) => ({
    tags: [tag],
    attributes: { colspan: attributes.colspan ?? '1', rowspan: attributes.rowspan ?? '1' },
  });
}
