import nouns from '../../data/description-nouns.json';
import genders from '../../data/name-genders.json';

/** What a phrase can stand for, as bits. */
export const MEANS = { person: 1, organisation: 2, country: 4, city: 8, region: 16, site: 32 } as const;
/** Any kind of place. */
export const PLACE = MEANS.country | MEANS.city | MEANS.region | MEANS.site;

export type Gender = 'female' | 'male' | 'unknown';

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));
const women = words(genders.female);
const men = words(genders.male);
const womanWords = words(genders.femaleWords);
const manWords = words(genders.maleWords);

const meanings = new Map<string, number>();
for (const [kind, bit] of Object.entries(MEANS)) {
  for (const noun of nouns[kind as keyof typeof MEANS].split(' '))
    meanings.set(noun, (meanings.get(noun) ?? 0) | bit);
}

/** What a noun can stand for, as bits of `MEANS`; 0 when the table does not have it. */
export const meaningOf = (lemma: string): number => meanings.get(lemma) ?? 0;

/** What a title, office or word of kin tells of the person's gender. */
export function genderOfWord(lower: string): Gender {
  return womanWords.has(lower) ? 'female' : manWords.has(lower) ? 'male' : 'unknown';
}

/** What a first name suggests. */
export function genderOfFirstName(name: string): Gender {
  const whole = name.toLowerCase();
  const first = whole.split('-', 1)[0]!;
  return women.has(whole) || women.has(first)
    ? 'female'
    : men.has(whole) || men.has(first)
      ? 'male'
      : 'unknown';
}

/** The classes of third person pronouns, each with a ranker's weights of its own. */
export type PronounClass = 'he' | 'she' | 'it' | 'they';

const CLASS_OF: Record<string, PronounClass> = {
  he: 'he',
  him: 'he',
  his: 'he',
  himself: 'he',
  she: 'she',
  her: 'she',
  hers: 'she',
  herself: 'she',
  it: 'it',
  its: 'it',
  itself: 'it',
  they: 'they',
  them: 'they',
  their: 'they',
  theirs: 'they',
  themselves: 'they',
  themself: 'they',
};

export const pronounClass = (lower: string): PronounClass | null => CLASS_OF[lower] ?? null;

const FIRST_PERSON = new Set(['i', 'me', 'my', 'mine', 'myself']);
const SECOND_PERSON = new Set(['you', 'your', 'yours', 'yourself']);

export const isFirstPerson = (lower: string): boolean => FIRST_PERSON.has(lower);
export const isSecondPerson = (lower: string): boolean => SECOND_PERSON.has(lower);
export const isReflexive = (lower: string): boolean => lower.endsWith('self') || lower.endsWith('selves');
