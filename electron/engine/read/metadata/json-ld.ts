import { decodeHTML } from 'entities';
import type { MetadataCandidate } from '../draft';
import type { HtmlDocument } from '../html';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
export type JsonObject = { [key: string]: Json };

/** Types of schema.org that are an article; a page's own object says less about it than these. */
const ARTICLE = /(?:Article|Posting|Report|Reportage|Review|Recipe|CreativeWork|Book|Episode|HowTo|QAPage)$/;
const PAGE = /(?:WebPage|WebContent|AboutPage|ItemPage|VideoObject)$/;
const DEEPEST = 12;
/** Keys under which an article may stand inside another object. Lists of other articles are not among them. */
const INNER = ['@graph', 'mainEntity', 'mainEntityOfPage'];
const LONGEST_SCRIPT = 2_000_000;
/** JSON forbids them inside strings, pages write them. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what it replaces
const CONTROL = /[\u0000-\u001f]+/g;

/** Scripts are often wrapped in comments or CDATA, and break JSON's rule that strings hold no line breaks. */
function parseLenient(source: string): Json {
  const bare = source.replace(
    /^\s*(?:<!--|\/\*<!\[CDATA\[\*\/|\/\/<!\[CDATA\[|<!\[CDATA\[)|(?:-->|\/\*\]\]>\*\/|\/\/\]\]>|\]\]>)\s*$/g,
    '',
  );
  try {
    return JSON.parse(bare) as Json;
  } catch {
    const flat = bare
      .replace(CONTROL, ' ')
      .replace(/,\s{0,80}([}\]])/g, '$1')
      .replace(/;\s*$/, '');
    return JSON.parse(flat) as Json;
  }
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** All objects of a document, outer before inner, as far as articles nest. */
function objectsOf(value: Json, depth = 0): JsonObject[] {
  if (depth > DEEPEST) return [];
  if (Array.isArray(value)) return value.flatMap((item) => objectsOf(item, depth + 1));
  if (!isObject(value)) return [];
  return [
    value,
    ...INNER.flatMap((key) => (value[key] === undefined ? [] : objectsOf(value[key], depth + 1))),
  ];
}

function typesOf(object: JsonObject): string[] {
  const type = object['@type'];
  return (Array.isArray(type) ? type : [type]).filter((name): name is string => typeof name === 'string');
}

function rankOf(object: JsonObject): number {
  const types = typesOf(object);
  if (types.some((type) => ARTICLE.test(type))) return 0;
  return types.some((type) => PAGE.test(type)) ? 1 : 2;
}

/** Names in a value that may be a string, an object with a name, or a list of such. */
function namesOf(value: Json | undefined): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap((item) => namesOf(item));
  return isObject(value) ? namesOf(value.name) : [];
}

function textOf(value: Json | undefined): string | null {
  const first = Array.isArray(value) ? value[0] : value;
  return typeof first === 'string' && first.trim() !== '' ? first.trim() : null;
}

function candidatesOf(object: JsonObject, isArticle: boolean): MetadataCandidate[] {
  const candidates: MetadataCandidate[] = [];
  const add = (field: MetadataCandidate['field'], value: string | null) => {
    if (value && value.length <= 1000) candidates.push({ field, value, source: 'json-ld', words: value });
  };
  add('publicationDate', textOf(object.datePublished) ?? (isArticle ? textOf(object.dateCreated) : null));
  add('modificationDate', textOf(object.dateModified));
  if (!isArticle) return candidates;
  add('title', textOf(object.headline) ?? textOf(object.name));
  add(
    'byline',
    namesOf(object.author ?? object.creator)
      .slice(0, 12)
      .join(', ') || null,
  );
  add('site', namesOf(object.publisher)[0] ?? null);
  add('language', textOf(object.inLanguage));
  return candidates;
}

/** The objects of the page's JSON-LD: articles first, then the page, then others. Damaged scripts are passed over. */
export function jsonLdObjects(document: HtmlDocument): JsonObject[] {
  const objects: JsonObject[] = [];
  for (const source of document.jsonLd) {
    if (source.length > LONGEST_SCRIPT) continue;
    try {
      objects.push(...objectsOf(parseLenient(source)));
    } catch {
      // A script that is no JSON tells nothing; other places will.
    }
  }
  return objects.sort((a, b) => rankOf(a) - rankOf(b));
}

const IS_ARTICLE = /(?:Article|BlogPosting|Report|Reportage)$/;
const IS_OTHER =
  /^(?:Product|DiscussionForumPosting|QAPage|FAQPage|CollectionPage|ItemList|Service|SearchResultsPage)$/;

/** What kind of page it is by its JSON-LD; null when that does not say. */
export function statedKind(objects: readonly JsonObject[]): 'article' | 'other' | null {
  const types = objects.flatMap(typesOf);
  if (types.some((type) => IS_ARTICLE.test(type))) return 'article';
  return types.some((type) => IS_OTHER.test(type)) ? 'other' : null;
}

/** Names of all types, lower case. */
export function typesStated(objects: readonly JsonObject[]): string[] {
  return objects.flatMap(typesOf).map((type) => type.toLowerCase());
}

/** True when an article says that it is not to be read for free (schema.org `isAccessibleForFree`). */
export function saysClosed(objects: readonly JsonObject[]): boolean {
  return objects.some(({ isAccessibleForFree }) => /^false$/i.test(String(isAccessibleForFree)));
}

/** What JSON-LD says of the page, best first. */
export function readJsonLd(objects: readonly JsonObject[]): MetadataCandidate[] {
  return objects
    .filter((object) => rankOf(object) < 2)
    .flatMap((object) => candidatesOf(object, rankOf(object) === 0));
}

/** The text of the article as the page gives it to search engines; the longest, empty when there is none. */
export function statedBody(objects: readonly JsonObject[]): string {
  let longest = '';
  for (const object of objects) {
    const body = rankOf(object) === 0 ? textOf(object.articleBody) : null;
    if (body && body.length > longest.length) longest = body;
  }
  return decodeHTML(longest.replace(/<[^>]{0,500}>/g, ' '));
}
