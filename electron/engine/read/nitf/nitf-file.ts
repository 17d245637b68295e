import type { FormatReader } from '../format-reader';
import { ImageStore } from '../images/image-store';
import { localImages } from '../images/local-images';
import { asPage, byName } from '../markup/as-page';
import { documentDraft, Properties, readMarkup, readXmlFile } from '../markup/read-markup';
import { descendants, textOf, type XmlElement } from '../xml';

/** The elements of news agencies' articles (NITF 3.6) that are not called as in HTML. */
const vocabulary = byName({
  hedline: 'div',
  hl1: 'h1',
  hl2: 'h2',
  p: 'p',
  q: 'q',
  bq: 'blockquote',
  ol: 'ol',
  ul: 'ul',
  li: 'li',
  dl: 'dl',
  dt: 'dt',
  dd: 'dd',
  table: 'table',
  tr: 'tr',
  th: 'th',
  td: 'td',
  pre: 'pre',
  hr: 'hr',
  br: 'br',
  em: 'em',
  lang: 'span',
  a: ({ attributes }) => ({ tags: ['a'], attributes: { href: attributes.href ?? '' } }),
  media: 'figure',
  'media-reference': ({ attributes }) => ({
    tags: ['img'],
    attributes: { src: attributes.source ?? '', alt: attributes['alternate-text'] ?? '' },
    instead: '',
  }),
  'media-caption': 'figcaption',
  'media-producer': 'p',
  'media-metadata': '',
  'media-object': '',
  tagline: 'p',
  bibliography: 'p',
  byline: '',
  dateline: '',
  abstract: 'div',
  distributor: '',
  rights: '',
  series: '',
  note: 'p',
});

/** An article of a news agency. Byline and dateline stand above it as metadata, as on a page. */
export const readNitfFile: FormatReader = ({ bytes }, decisions) => {
  const { source, root } = readXmlFile(bytes, decisions.encoding);
  const images = new ImageStore();
  const [body = root] = descendants(root, 'body');
  const blocks = readMarkup(asPage(body, vocabulary), '', localImages(images));
  return documentDraft('nitf', source, blocks, propertiesOf(root), images);
};

/** NITF writes days as 20240305T120000Z. */
function dayOf(norm: string | undefined): string | null {
  const match = /^(\d{4})-?(\d{2})-?(\d{2})/.exec(norm ?? '');
  return match ? `${match[1]}-${match[2]}-${match[3]}` : null;
}

function propertiesOf(root: XmlElement) {
  const said = new Properties();
  said.add('title', textOf(descendants(root, 'hl1')[0]) || textOf(descendants(root, 'title')[0]));
  const [byline] = descendants(root, 'byline');
  const [person] = byline ? descendants(byline, 'person') : [];
  said.add('byline', textOf(person ?? byline).replace(/^by\s+/i, ''));
  said.add('site', textOf(descendants(root, 'distributor')[0]));
  const [issued] = [...descendants(root, 'date.issue'), ...descendants(root, 'story.date')];
  said.add('publicationDate', dayOf(issued?.attributes.norm));
  return said.candidates;
}
