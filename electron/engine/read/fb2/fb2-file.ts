import { EngineError } from '../../errors';
import { fromBase64 } from '../encoding/base64';
import type { FormatReader } from '../format-reader';
import { ImageStore } from '../images/image-store';
import { asPage, byName, idOf, type Vocabulary } from '../markup/as-page';
import { documentDraft, Properties, readMarkup, readXmlFile } from '../markup/read-markup';
import { childNamed, descendants, textOf, type XmlElement } from '../xml';

/** Titles of sections within sections; the book's own title is the first level. */
const title: Vocabulary = (_, parents) => {
  // The number of a note stands where the text refers to it.
  if (parents.at(-1)?.attributes.name === 'notes') return 'nothing';
  const depth = parents.filter(({ name }) => name === 'section').length;
  return { tags: [`h${Math.min(depth + 1, 6)}`] };
};

const reference: Vocabulary = ({ attributes }) => ({
  tags: ['a'],
  attributes: { href: attributes.href ?? '' },
});

/** Each paragraph of a title is a line of it. */
const paragraph: Vocabulary = (_, parents) =>
  parents[0]?.name === 'title' ? { tags: ['span'], before: ' ' } : { tags: ['p'] };

/** FictionBook 2.1; what stands on a page of its own in a printed book is an ordinary block here. */
const vocabulary = byName({
  title,
  subtitle: 'h4',
  p: paragraph,
  v: (_, parents) => ({ tags: parents[0]?.name === 'stanza' ? ['span', 'br'] : ['p'] }),
  stanza: 'p',
  cite: 'blockquote',
  epigraph: 'blockquote',
  'text-author': 'p',
  'empty-line': '',
  emphasis: 'i',
  strong: 'b',
  strikethrough: 's',
  sub: 'sub',
  sup: 'sup',
  code: 'code',
  a: reference,
  table: 'table',
  tr: 'tr',
  th: 'th',
  td: 'td',
  section: ({ attributes }) => ({ tags: ['div'], attributes: idOf(attributes) }),
  image: ({ attributes }) => ({
    tags: ['img'],
    attributes: { src: attributes.href ?? '', alt: attributes.alt ?? attributes.title ?? '' },
    instead: '',
  }),
});

/** A book in FictionBook: its bodies in order, the one of notes last, with its pictures. */
export const readFb2File: FormatReader = ({ bytes }, decisions) => {
  const { source, root } = readXmlFile(bytes, decisions.encoding);
  const bodies = descendants(root, 'body');
  if (bodies.length === 0) throw damaged();
  const binaries = new Map(descendants(root, 'binary').map((one) => [`#${one.attributes.id}`, one]));
  const images = new ImageStore();
  const resolve = (key: string) =>
    images.idOf(key, () => {
      const one = binaries.get(key);
      const data = one && fromBase64(textOf(one));
      return data ? { mediaType: one.attributes['content-type'] ?? 'image/jpeg', bytes: data } : null;
    });
  const markup = bodies.map((body) => asPage(body, vocabulary)).join('');
  return documentDraft('fb2', source, readMarkup(markup, '', resolve), propertiesOf(root), images);
};

function nameOf(author: XmlElement): string {
  const parts = ['first-name', 'middle-name', 'last-name', 'nickname'].map((part) =>
    textOf(childNamed(author, part)),
  );
  return parts.slice(0, 3).filter(Boolean).join(' ') || (parts[3] ?? '');
}

function propertiesOf(root: XmlElement) {
  const [info] = descendants(root, 'title-info');
  const [publishing] = descendants(root, 'publish-info');
  const said = new Properties();
  said.add('title', textOf(childNamed(info, 'book-title')));
  const authors = info?.children.filter(({ name }) => name === 'author').map(nameOf) ?? [];
  said.add('byline', authors.filter(Boolean).join(', '));
  said.add('language', textOf(childNamed(info, 'lang')));
  said.add('site', textOf(childNamed(publishing, 'publisher')));
  const date = childNamed(info, 'date');
  said.add('publicationDate', date?.attributes.value ?? textOf(date));
  said.add('publicationDate', textOf(childNamed(publishing, 'year')));
  return said.candidates;
}

function damaged(): EngineError {
  return new EngineError(
    'file-damaged',
    'The book is damaged: the part that holds its text is missing.',
    'Fetch the book again and open the new copy.',
  );
}
