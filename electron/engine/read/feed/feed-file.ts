import type { DraftBlock } from '../draft';
import type { FormatReader } from '../format-reader';
import { readDataUri } from '../images/data-uri';
import { ImageStore } from '../images/image-store';
import { checkCharacters, isFull } from '../limits';
import { asPage, byName, escaped } from '../markup/as-page';
import { documentDraft, Properties, readMarkup, readXmlFile } from '../markup/read-markup';
import { childNamed, descendants, textOf, type XmlElement } from '../xml';

/** The text of an element whose content is markup written as text, or as elements (Atom's "xhtml"). */
function markupOf(element: XmlElement | undefined): string {
  if (!element) return '';
  if (element.attributes.type === 'xhtml') return asPage(element, asWritten);
  const text = element.texts.join('');
  return element.attributes.type === 'text' || !/<[a-z/!]|&#?\w/i.test(text)
    ? `<p>${escaped(text)}</p>`
    : text;
}

const WRITTEN =
  'p div h1 h2 h3 h4 h5 h6 ul ol li dl dt dd blockquote pre code em strong i b s sub sup table thead tbody tr th td figure figcaption br hr';
/** The elements of a page that an entry holds as elements; anything else counts by its content. */
const asWritten = byName({
  ...Object.fromEntries(WRITTEN.split(' ').map((name) => [name, name])),
  a: ({ attributes }) => ({ tags: ['a'], attributes: { href: attributes.href ?? '' } }),
  img: ({ attributes }) => ({
    tags: ['img'],
    attributes: { src: attributes.src ?? '', alt: attributes.alt ?? '' },
    instead: '',
  }),
  script: '',
  style: '',
});

function firstOf(item: XmlElement, names: readonly string[]): XmlElement | undefined {
  for (const name of names) {
    const found = childNamed(item, name);
    if (found && (textOf(found) !== '' || found.attributes.href)) return found;
  }
  return undefined;
}

/** The author's name: RSS writes "address (name)", Dublin Core and Atom the name. */
function authorOf(item: XmlElement): string {
  const author = firstOf(item, ['creator', 'author']);
  const name = textOf(author && (childNamed(author, 'name') ?? author));
  return /\(([^)]{1,200})\)\s*$/.exec(name)?.[1] ?? name;
}

const DATES = ['pubdate', 'published', 'date', 'updated'];

/** One entry: its title as a heading, who wrote it and when, and its text. */
function entryMarkup(item: XmlElement): string {
  const title = textOf(childNamed(item, 'title'));
  const about = [authorOf(item), textOf(firstOf(item, DATES))].filter(Boolean).join(', ');
  const link = firstOf(item, ['link', 'guid', 'id']);
  const href = link?.attributes.href ?? textOf(link);
  const named =
    href && /^https?:/i.test(href) ? `<a href="${escaped(href)}">${escaped(title)}</a>` : escaped(title);
  const text = markupOf(firstOf(item, ['encoded', 'content', 'description', 'summary']));
  return `${title ? `<h2>${named}</h2>` : ''}${about ? `<p>${escaped(about)}</p>` : ''}${text}`;
}

/** A feed (RSS 0.9 to 2.0, Atom; RFC 4287): its entries one below the other, each under its title. */
export const readFeedFile: FormatReader = ({ bytes }, decisions) => {
  const { source, root } = readXmlFile(bytes, decisions.encoding);
  const [channel = root] = [...descendants(root, 'channel'), ...descendants(root, 'feed')];
  const items = [...descendants(root, 'item'), ...descendants(root, 'entry')];
  const images = new ImageStore();
  const resolve = (address: string) => images.idOf(address, () => readDataUri(address));
  const blocks: DraftBlock[] = [];
  let characters = 0;
  for (const [i, item] of items.entries()) {
    const read = readMarkup(entryMarkup(item), `e${i + 1}-`, resolve);
    characters += read.reduce((sum, { block }) => sum + block.text.length, 0);
    blocks.push(...read);
    checkCharacters(characters);
    if (isFull(blocks.length)) break;
  }
  const said = new Properties();
  said.add('title', textOf(childNamed(channel, 'title')));
  said.add('language', textOf(childNamed(channel, 'language')) || channel.attributes.lang);
  if (items.length === 1) {
    said.add('byline', authorOf(items[0] as XmlElement));
    said.add('publicationDate', textOf(firstOf(items[0] as XmlElement, DATES)));
  }
  return documentDraft('feed', source, blocks, said.candidates, images);
};
