import type { TaggerInput } from '../features';
import type { NameSpan } from '../name-span';
import type { Clusters } from './clusters';
import type { Form } from './forms';
import { addTo } from './group-by';
import { type Ambiguous, distinct, loneName, type PersonName } from './person-name';
import { genderOfName, genderOfTitle, isSingular, knownHolders, officesAgree, officesOf } from './titles';

/** A lone name whose title speaks for somebody else than those who bear the name in full. */
export interface Apart {
  form: Form;
  /** Whom it might name all the same. */
  fits: Form[];
  reason: string;
}

interface Titled {
  clusters: Clusters;
  spans: readonly NameSpan[];
  input: TaggerInput;
  people: readonly Form[];
  bySurname: ReadonlyMap<string, PersonName[]>;
  byGiven: ReadonlyMap<string, PersonName[]>;
}

/** Titles that go with a first name ("Queen Elizabeth"), which then is nobody's surname. */
const WITH_FIRST_NAME = new Set(
  'king queen prince princess pope saint st sir dame lady lord emperor empress'.split(' '),
);

/**
 * Decides whom a lone name behind a title means ("Vice President Biden"): the bearer of the full name who has that
 * office, or of its sex; somebody else where none fits. `joined` are the forms that need no further look.
 */
export function settleTitled(context: Titled): { ambiguous: Ambiguous; apart: Apart[]; joined: Set<Form> } {
  const { clusters, people, bySurname, byGiven } = context;
  const ambiguous: Ambiguous = new Map();
  const apart: Apart[] = [];
  const joined = new Set<Form>();
  for (const form of people) {
    const name = form.title ? loneName(form) : null;
    if (!form.title || !name) continue;
    const surnames = bySurname.get(name);
    const all = surnames ?? byGiven.get(name);
    if (!all) continue;
    const left = surnames ? bearers(form, name, surnames, context) : sameTitle(form, all, context);
    const fits = distinct(
      clusters,
      left.map((one) => one.form),
    );
    if (!fits)
      apart.push({
        form,
        fits: distinct(
          clusters,
          all.map((one) => one.form),
        )!,
        reason: doubt(form),
      });
    else if (fits.length > 1) ambiguous.set(form, fits);
    else clusters.join(fits[0]!, form, surnames ? 'same surname' : 'first name');
    joined.add(form);
  }
  joinWithoutFullName(context, joined);
  joinApart(clusters, apart);
  return { ambiguous, apart, joined };
}

const doubt = (form: Form): string => `same surname, but “${form.title!.text}” may be somebody else`;

/** Those of the surname whom the title can mean. */
function bearers(
  form: Form,
  surname: string,
  all: readonly PersonName[],
  context: Titled,
): readonly PersonName[] {
  const title = form.title!;
  if (title.kind === 'office') {
    const holders = knownHolders(title.key, surname);
    if (holders) return all.filter(({ given }) => holders.some((holder) => isGiven(given[0]!, holder)));
    const same = all.filter((one) => hasOffice(one, title.key, context));
    if (same.length > 0) return same;
    if (isSingular(title.key)) return [];
  }
  const gender = genderOfTitle(title.key);
  if (!gender) return all;
  const ofGender = all.filter(({ given }) => genderOfName(given[0]!) === gender);
  return ofGender.length > 0 ? ofGender : all.filter(({ given }) => genderOfName(given[0]!) === null);
}

/** "j" and "joseph" may be one given name. */
function isGiven(a: string, b: string): boolean {
  return a === b || (a.length === 1 && b.startsWith(a));
}

/** For a first name behind a title: who is called by that title in full. */
function sameTitle(form: Form, all: readonly PersonName[], context: Titled): readonly PersonName[] {
  if (!WITH_FIRST_NAME.has(form.title!.key)) return bearers(form, '', all, context);
  return all.filter((one) => hasOffice(one, form.title!.key, context));
}

function hasOffice({ form }: PersonName, office: string, { clusters, spans, input }: Titled): boolean {
  const root = clusters.rootOf(form.index);
  const own = clusters.forms.filter((other) => clusters.rootOf(other.index) === root);
  return own.some(({ mentions }) =>
    mentions.some((mention) => officesOf(spans[mention]!, input).some((one) => officesAgree(one, office))),
  );
}

/** Where nobody bears the name in full, all titles before it are one person's, unless two sexes share it. */
function joinWithoutFullName({ clusters, people, bySurname, byGiven }: Titled, joined: Set<Form>): void {
  const groups = new Map<string, Form[]>();
  for (const form of people) {
    const name = loneName(form);
    if (!name || bySurname.has(name) || byGiven.has(name)) continue;
    addTo(groups, form.key, form);
  }
  for (const forms of groups.values()) {
    const genders = new Set(forms.map(({ title }) => title && genderOfTitle(title.key)).filter(Boolean));
    if (forms.length < 2 || genders.size > 1) continue;
    const first = forms.find((form) => !form.title) ?? forms[0]!;
    for (const form of forms) {
      if (form === first) continue;
      clusters.join(first, form, 'same name');
      joined.add(form);
    }
  }
}

/** Of those kept apart, the ones whose titles agree are one person. */
function joinApart(clusters: Clusters, apart: readonly Apart[]): void {
  for (const [i, { form }] of apart.entries()) {
    const earlier = apart
      .slice(0, i)
      .find((other) => other.form.key === form.key && officesAgree(other.form.title!.key, form.title!.key));
    if (earlier) clusters.join(earlier.form, form, 'same title');
  }
}
