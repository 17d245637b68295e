import { decodeHTML } from 'entities';
import type { Found } from '../../../contract';
import type { MetadataCandidate } from '../../read/draft';
import { namesSite } from './title';

const LONGEST_SITE = 120;
/** Words of a name; what a page gives as its name and is longer is mostly a slogan. */
const LONGEST_NAME = 5;
const BETWEEN = /\s+[|·•»:–—-]+\s+|\s*\|\s*/;

/** The part of a stated name that the address tells, without the slogan beside it; null when it tells none. */
function toldByAddress(value: string, host: string | null): string | null {
  return value.split(BETWEEN).find((part) => part.length < 60 && namesSite(part, null, host)) ?? null;
}

/**
 * The site's name among what the page states: best one that its address tells too, cut out of the slogan it stands in;
 * a slogan alone gives way to the address.
 */
export function chooseSite(candidates: readonly MetadataCandidate[]): Found<string> | null {
  const sites = candidates
    .filter(({ field, value }) => field === 'site' && value.trim() !== '' && value.length <= LONGEST_SITE)
    .map((candidate) => ({ ...candidate, value: decodeHTML(candidate.value).trim() }));
  const address = sites.find(({ source }) => source === 'url');
  const stated = sites.filter(({ source }) => source !== 'url');
  const found = ({ source, words }: MetadataCandidate, value: string): Found<string> => ({
    value,
    source,
    ...(words !== undefined && { words }),
  });
  for (const candidate of stated) {
    const name = toldByAddress(candidate.value, address?.value ?? null);
    const isShort = name !== null && (name !== candidate.value || name.split(/\s+/).length <= LONGEST_NAME);
    if (isShort) return found(candidate, name);
  }
  const name = stated.find(({ value }) => value.split(/\s+/).length <= LONGEST_NAME);
  const chosen = name ?? address ?? stated[0];
  return chosen ? found(chosen, chosen.value) : null;
}
