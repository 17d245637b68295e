import type { MetadataCandidate } from '../draft';
import type { HtmlDocument } from '../html';

/**
 * Names (`name`, `property` or `itemprop`, lower case) under which pages state a field, best first: Open Graph,
 * Dublin Core, and the tags of search engines, publishing systems and reading analytics.
 */
const TAGS: Record<MetadataCandidate['field'], string[]> = {
  publicationDate: [
    'article:published_time',
    'og:article:published_time',
    'og:published_time',
    'article:published',
    'datepublished',
    'parsely-pub-date',
    'sailthru.date',
    'publish-date',
    'publish_date',
    'publishdate',
    'published_date',
    'published-date',
    'published_time',
    'published',
    'pubdate',
    'pub_date',
    'date_published',
    'article_date_original',
    'article.published',
    'originalpublicationdate',
    'article.created',
    'dcterms.created',
    'dcterms.issued',
    'dcterms.date',
    'dc.date.issued',
    'dc.date.created',
    'dc.date.published',
    'dc.date',
    'dcterms.available',
    'citation_publication_date',
    'citation_online_date',
    'citation_date',
    'bt:pubdate',
    'rnews:datepublished',
    'cxenseparse:recs:publishtime',
    'cse-publish-date',
    'date',
    'date.issued',
    'releasedate',
    'article:post_date',
    'article-publish-date',
    'iso-8601-publish-date',
    'datecreated',
    'timestamp',
    'created',
  ],
  modificationDate: [
    'article:modified_time',
    'og:updated_time',
    'datemodified',
    'last-modified',
    'lastmod',
    'dcterms.modified',
    'dc.date.modified',
  ],
  title: [
    'og:title',
    'twitter:title',
    'citation_title',
    'dc.title',
    'dcterms.title',
    'sailthru.title',
    'parsely-title',
    'headline',
  ],
  byline: [
    'citation_author',
    'parsely-author',
    'sailthru.author',
    'author',
    'dc.creator',
    'dcterms.creator',
    'byl',
    'article:author',
    'twitter:data1',
  ],
  site: ['og:site_name', 'application-name', 'dc.publisher', 'publisher', 'citation_journal_title'],
  language: ['og:locale', 'dc.language', 'content-language', 'language'],
};

type Field = MetadataCandidate['field'];

/** Name under which a tag is filed. Attributes are matched in any case, with or without the vendor's spelling. */
function namesOf(attributes: ReadonlyMap<string, string>): string[] {
  return ['property', 'name', 'itemprop', 'http-equiv'].flatMap((attribute) => {
    const value = attributes.get(attribute);
    return value ? value.trim().toLowerCase().split(/\s+/).slice(0, 4) : [];
  });
}

/** An address or a number stands where an author's name should (Facebook profiles, user ids). */
const NOT_A_NAME = /^(?:https?:|\/\/|\d+$|@)|[{}<>]/;

/** What the page's `meta` tags say of it, for each field best first. */
export function readMetaTags(document: HtmlDocument): MetadataCandidate[] {
  const contents = new Map<string, string[]>();
  for (const { name: tag, attributes } of document.head) {
    if (tag !== 'meta') continue;
    const content = attributes.get('content')?.trim();
    if (!content || content.length > 1000) continue;
    for (const name of namesOf(attributes)) {
      const known = contents.get(name);
      if (known) known.push(content);
      else contents.set(name, [content]);
    }
  }
  return (Object.keys(TAGS) as Field[]).flatMap((field) => candidatesOf(field, contents));
}

function candidatesOf(field: Field, contents: ReadonlyMap<string, string[]>): MetadataCandidate[] {
  return TAGS[field].flatMap((name): MetadataCandidate[] => {
    const values = contents.get(name)?.filter((value) => field !== 'byline' || !NOT_A_NAME.test(value));
    if (!values || values.length === 0) return [];
    if (name === 'twitter:data1' && !/written by|author/i.test(contents.get('twitter:label1')?.[0] ?? ''))
      return [];
    const value = field === 'byline' ? [...new Set(values)].slice(0, 12).join(', ') : (values[0] as string);
    return [{ field, value, source: 'meta-tag', words: value }];
  });
}
