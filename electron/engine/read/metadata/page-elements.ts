import type { MetadataCandidate } from '../draft';
import { descendants, type HtmlDocument, type HtmlElement } from '../html';

const LONGEST_LINE = 200;
/** Pages that set each teaser as a main heading have many; the article's is among the first. */
const MOST_HEADINGS = 6;

function lineOf(element: HtmlElement): string {
  return element.text().replace(/\s+/g, ' ').trim();
}

/** What the tests below look at, read off an element once. */
interface Facets {
  element: HtmlElement;
  isTime: boolean;
  names: string;
  itemprop: string;
  rel: string;
}

type Test = (facets: Facets) => boolean;

function hasWord(words: string, word: string): boolean {
  return words.includes(word) && words.split(/\s+/).includes(word);
}

function isInArticle({ element }: Facets): boolean {
  for (let node = element.parent; node; node = node.parent) {
    if (node.name === 'article') return true;
  }
  return false;
}

/** Elements that say what they are: `time`, microdata, microformats, class names that publishing systems give. */
const DATE_TESTS: readonly Test[] = [
  ({ itemprop }) => hasWord(itemprop, 'datePublished'),
  ({ isTime, element }) => isTime && element.has('pubdate'),
  ({ isTime, names }) => isTime && hasWord(names, 'published'),
  ({ isTime, names }) => isTime && hasWord(names, 'entry-date'),
  ({ names }) => hasWord(names, 'dt-published'),
  (facets) => facets.isTime && facets.element.has('datetime') && isInArticle(facets),
  ({ isTime, element }) => isTime && element.has('datetime'),
  ({ isTime }) => isTime,
];
const BYLINE_TESTS: readonly Test[] = [
  ({ itemprop }) => hasWord(itemprop, 'author'),
  ({ rel }) => hasWord(rel, 'author'),
  ({ names }) => hasWord(names, 'p-author'),
  ({ names }) => hasWord(names, 'byline'),
  ({ names }) => hasWord(names, 'author'),
];

function facetsOf(element: HtmlElement): Facets {
  return {
    element,
    isTime: element.name === 'time',
    names: element.get('class') ?? '',
    itemprop: element.get('itemprop') ?? '',
    rel: element.get('rel') ?? '',
  };
}

/** The first element for each test, in one walk: a query each would walk the page as often as there are tests. */
function firstOfEach(page: readonly Facets[], tests: readonly Test[]): HtmlElement[] {
  const found = tests.map((test) => page.find(test)?.element);
  return found.filter((element) => element !== undefined);
}

/** What `time` elements, microdata and the like say of the page. */
export function readPageElements(document: HtmlDocument): MetadataCandidate[] {
  const page: Facets[] = [];
  for (const element of descendants(document.body)) {
    const facets = facetsOf(element);
    if (facets.isTime || facets.names || facets.itemprop || facets.rel) page.push(facets);
  }
  return [...readDates(page), ...readTitles(document), ...readBylines(page), ...readLanguage(document)];
}

function readDates(page: readonly Facets[]): MetadataCandidate[] {
  return firstOfEach(page, DATE_TESTS).flatMap((element): MetadataCandidate[] => {
    const words = lineOf(element).slice(0, LONGEST_LINE);
    const value = element.get('datetime') ?? element.get('content') ?? words;
    return value ? [{ field: 'publicationDate', value, source: 'time-element', words: words || value }] : [];
  });
}

function readTitles(document: HtmlDocument): MetadataCandidate[] {
  const headings = [...descendants(document.body)]
    .filter(({ name, hidden }) => name === 'h1' && !hidden)
    .map(lineOf)
    .filter((line) => line !== '' && line.length <= 400);
  const candidates: MetadataCandidate[] = [];
  for (const heading of headings.slice(0, MOST_HEADINGS))
    candidates.push({ field: 'title', value: heading, source: 'heading', words: heading });
  const line = document.title.replace(/\s+/g, ' ').trim();
  if (line) candidates.push({ field: 'title', value: line, source: 'title-element', words: line });
  return candidates;
}

function readBylines(page: readonly Facets[]): MetadataCandidate[] {
  return firstOfEach(page, BYLINE_TESTS).flatMap((element): MetadataCandidate[] => {
    const words = lineOf(element);
    return words && words.length <= LONGEST_LINE
      ? [{ field: 'byline', value: words, source: 'text', words }]
      : [];
  });
}

function readLanguage(document: HtmlDocument): MetadataCandidate[] {
  const lang = document.root.get('lang') ?? document.root.get('xml:lang');
  return lang ? [{ field: 'language', value: lang, source: 'meta-tag', words: lang }] : [];
}

const DAY_IN_PATH = /\/((?:19|20)\d{2})[/-]?(0[1-9]|1[0-2])[/-]?(0[1-9]|[12]\d|3[01])(?=[/\-_.]|$)/;

/** The day that many publishing systems put into an article's address, and the site's host name. */
export function readPageAddress(address: string): MetadataCandidate[] {
  if (!URL.canParse(address)) return [];
  const { pathname, hostname } = new URL(address);
  const day = DAY_IN_PATH.exec(pathname);
  const site = hostname.replace(/^www\./, '');
  const candidates: MetadataCandidate[] = [{ field: 'site', value: site, source: 'url', words: address }];
  if (day)
    candidates.push({
      field: 'publicationDate',
      value: `${day[1]}-${day[2]}-${day[3]}`,
      source: 'url',
      words: address,
    });
  return candidates;
}
