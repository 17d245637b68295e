import { oneEnglish } from '../name-key';
import type { Clusters } from './clusters';
import type { Form } from './forms';
import { addTo, groupBy } from './group-by';
import { countriesNamed, metonymsNamed, organisationsNamed, ownersNamed } from './known-names';
import type { MergeContext, MergeRule } from './rule';
import { joinShortNames, joinShortProducts } from './short-names';

/** Words that an acronym leaves out. */
const SKIPPED = new Set([
  'of',
  'the',
  'and',
  'for',
  'in',
  'on',
  'to',
  'at',
  'de',
  'la',
  'des',
  'du',
  'et',
  '&',
]);

/** Rules for everything but people, in this order. */
export const mergeRules: readonly MergeRule[] = [
  { name: 'same-name', apply: joinSameNames },
  { name: 'countries', apply: joinCountries },
  { name: 'halves', apply: joinHalves },
  { name: 'kinds-of-place', apply: joinKindsOfPlace },
  { name: 'peoples', apply: joinPeoples },
  { name: 'known-organisations', apply: joinKnownOrganisations },
  { name: 'bracketed-acronyms', apply: joinBracketedAcronyms },
  { name: 'acronyms', apply: joinAcronyms },
  { name: 'short-names', apply: joinShortNames },
  { name: 'short-products', apply: joinShortProducts },
  { name: 'metonyms', apply: joinMetonyms },
];

const others = (clusters: Clusters): Form[] => clusters.forms.filter((form) => form.type !== 'PER');
const placesAndOrganisations = (clusters: Clusters): Form[] =>
  clusters.forms.filter((form) => form.type === 'ORG' || form.type === 'LOC');

function joinAll(clusters: Clusters, forms: readonly Form[], reason: string): void {
  const [first, ...rest] = forms;
  for (const form of rest) clusters.join(first!, form, reason);
}

/** One key is one entity, whatever class its mentions got; British and American spelling are one. */
function joinSameNames({ clusters }: MergeContext): void {
  for (const group of groupBy(others(clusters), (form) => oneEnglish(form.key)).values()) {
    joinAll(clusters, group, 'same name');
  }
  const models = clusters.forms.filter(({ type, key }) => type === 'MISC' && /\d/.test(key));
  // "LC 500" and "LC500".
  for (const group of groupBy(models, ({ key }) => key.replace(/(?<=\p{L}) (?=\d)/gu, '')).values())
    joinAll(clusters, group, 'same name');
  const bodies = clusters.forms.filter((form) => form.type === 'ORG' && form.parts.length > 1);
  for (const group of groupBy(bodies, bodyKey).values()) joinAll(clusters, group, 'same name');
}

/** "U.S. Congress" and "United States Congress", "New People Party" and "New People's Party" have the same. */
function bodyKey({ parts }: Form): string {
  for (let n = Math.min(3, parts.length - 1); n > 0; n--) {
    const rows = countriesNamed(parts.slice(0, n).join(' '));
    if (rows.length === 1) return `${rows[0]} ${parts.slice(n).join(' ')}`;
  }
  const singular = (part: string): string => (part.length > 4 ? part.replace(/s$/, '') : part);
  return oneEnglish(parts.length < 3 ? parts.join(' ') : parts.map(singular).join(' '));
}

function joinCountries({ clusters }: MergeContext): void {
  const byRow = new Map<number, Form[]>();
  const unsure: Form[] = [];
  for (const form of placesAndOrganisations(clusters)) {
    const rows = countriesNamed(form.key);
    if (rows.length === 1) addTo(byRow, rows[0]!, form);
    else if (rows.length > 1) unsure.push(form);
  }
  for (const form of unsure) {
    const named = countriesNamed(form.key).filter((row) => byRow.has(row));
    if (named.length === 1) byRow.get(named[0]!)!.push(form);
  }
  for (const forms of byRow.values()) joinAll(clusters, forms, 'another name of the country');
}

/** "the North" where the article names one country of that half ("North Korea"). */
function joinHalves({ clusters }: MergeContext): void {
  const places = placesAndOrganisations(clusters);
  for (const half of places) {
    if (!/^(?:north|south|east|west)$/.test(half.key)) continue;
    const wholes = places.filter(
      ({ key }) => key.startsWith(`${half.key} `) && countriesNamed(key).length > 0,
    );
    if (wholes.length === 1) clusters.join(wholes[0]!, half, 'short for the full name');
  }
}

export const KIND_OF_PLACE =
  /^(?:state|city|town|village|county|province|republic|kingdom|commonwealth|island|isle|emirate|district) of (.+)$/;

const ISLAND = /^(.+) (island|islands|isle)$/;

