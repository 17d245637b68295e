import type { MetadataCandidate } from '../draft';
import type { HtmlDocument, HtmlElement } from '../html';

const LONGEST_LINE = 200;

function lineOf(element: HtmlElement): string {
  return (element.textContent ?? '').replace(/\s+/g, ' ').trim();
}

/** Elements that say what they are: `time`, microdata, microformats, class names that publishing systems give. */
const DATE_SELECTORS = [
  '[itemprop~="datePublished"]',
  'time[pubdate]',
  'time.published',
  'time.entry-date',
  '.dt-published',
  'article time[datetime]',
  'time[datetime]',
  'time',
];
const BYLINE_SELECTORS = ['[itemprop~="author"]', '[rel~="author"]', '.p-author', '.byline', '.author'];

/** What `time` elements, microdata and the like say of the page. */
export function readPageElements(document: HtmlDocument): MetadataCandidate[] {
  return [
    ...readDates(document),
    ...readTitles(document),
    ...readBylines(document),
    ...readLanguage(document),
  ];
}

function readDates(document: HtmlDocument): MetadataCandidate[] {
  return DATE_SELECTORS.flatMap((selector): MetadataCandidate[] => {
    const element = document.querySelector(selector);
    if (!element) return [];
    const words = lineOf(element).slice(0, LONGEST_LINE);
    const value = element.getAttribute('datetime') ?? element.getAttribute('content') ?? words;
    return value ? [{ field: 'publicationDate', value, source: 'time-element', words: words || value }] : [];
  });
}

function readTitles(document: HtmlDocument): MetadataCandidate[] {
  const headings = [...document.querySelectorAll('h1')]
    .map(lineOf)
    .filter((line) => line !== '' && line.length <= 400);
  const title = document.querySelector('title');
  const candidates: MetadataCandidate[] = [];
  const heading = headings[0];
  if (heading) candidates.push({ field: 'title', value: heading, source: 'heading', words: heading });
  const line = title && lineOf(title);
  if (line) candidates.push({ field: 'title', value: line, source: 'title-element', words: line });
  return candidates;
}

function readBylines(document: HtmlDocument): MetadataCandidate[] {
  return BYLINE_SELECTORS.flatMap((selector): MetadataCandidate[] => {
    const element = document.querySelector(selector);
    const words = element ? lineOf(element) : '';
    return words && words.length <= LONGEST_LINE
      ? [{ field: 'byline', value: words, source: 'text', words }]
      : [];
  });
}

function readLanguage(document: HtmlDocument): MetadataCandidate[] {
  const root = document.documentElement;
  const lang = root.getAttribute('lang') ?? root.getAttribute('xml:lang');
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
