import type { Clusters } from './clusters';
import type { Form } from './forms';
import { groupBy } from './group-by';
import { areSpellings, soundKey, withinOneEdit } from './spelling';

/** Small words inside a surname: "al", "bin", "van", "de la". */
const PARTICLES = new Set(
  'al el ad ash as bin ibn abu bint van von der den de da di du del della la le dos das y ben'.split(' '),
);
const SUFFIXES = new Set(['jr', 'sr', 'ii', 'iii', 'iv']);

export interface PersonName {
  form: Form;
  /** Names before the surname, initials as one letter. */
  given: string[];
  /** The surname without particles. */
  surname: string;
}

/** Splits a key of two words or more into given names and surname; null for a single name. */
export function personName(form: Form): PersonName | null {
  const parts = form.parts.filter((part) => !SUFFIXES.has(part));
  const surname = parts.at(-1) ?? '';
  const given = parts.slice(0, -1).filter((part) => !PARTICLES.has(part));
  return given.length === 0 || surname === '' ? null : { form, given, surname };
}

/** Given names agree when each is the other's or its initial; one may have a middle name that the other lacks. */
export function givenAgree(a: readonly string[], b: readonly string[]): boolean {
  const agree = (x: string, y: string): boolean =>
    x === y ||
    (x.length > 4 && x[0] === y[0] && withinOneEdit(x, y)) ||
    (x.length === 1 && y.startsWith(x)) ||
    (y.length === 1 && x.startsWith(y));
  if (!agree(a[0]!, b[0]!)) return false;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  let from = 0;
  for (const name of short) {
    const at = long.findIndex((other, i) => i >= from && agree(name, other));
    if (at < 0) return false;
    from = at + 1;
  }
  return true;
}

/** A person's surname alone without particles, or the single name itself. */
export function loneName(form: Form): string | null {
  const parts = form.parts.filter((part) => !PARTICLES.has(part) && !SUFFIXES.has(part));
  return parts.length === 1 ? parts[0]! : null;
}

/** Lone names that fit several people, each with those it fits: decided mention by mention. */
export type Ambiguous = Map<Form, Form[]>;

/** Joins the forms of people: full names with each other, then surnames and first names with full names. */
export function mergePeople(clusters: Clusters): Ambiguous {
  const people = clusters.forms.filter((form) => form.type === 'PER');
  const full = people.map(personName).filter((name) => name !== null);
  joinFullNames(clusters, full);
  const bySurname = groupBy(full, (name) => name.surname);
  const byGiven = groupBy(full, (name) => name.given[0]!);
  const ambiguous: Ambiguous = new Map();
  const lone: Form[] = [];
  for (const form of people) {
    const name = personName(form) ? null : loneName(form);
    if (!name) continue;
    const fits = distinct(clusters, bySurname.get(name)) ?? distinct(clusters, byGiven.get(name));
    if (!fits) lone.push(form);
    else if (fits.length > 1) ambiguous.set(form, fits);
    else clusters.join(fits[0]!, form, bySurname.has(name) ? 'same surname' : 'first name');
  }
  joinSurnameSpellings(clusters, lone, full);
  joinSlips(clusters, lone, full);
  joinSpellings(clusters, [...full.map((n) => n.form), ...lone]);
  return ambiguous;
}

function distinct(clusters: Clusters, names: readonly PersonName[] | undefined): Form[] | null {
  if (!names || names.length === 0) return null;
  const roots = new Map(names.map(({ form }) => [clusters.rootOf(form.index), form]));
  return [...roots.values()];
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
    byRest.set(key, [...(byRest.get(key) ?? []), name]);
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