/** "State of Texas" and "Texas", "Socotra Island" and "Socotra", "Chatham Islands" and "the Chathams". */
function joinKindsOfPlace({ clusters }: MergeContext): void {
  const places = placesAndOrganisations(clusters);
  const byKey = groupBy(places, ({ key }) => key);
  for (const form of places) {
    const island = ISLAND.exec(form.key);
    const bare = KIND_OF_PLACE.exec(form.key)?.[1] ?? island?.[1];
    // Hong Kong Island is a part of Hong Kong.
    if (!bare || (island && countriesNamed(bare).length > 0)) continue;
    const others = [
      ...(byKey.get(bare) ?? []),
      ...((island?.[2] === 'islands' && byKey.get(`${bare}s`)) || []),
    ];
    for (const other of others) clusters.join(other, form, 'the same place');
  }
}

/** "Syrian" and "Syrians" are one people. */
function joinPeoples({ clusters }: MergeContext): void {
  const singular = new Map<string, Form>();
  const peoples = clusters.forms.filter((form) => form.type === 'MISC');
  for (const form of peoples) singular.set(form.key, form);
  for (const form of peoples) {
    const one = form.key.endsWith('s') ? singular.get(form.key.slice(0, -1)) : undefined;
    if (one) clusters.join(one, form, 'plural');
  }
}

function joinKnownOrganisations({ clusters }: MergeContext): void {
  const byRow = new Map<number, Form[]>();
  for (const form of placesAndOrganisations(clusters)) {
    for (const row of organisationsNamed(form.key)) addTo(byRow, row, form);
  }
  for (const forms of byRow.values()) joinAll(clusters, forms, 'another name of the organisation');
}

/** First letters of the words, without small words; "US" style parts count letter by letter. */
export function initialsOf(parts: readonly string[]): string {
  return parts
    .filter((part) => !SKIPPED.has(part))
    .map(initial)
    .join('');
}

const DIGITS: Record<string, string> = {
  one: '1',
  two: '2',
  three: '3',
  four: '4',
  five: '5',
  seven: '7',
  ten: '10',
};
/** The letter that an acronym takes of a word; a number is taken whole ("Formula One", "F1"). */
const initial = (part: string): string => DIGITS[part] ?? (/^\d/.test(part) ? part : part[0]!);

const isAcronym = (form: Form): boolean => /^(?=.*\p{Lu})(?:\p{Lu}\.?|\d){2,8}s?$/u.test(form.text);

/** "Full Name (FN)" and "FN (Full Name)", whether or not the letters fit: the brackets say it. */
function joinBracketedAcronyms({ clusters, spans, words }: MergeContext): void {
  const formOf = new Map<number, Form>();
  for (const form of clusters.forms) for (const mention of form.mentions) formOf.set(mention, form);
  for (let i = 1; i < spans.length; i++) {
    const [a, b] = [spans[i - 1]!, spans[i]!];
    const bracketed =
      b.first === a.end + 1 &&
      words[a.end]!.lexeme.text === '(' &&
      words[b.end]?.lexeme.text === ')' &&
      words[a.first]!.block === words[b.first]!.block;
    if (!bracketed) continue;
    const [x, y] = [formOf.get(i - 1)!, formOf.get(i)!];
    if (x.type === 'PER' || y.type === 'PER' || isAcronym(x) === isAcronym(y)) continue;
    const [short, long] = isAcronym(x) ? [x, y] : [y, x];
    if (short.key.length > 1 && long.parts.length > 1 && sharesLetters(short, long)) {
      clusters.join(long, short, 'its acronym in brackets');
    }
  }
}

/** The acronym's first letter opens a word of the name, and most of its letters open one. */
function sharesLetters(short: Form, long: Form): boolean {
  const letters = new Set(long.parts.map((part) => part[0]));
  const hits = [...short.key.replace(/ /g, '')].filter((letter) => letters.has(letter)).length;
  return hits * 2 > short.key.length;
}

const BODY_OF = /^(?:department|ministry|office|bureau) of /;

function joinAcronyms({ clusters }: MergeContext): void {
  const candidates = others(clusters);
  const byInitials = new Map<string, Form[]>();
  for (const form of candidates) {
    if (form.parts.length < 2 || isAcronym(form)) continue;
    // "HHS" leaves out that it is the Department of Health and Human Services.
    const subject = BODY_OF.test(form.key) ? [initialsOf(form.parts.slice(2))] : [];
    for (const initials of new Set([initialsOf(form.parts), form.parts.map(initial).join(''), ...subject])) {
      if (initials.length < 2) continue;
      addTo(byInitials, initials, form);
    }
  }
  for (const form of candidates) {
    if (!isAcronym(form)) continue;
    const fits = byInitials.get(form.key.replace(/ /g, '')) ?? [];
    const roots = new Set(fits.map((fit) => clusters.rootOf(fit.index)));
    if (roots.size === 1) clusters.join(fits[0]!, form, 'acronym');
  }
}

/** "the Pentagon" where the text also names the Defense Department. */
function joinMetonyms({ clusters }: MergeContext): void {
  const owners = new Map<number, Form>();
  const candidates = placesAndOrganisations(clusters);
  for (const form of candidates) for (const row of ownersNamed(form.key)) owners.set(row, form);
  for (const form of candidates) {
    for (const row of metonymsNamed(form.key)) {
      const owner = owners.get(row);
      if (owner) clusters.join(owner, form, 'its seat, used as its name');
    }
  }
}
