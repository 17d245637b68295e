import nameGenders from '../../data/name-genders.json';
import officeHolders from '../../data/office-holders.json';
import type { TaggerInput } from '../features';
import { KIND } from '../gazetteers';
import { foldSpelling } from '../name-key';
import type { NameSpan } from '../name-span';
import { roleOf } from '../roles';

/** What stands before a person's name and tells who is meant. */
export interface Title {
  /** One key for spellings of the title: "vice president", "senator", "mr". */
  key: string;
  /** The words as the text has them. */
  text: string;
  kind: 'office' | 'honorific';
}

/** Words that say when somebody held an office, not which one. */
const TIMES = new Set('former ex then late acting interim outgoing incoming'.split(' '));
/** Words that narrow an office; without them it may still be the same one ("Minister", "Foreign Minister"). */
const NARROWING = new Set(
  'foreign defence defense finance interior health energy justice education press high special chief senior executive managing supreme lieutenant major brigadier rear state of'.split(
    ' ',
  ),
);
const SAME_OFFICE: Record<string, string> = {
  sen: 'senator',
  rep: 'representative',
  congressman: 'representative',
  congresswoman: 'representative',
  gov: 'governor',
  pres: 'president',
  gen: 'general',
  col: 'colonel',
  capt: 'captain',
  lt: 'lieutenant',
  sgt: 'sergeant',
  maj: 'major',
  adm: 'admiral',
  prof: 'professor',
  amb: 'ambassador',
  det: 'detective',
  insp: 'inspector',
  premier: 'prime minister',
  ceo: 'chief executive',
  'secretary general': 'secretary-general',
  'president elect': 'president',
  'president-elect': 'president',
};
const MALE = new Set(
  'mr sir lord king prince duke father brother monsieur herr baron count emperor sultan congressman chairman spokesman actor'.split(
    ' ',
  ),
);
const FEMALE = new Set(
  'mrs ms miss lady queen princess duchess sister dame madam mme frau baroness countess empress congresswoman chairwoman spokeswoman actress'.split(
    ' ',
  ),
).add('first lady');

/** The title directly before a name, or null. Honorifics that say nothing of who is meant ("Dr") count too. */
export function titleBefore(span: NameSpan, { document, gazetteers }: TaggerInput): Title | null {
  const { words } = document;
  const name = words[span.first]!;
  let first = span.first;
  let kinds = 0;
  while (first > 0) {
    const word = words[first - 1]!;
    const own =
      (gazetteers.begins[first - 1]! | gazetteers.inside[first - 1]!) & (KIND.role | KIND.honorific);
    if (own === 0 || word.sentence !== name.sentence || word.block !== name.block) break;
    kinds |= own;
    first--;
  }
  if (first === span.first) return null;
  const title = words.slice(first, span.first);
  const text = title.map((word, i) => (i > 0 && word.spaceBefore ? ' ' : '') + word.lexeme.text).join('');
  return { key: officeKey(text), text, kind: kinds & KIND.role ? 'office' : 'honorific' };
}

/** One key for an office's spellings. */
export function officeKey(text: string): string {
  const key = foldSpelling(text)
    .split(' ')
    .filter((word) => !TIMES.has(word))
    .join(' ');
  return SAME_OFFICE[key] ?? key;
}

/** The offices that the text gives a person named in full, before or behind the name. */
export function officesOf(span: NameSpan, input: TaggerInput): string[] {
  const before = titleBefore(span, input);
  const role = roleOf(span, input);
  const offices = before?.kind === 'office' ? [before.key] : [];
  if (!role) return offices;
  const { words } = input.document;
  let phrase = '';
  for (let i = role.first; i <= role.end; i++) {
    const marks = i < role.end ? input.gazetteers.begins[i]! | input.gazetteers.inside[i]! : 0;
    if (marks & KIND.role) phrase += ` ${words[i]!.lexeme.text}`;
    else if (phrase) {
      offices.push(officeKey(phrase));
      phrase = '';
    }
  }
  return offices;
}

/** Whether two offices may be one: equal, or one the narrower name of the other ("Minister", "Foreign Minister"). */
export function officesAgree(a: string, b: string): boolean {
  if (a === b) return true;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  const narrowing = long.endsWith(` ${short}`)
    ? long.slice(0, -short.length)
    : long.startsWith(`${short} `)
      ? long.slice(short.length)
      : null;
  return (
    narrowing
      ?.trim()
      .split(' ')
      .every((word) => NARROWING.has(word)) ?? false
  );
}

export type Gender = 'female' | 'male';

export function genderOfTitle(key: string): Gender | null {
  return MALE.has(key) ? 'male' : FEMALE.has(key) ? 'female' : null;
}

const FEMALE_NAMES = new Set(nameGenders.female.split(' '));
const MALE_NAMES = new Set(nameGenders.male.split(' '));

/** Only where the given name is nearly always one sex's. @param given folded, lower case */
export function genderOfName(given: string): Gender | null {
  return FEMALE_NAMES.has(given) ? 'female' : MALE_NAMES.has(given) ? 'male' : null;
}

const holders = new Map<string, string[]>();
for (const [office, rows] of Object.entries(officeHolders)) {
  if (typeof rows === 'string') continue;
  for (const row of rows) {
    const [surname = '', ...given] = row.split(' ');
    holders.set(`${office} ${surname}`, given);
  }
}

const holderSurnames = new Set([...holders.keys()].map((key) => key.slice(key.lastIndexOf(' ') + 1)));

/** Somebody of this surname is in the table of office holders: the word alone may well name a person. */
export const isHolderSurname = (lower: string): boolean => holderSurnames.has(lower);

/** Given names of those of the surname who are known to have held the office; null where the table has none. */
export function knownHolders(office: string, surname: string): readonly string[] | null {
  return holders.get(`${office} ${surname}`) ?? null;
}

/** Offices that one person holds at a time and whose holder's family is in the news too. */
const SINGULAR = new Set([
  'president',
  'vice president',
  'prime minister',
  'first lady',
  'king',
  'queen',
  'prince',
  'princess',
  'pope',
  'secretary-general',
]);

export const isSingular = (office: string): boolean => SINGULAR.has(office);
