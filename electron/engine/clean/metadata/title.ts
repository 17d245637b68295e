import type { Found } from '../../../contract';
import type { MetadataCandidate } from '../../read/draft';

/** What stands between a headline and the name of the site behind it. */
const SEPARATOR = /\s+[|·•»:–—-]+\s+|\s*\|\s*/g;
const FEWEST_WORDS = 2;

/** Letters and digits only, lower case, for comparing titles that differ in quotation marks or dashes. */
export function comparable(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function found({ value, source, words }: MetadataCandidate): Found<string> {
  return { value: value.replace(/\s+/g, ' ').trim(), source, ...(words !== undefined && { words }) };
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

/**
 * The headline. A heading that the page's own title repeats is it, for that is what stands above the text; then
 * what the page says of itself, without the site's name.
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
