import type { TaggerInput } from '../features';
import type { NameSpan } from '../name-span';
import type { Clusters } from './clusters';
import type { Form } from './forms';
import { addTo, groupBy } from './group-by';
import {
  type Ambiguous,
  distinct,
  givenAgree,
  isRuler,
  loneName,
  type PersonName,
  personName,
} from './person-name';
import { areSpellings, soundKey, withinOneEdit } from './spelling';
import { type Apart, settleTitled } from './titled';

export type { Apart } from './titled';

export interface People {
  clusters: Clusters;
  spans: readonly NameSpan[];
  input: TaggerInput;
}

/**
 * Joins the forms of people: full names with each other, then surnames and first names with full names. A title that
 * speaks for somebody else keeps a surname apart.
 */
export function mergePeople({ clusters, spans, input }: People): { ambiguous: Ambiguous; apart: Apart[] } {
  const people = clusters.forms.filter((form) => form.type === 'PER');
  const full = people.map(personName).filter((name) => name !== null);
  joinFullNames(clusters, full);
  joinMiddleNames(clusters, full);
  joinReversed(clusters, full);
  const bySurname = groupBy(full, (name) => name.surname);
  const byGiven = groupBy(full, (name) => name.given[0]!);
  const { ambiguous, apart, joined } = settleTitled({ clusters, spans, input, people, bySurname, byGiven });
  const apartByName = groupBy(apart, ({ form }) => form.key);
  const lone: Form[] = [];
  for (const form of people) {
    const name = personName(form) || joined.has(form) ? null : loneName(form);
    if (!name) continue;
    const titled = apartByName.get(form.key)?.map((one) => one.form) ?? [];
    const candidates = [...(bySurname.get(name)?.map((one) => one.form) ?? []), ...titled];
    const fits =
      distinct(clusters, candidates) ??
      distinct(clusters, isRuler(form) ? undefined : byGiven.get(name)?.map((n) => n.form));
    if (!fits) lone.push(form);
    else if (fits.length > 1) ambiguous.set(form, fits);
    else clusters.join(fits[0]!, form, bySurname.has(name) ? 'same surname' : 'first name');
  }
  joinSurnameSpellings(clusters, lone, full);
  joinSlips(clusters, lone, full);
  joinSpellings(clusters, [...full.map((n) => n.form), ...lone]);
  return { ambiguous, apart };
}

function joinFullNames(clusters: Clusters, full: readonly PersonName[]): void {
  const groups = groupBy(full, ({ given, surname }) => `${given[0]![0]} ${surname}`);
  for (const group of groups.values()) {
    // The fullest first, so that a short name meets every name it might stand for.
    const ordered = [...group].sort((a, b) => b.form.key.length - a.form.key.length).slice(0, 50);
    for (const [i, name] of ordered.entries()) {
      const fits = ordered.slice(0, i).filter((other) => givenAgree(name.given, other.given));
      const roots = new Set(fits.map((other) => clusters.rootOf(other.form.index)));
      if (roots.size === 1) clusters.join(fits[0]!.form, name.form, reasonOfGiven(name, fits[0]!));
    }
  }
}

/** "Edgar Hoover" is J. Edgar Hoover, where only one of the surname has that middle name and none that first name. */
function joinMiddleNames(clusters: Clusters, full: readonly PersonName[]): void {
  const bySurname = groupBy(full, ({ surname }) => surname);
  for (const name of full) {
    const same = bySurname.get(name.surname)!.slice(0, 50);
    const called = same.filter(
      ({ given }) => given.slice(1).includes(name.given[0]!) && name.given[0]!.length > 1,
    );
    const roots = new Set(called.map(({ form }) => clusters.rootOf(form.index)));
    if (roots.size === 1)
      clusters.join(called[0]!.form, name.form, 'same surname, called by the middle name');
  }
}

/** "Higuchi Ichiyo" and "Ichiyo Higuchi": surname first or last. */
function joinReversed(clusters: Clusters, full: readonly PersonName[]): void {
  const two = full.filter(({ given }) => given.length === 1);
  const byName = new Map(two.map((name) => [`${name.given[0]!} ${name.surname}`, name]));
  for (const name of two) {
    const reversed = byName.get(`${name.surname} ${name.given[0]!}`);
    if (reversed) clusters.join(reversed.form, name.form, 'same names, surname first');
  }
}

function reasonOfGiven(a: PersonName, b: PersonName): string {
  if (a.given.some((g) => g.length === 1) !== b.given.some((g) => g.length === 1))
    return 'same surname, initial';
  return a.given.length === b.given.length ? 'same name' : 'same name, middle name left out';
}

/** Joins a lone name with the one surname in the article that only romanisation sets apart from it. */
function joinSurnameSpellings(clusters: Clusters, lone: readonly Form[], full: readonly PersonName[]): void {
  const bySound = groupBy(full, ({ surname }) => soundKey(surname));
  for (const form of lone) {
    const fits =
      bySound.get(soundKey(form.key))?.filter(({ surname }) => areSpellings(surname, form.key)) ?? [];
    const roots = new Set(fits.map((fit) => clusters.rootOf(fit.form.index)));
    if (roots.size === 1) clusters.join(fits[0]!.form, form, 'other spelling of the surname');
  }
}

/** A lone name one letter short or over of exactly one surname in the article is a slip or another spelling of it. */
function joinSlips(clusters: Clusters, lone: readonly Form[], full: readonly PersonName[]): void {
  const byRest = new Map<string, PersonName[]>();
  const offer = (key: string, name: PersonName): void => {
    addTo(byRest, key, name);
  };
  for (const name of full) for (const key of withoutOneLetter(name.surname)) offer(key, name);
  for (const form of lone) {
    if (form.key.length < 5) continue;
    const near = [form.key, ...withoutOneLetter(form.key)].flatMap((key) => byRest.get(key) ?? []);
    const fits = near.filter(
      ({ surname }) => surname.length > 4 && surname[0] === form.key[0] && withinOneEdit(surname, form.key),
    );
    const roots = new Set(fits.map((fit) => clusters.rootOf(fit.form.index)));
    if (roots.size === 1) clusters.join(fits[0]!.form, form, 'other spelling of the surname');
  }
}

const withoutOneLetter = (key: string): string[] =>
  [...key].map((_, i) => key.slice(0, i) + key.slice(i + 1));

/** Joins names that only romanisation sets apart, where each has been seen in this article. */
function joinSpellings(clusters: Clusters, forms: readonly Form[]): void {
  const groups = groupBy(forms, (form) => soundKey(form.key));
  for (const group of groups.values()) {
    const [first, ...others] = group;
    for (const other of others) {
      if (areSpellings(first!.key, other.key)) clusters.join(first!, other, 'other spelling');
    }
  }
}
