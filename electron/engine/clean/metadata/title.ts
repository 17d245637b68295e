import { decodeHTML } from 'entities';
import type { Found } from '../../../contract';
import type { MetadataCandidate } from '../../read/draft';

/** What stands between a headline and the name of the site behind it. */
const SEPARATOR = /\s+[|·•»:–—-]+\s+|\s*\|\s*/g;
const FEWEST_WORDS = 2;

const LEADING_SEPARATOR = /^\s*[|·•»:–—-]+\s*/;

/** Letters and digits only, lower case, for comparing titles that differ in quotation marks or dashes. */
export function comparable(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function found({ value, source, words }: MetadataCandidate): Found<string> {
  return {
    value: decodeHTML(value).replace(/\s+/g, ' ').trim(),
    source,
    ...(words !== undefined && { words }),
  };
}

/** The parts of a title that a separator parts, as the title up to each of them. */
function heads(title: string): string[] {
  return [...title.matchAll(SEPARATOR)].map((match) => title.slice(0, match.index).trim());
}

function tails(title: string): string[] {
  return [...title.matchAll(SEPARATOR)].map((match) =>
    title.slice((match.index ?? 0) + match[0].length).trim(),
  );
}

/** The title without the site's name in front or behind, when what is left still is one. */
export function withoutSite(title: string, site: string | null): string {
  const name = site ? comparable(site) : '';
  if (name === '') return title;
  for (const head of heads(title)) {
    const rest = comparable(title.slice(head.length));
    if ((rest === name || rest.endsWith(` ${name}`)) && head.split(/\s+/).length >= FEWEST_WORDS) return head;
  }
  const tail = tails(title).find((part) => comparable(title.slice(0, title.length - part.length)) === name);
  return tail && tail.split(/\s+/).length >= FEWEST_WORDS ? tail : title;
}

/** Words behind a bar that are a site's name whoever it is, and words before it that are a title of their own. */
const LONGEST_NAME = 5;
const FEWEST_BEFORE_BAR = 3;

/** True when the words are the site's, told by its name or by the letters of its address. */
export function namesSite(words: string, site: string | null, host: string | null): boolean {
  const own = comparable(words);
  if (own === '') return false;
  if (site && (own === comparable(site) || comparable(site).startsWith(`${own} `))) return true;
  const letters = own.replaceAll(' ', '');
  const domain = (host ?? '').toLowerCase().replace(/[^\p{L}\p{N}.]+/gu, '');
  const core = domain.split('.').slice(0, -1).join('');
  if (letters.length < 3 || core.length < 3) return false;
  const initials = own
    .split(' ')
    .map((word) => word[0])
    .join('');
  return core.includes(letters) || letters.includes(core) || (initials.length > 2 && core.endsWith(initials));
}

/** A stated title without the name of the site: its own, one that its address tells, or what stands behind a bar. */
function bare(title: string, site: string | null, host: string | null): string {
  const known = withoutSite(title, site);
  if (known !== title) return known;
  const front = heads(title)[0];
  const rest = front === undefined ? '' : title.slice(front.length).replace(LEADING_SEPARATOR, '');
  if (
    front &&
    !/\d/.test(front) &&
    namesSite(front, site, host) &&
    rest.split(/\s+/).length >= FEWEST_BEFORE_BAR
  )
    return bare(rest, site, host);
  const head = heads(title).at(-1);
  const tail = tails(title).at(-1);
  if (head && tail && head.split(/\s+/).length >= FEWEST_WORDS) {
    const bar = /\|/.test(title.slice(head.length, title.length - tail.length));
    const short = tail.split(/\s+/).length <= LONGEST_NAME && head.split(/\s+/).length >= FEWEST_BEFORE_BAR;
    if (namesSite(tail, site, host) || (bar && short)) return bare(head, site, host);
  }
  return title;
}

/** Share of the words of a heading that some stated title has too. */
function overlap(heading: string, stated: readonly Found<string>[]): number {
  const own = comparable(heading).split(' ');
  const shares = stated.map(({ value }) => {
    const words = new Set(comparable(value).split(' '));
    return own.filter((word) => words.has(word)).length / own.length;
  });
  return Math.max(0, ...shares);
}

const LONGEST_HEADING = 300;

/** Headings that can be the article's: no site's name, no single word that no title of the page has. */
function ownHeadings(
  headings: readonly Found<string>[],
  stated: readonly Found<string>[],
  site: string | null,
  host: string | null,
): Found<string>[] {
  return headings.filter(({ value }) => {
    if (value.length > LONGEST_HEADING || comparable(value) === '') return false;
    const isPart = stated.some((title) => {
      const wanted = comparable(title.value);
      return (
        wanted !== comparable(value) &&
        tails(title.value).some((tail) => comparable(tail) === comparable(value))
      );
    });
    const named =
      namesSite(value, site, host) && !stated.some((title) => comparable(title.value) === comparable(value));
    if (named || isPart) return false;
    return value.split(/\s+/).length >= FEWEST_WORDS || overlap(value, stated) > 0;
  });
}

/**
 * The headline of a page: its own heading before what it states for search engines, best the one that has most words
 * in common with that; without one the stated title, without the site's name.
 * @param host of the page's address, which often tells the site's name
 */
export function choosePageTitle(
  candidates: readonly MetadataCandidate[],
  site: string | null,
  host: string | null,
): Found<string> | null {
  const titles = candidates.filter(({ field, value }) => field === 'title' && value.trim() !== '').map(found);
  const stated = titles.filter(({ source }) => source !== 'heading' && source !== 'text');
  const headings = titles.filter(({ source }) => source === 'heading');
  const own = ownHeadings(headings, stated, site, host);
  let best = own[0];
  for (const heading of own)
    if (overlap(heading.value, stated) > overlap(best!.value, stated) + 0.2) best = heading;
  if (best) return { ...best, value: bare(best.value, site, host) };
  const title = stated[0] ?? titles[0];
  return title ? { ...title, value: bare(title.value, site, host) } : null;
}

/**
 * The headline of a document. A heading that its own title repeats is it, for that is what stands above the text;
 * then what the document says of itself.
 */
export function chooseTitle(
  candidates: readonly MetadataCandidate[],
  site: string | null,
): Found<string> | null {
  const titles = candidates.filter(({ field, value }) => field === 'title' && value.trim() !== '').map(found);
  const stated = titles.filter(({ source }) => source !== 'heading');
  const confirmed = titles.find(({ source, value }) => source === 'heading' && repeats(value, stated));
  const title = confirmed ?? titles[0];
  if (!title) return null;
  const value = withoutSite(title.value, site);
  const beginning =
    stated.length > 0 && title.source === 'title-element' ? (heads(value)[0] ?? value) : value;
  return { ...title, value: beginning.split(/\s+/).length >= FEWEST_WORDS ? beginning : value };
}

function repeats(heading: string, stated: readonly Found<string>[]): boolean {
  const wanted = comparable(heading);
  if (wanted.length < 8) return false;
  return stated.some(({ value }) => {
    const title = comparable(value);
    return title === wanted || title.startsWith(`${wanted} `) || title.endsWith(` ${wanted}`);
  });
}
