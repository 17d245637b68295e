import nameWords from '../../data/name-words.json';
import { placeOfDemonym } from '../group-places';
import type { Form } from './forms';
import { addTo } from './group-by';
import { countriesNamed } from './known-names';
import type { MergeContext } from './rule';

const ORGANISATION_WORDS = new Set(nameWords.organisation);

/**
 * A shorter name that is the opening of one fuller name whose other words only say what kind of body it is
 * ("Harvard", "Harvard University"), or its end without the country ("State Department", "US State Department").
 */
export function joinShortNames({ clusters }: MergeContext): void {
  const byShort = new Map<string, Form[]>();
  const offer = (key: string, form: Form): void => {
    addTo(byShort, key, form);
  };
  for (const form of clusters.forms) {
    if (form.type !== 'ORG' || form.parts.length < 2) continue;
    for (let n = form.parts.length - 1; n > 0 && saysWhatKind(form.parts[n]!); n--) {
      offer(form.parts.slice(0, n).join(' '), form);
    }
    for (let n = 1; n < form.parts.length; n++) offer(form.parts.slice(n).join(' '), form);
    if (form.parts[1] === 'of' && ORGANISATION_WORDS.has(form.parts[0]!)) offer(form.parts[0]!, form);
  }
  for (const form of clusters.forms) {
    if (form.type !== 'ORG' || countriesNamed(form.key).length > 0) continue;
    const fits = byShort.get(form.key) ?? [];
    const roots = new Set(fits.map((fit) => clusters.rootOf(fit.index)));
    if (roots.size === 1) clusters.join(fits[0]!, form, 'short for the full name');
  }
}

/** Words that a short name may leave out behind it. */
const MOST_LEFT_OUT = 2;

/**
 * "QuickFrame" where the article names one QuickFrame AI: a product, a work or the like whose short name opens exactly
 * one longer one. Two longer ones (iPhone 14, iPhone 15) leave it to itself.
 */
export function joinShortProducts({ clusters }: MergeContext): void {
  const named = clusters.forms.filter((form) => form.type === 'MISC' && placeOfDemonym(form.key) === null);
  const longer = new Map<string, Form[]>();
  const makers = new Set(clusters.forms.filter(({ type }) => type === 'ORG').map(({ key }) => key));
  for (const form of named) {
    if (/\s\p{Ll}/u.test(form.text)) continue; // "Ruby on Rails" is no longer name of Ruby.
    // "Chromebook 516" beside "Acer Chromebook 516", where the article names Acer.
    const [maker = '', ...own] = form.parts;
    if (own.length > 0 && makers.has(maker))
      longer.set(own.join(' '), [...(longer.get(own.join(' ')) ?? []), form]);
    for (let n = Math.max(1, form.parts.length - MOST_LEFT_OUT); n < form.parts.length; n++) {
      const short = form.parts.slice(0, n).join(' ');
      addTo(longer, short, form);
    }
  }
  for (const form of named) {
    const longers = longer.get(form.key) ?? [];
    const roots = new Set(longers.map(({ index }) => clusters.rootOf(index)));
    // A name that the article uses oftener than the longer one is more than its short form: Java, Java Beans.
    const uses = longers.reduce((sum, { mentions }) => sum + mentions.length, 0);
    if (roots.size === 1 && form.mentions.length <= uses)
      clusters.join(longer.get(form.key)![0]!, form, 'short for the full name');
  }
}

/** With these behind it a name is another body's: Google News is not Google, the Washington Post no Washington. */
const NAMES_ANOTHER = new Set(
  'news times post herald tribune gazette journal press museum library church hospital court police records studios'.split(
    ' ',
  ),
);

/** Words behind a name that only say what body it is: "Bank", "Inc", "F1 team". */
const saysWhatKind = (part: string): boolean =>
  (ORGANISATION_WORDS.has(part) && !NAMES_ANOTHER.has(part)) ||
  /^(?:&|and|co)$/.test(part) || // "McKinsey & Company"
  part === 'racing' ||
  part === 'technology' ||
  /^[a-z]\d$/.test(part);
