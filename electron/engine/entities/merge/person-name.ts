import titles from '../../data/titles.json';
import { nameKey } from '../name-key';
import type { Clusters } from './clusters';
import type { Form } from './forms';
import { withinOneEdit } from './spelling';

/** Small words inside a surname: "al", "bin", "van", "de la". */
const PARTICLES = new Set(
  'al el ad ash as bin ibn abu bint van von der den de da di du del della la le dos das y ben'.split(' '),
);
const SUFFIXES = new Set([
  'jr',
  'sr',
  'ii',
  'iii',
  'iv',
  ...titles.postnominals.map((word) => word.replace(/\./g, '')),
]);

/** Numbers of rulers; "Malcolm X" is none. */
const REGNAL = /^(?:i{1,3}|iv|vi{1,3}|ix|xi{1,3}|xiv|xvi{0,3})$/;

/** "Charles II" is told apart by his number, so that no Charles with a surname is he. */
export const isRuler = ({ parts }: Form): boolean => parts.length > 1 && REGNAL.test(parts.at(-1)!);

export interface PersonName {
  form: Form;
  /** Names before the surname, initials as one letter. */
  given: string[];
  /** The surname without particles. */
  surname: string;
}

/** A person's names as written, one key each: a hyphenated one ("Ocasio-Cortez") is one name, without its particles. */
function personParts({ text, parts }: Form): string[] {
  if (!/\p{L}[-–]\p{L}/u.test(text)) return parts;
  const names = text.split(/\s+/).map((name) => {
    const words = nameKey(name).split(' ');
    const first = words.findIndex((word) => !PARTICLES.has(word));
    return words.slice(Math.max(first, 0)).join(' ');
  });
  return names.filter(Boolean);
}

/** Not "Jr", nor the number of a ruler behind the name. */
const isNoSuffix = (part: string, i: number): boolean => !SUFFIXES.has(part) && !(i > 0 && REGNAL.test(part));

/** Splits a name of two words or more into given names and surname; null for a single name. */
export function personName(form: Form): PersonName | null {
  const parts = personParts(form).filter(isNoSuffix);
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
  // "George W. Bush" and "George H. W. Bush": where both have middle names, the first of them must agree.
  if (a.length > 1 && b.length > 1 && !agree(a[1]!, b[1]!)) return false;
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
  const parts = personParts(form).filter((part, i) => !PARTICLES.has(part) && isNoSuffix(part, i));
  return parts.length === 1 ? parts[0]! : null;
}

/** Lone names that fit several people, each with those it fits: decided mention by mention. */
export type Ambiguous = Map<Form, Form[]>;

/** One form of each entity among the forms; null for none. */
export function distinct(clusters: Clusters, forms: readonly Form[] | undefined): Form[] | null {
  if (!forms || forms.length === 0) return null;
  return [...new Map(forms.map((form) => [clusters.rootOf(form.index), form])).values()];
}
