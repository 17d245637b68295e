import type { FormatReader } from '../format-reader';
import { ImageStore } from '../images/image-store';
import { localImages } from '../images/local-images';
import { asPage } from '../markup/as-page';
import { documentDraft, Properties, readMarkup, readXmlFile } from '../markup/read-markup';
import { childNamed, descendants, textOf, type XmlElement } from '../xml';
import { jatsVocabulary } from './vocabulary';

/** An article of a scholarly journal (JATS, ANSI/NISO Z39.96): title, abstract, text, notes and references. */
export const readJatsFile: FormatReader = ({ bytes }, decisions) => {
  const { source, root } = readXmlFile(bytes, decisions.encoding);
  const images = new ImageStore();
  const [article = root] = descendants(root, 'article');
  const [meta] = descendants(article, 'article-meta');
  const parts = [
    ...(meta
      ? [childNamed(meta, 'title-group'), ...meta.children.filter(({ name }) => name === 'abstract')]
      : []),
    childNamed(article, 'body'),
    childNamed(article, 'floats-group'),
    childNamed(article, 'back'),
  ];
  const markup = parts.map((part) => (part ? asPage(holding(part), jatsVocabulary) : '')).join('');
  const blocks = readMarkup(markup, '', localImages(images));
  return documentDraft('jats', source, blocks, propertiesOf(article, meta), images);
};

/** A root with one element in it, so that the element itself is told too. */
function holding(child: XmlElement): XmlElement {
  return { name: '', attributes: {}, children: [child], texts: ['', ''] };
}

/** "2024-3-5" of the parts of a date, as far as they are there. */
function dayOf(date: XmlElement | undefined): string | null {
  if (date?.attributes['iso-8601-date']) return date.attributes['iso-8601-date'];
  const parts = ['year', 'month', 'day'].map((part) => textOf(childNamed(date, part)));
  const count = parts.findIndex((part) => !/^\d{1,4}$/.test(part));
  const stated = count < 0 ? parts : parts.slice(0, count);
  return stated.length > 0 ? stated.map((part) => part.padStart(2, '0')).join('-') : null;
}

function propertiesOf(article: XmlElement, meta: XmlElement | undefined) {
  const said = new Properties();
  if (!meta) return said.candidates;
  said.add('title', textOf(descendants(meta, 'article-title')[0]));
  const authors = descendants(meta, 'contrib').filter(
    ({ attributes }) => (attributes['contrib-type'] ?? 'author') === 'author',
  );
  const names = authors.map((author) => {
    const [name] = descendants(author, 'name');
    const parts = [textOf(childNamed(name, 'given-names')), textOf(childNamed(name, 'surname'))];
    return parts.filter(Boolean).join(' ') || textOf(descendants(author, 'string-name')[0]);
  });
  said.add('byline', names.filter(Boolean).slice(0, 12).join(', '));
  said.add('site', textOf(descendants(article, 'journal-title')[0]));
  said.add('language', article.attributes.lang);
  const dates = descendants(meta, 'pub-date');
  const first = dates.find(({ attributes }) =>
    /epub|pub$|electronic/.test(Object.values(attributes).join(' ')),
  );
  said.add('publicationDate', dayOf(first ?? dates[0]));
  return said.candidates;
}
