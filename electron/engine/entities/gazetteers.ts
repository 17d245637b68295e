import countries from '../data/countries.json';
import demonyms from '../data/demonyms.json';
import firstNames from '../data/first-names.json';
import nameWords from '../data/name-words.json';
import organisations from '../data/organisations.json';
import places from '../data/places.json';
import titles from '../data/titles.json';
import type { Lexeme } from './lexeme';
import type { Word } from './words';

/** What tables say of a word or phrase; several may hold at once. */
export const KIND = {
  country: 1,
  place: 2,
  demonym: 4,
  organisation: 8,
  firstName: 16,
  honorific: 32,
  role: 64,
  organisationWord: 128,
  placeWord: 256,
  calendar: 512,
  otherWord: 1024,
} as const;

/** Longest phrase looked up, in words. */
const LONGEST = 7;

/** Splits a table's phrase as the tokeniser would: at spaces, hyphens between letters, commas and before 's. */
export function phraseWords(phrase: string): string[] {
  return phrase
    .toLowerCase()
    .replace(/’/g, "'")
    .replace(/(?<=\p{L})-(?=\p{L})/gu, ' - ')
    .replace(/,/g, ' ,')
    .replace(/'s?(?=\s|$)/g, (s) => ` ${s}`)
    .split(/\s+/)
    .filter(Boolean);
}

/** The plural of an English demonym, where one is made by rule. */
export function pluralDemonym(demonym: string): string | null {
  return /(?:s|sh|ch|ese|z)$/.test(demonym) ? null : `${demonym}s`;
}

function allDemonyms(): string[] {
  const base = [
    ...countries.rows.flatMap((row) => row.demonyms),
    ...Object.keys(demonyms.places),
    ...demonyms.groups,
    ...Object.keys(demonyms.plurals),
  ];
  return base.flatMap((form) => {
    const plural = pluralDemonym(form);
    return plural ? [form, plural] : [form];
  });
}

class PhraseTable {
  readonly #kinds = new Map<string, number>();
  readonly #openings = new Set<string>();

  add(phrase: string, kind: number): void {
    let key = '';
    for (const word of phraseWords(phrase)) {
      if (key !== '') this.#openings.add(key);
      key = key === '' ? word : `${key} ${word}`;
    }
    this.#kinds.set(key, (this.#kinds.get(key) ?? 0) | kind);
  }

  kinds(key: string): number {
    return this.#kinds.get(key) ?? 0;
  }

  opens(key: string): boolean {
    return this.#openings.has(key);
  }
}

function namesTable(): PhraseTable {
  const table = new PhraseTable();
  for (const row of countries.rows) {
    for (const name of [row.name, ...row.aliases]) table.add(name, KIND.country);
    for (const capital of row.capitals) table.add(capital, KIND.place);
  }
  for (const list of [places.regions, places.divisions, places.cities, places.waters, places.planets]) {
    for (const name of list) table.add(name, KIND.place);
  }
  for (const row of organisations.rows) for (const name of row) table.add(name, KIND.organisation);
  for (const demonym of allDemonyms()) table.add(demonym, KIND.demonym);
  for (const name of firstNames.names.split(' ')) table.add(name, KIND.firstName);
  return table;
}

function commonTable(): PhraseTable {
  const table = new PhraseTable();
  for (const word of titles.honorifics) table.add(word, KIND.honorific);
  for (const word of titles.roles) table.add(word, KIND.role);
  for (const word of nameWords.organisation) table.add(word, KIND.organisationWord);
  for (const word of nameWords.place) table.add(word, KIND.placeWord);
  for (const word of nameWords.other) table.add(word, KIND.otherWord);
  for (const word of nameWords.calendar) table.add(word, KIND.calendar);
  return table;
}

/** Names are looked up only where a capital letter stands; words that tell a type also in lower case. */
const names = namesTable();
const common = commonTable();

/** For each word the kinds of the phrase that begins there and of those that run on over it. */
export interface GazetteerMarks {
  begins: Int32Array;
  inside: Int32Array;
  /** Index behind the longest name of the tables that begins at a word; 0 where none does. */
  nameEnds: Int32Array;
}

/** Looks up every phrase of the tables in the words; the longest phrase at a place wins within its table. */
export function markGazetteers(words: readonly Word[]): GazetteerMarks {
  const begins = new Int32Array(words.length);
  const inside = new Int32Array(words.length);
  const nameEnds = new Int32Array(words.length);
  for (let i = 0; i < words.length; i++) {
    if (words[i]!.lexeme.hasCapital || words[i]!.label !== '') {
      nameEnds[i] = markLongest(names, words, i, begins, inside);
    }
    if (mayBeCommon(words[i]!.lexeme)) markLongest(common, words, i, begins, inside);
  }
  return { begins, inside, nameEnds };
}

/** Whether a phrase of the table of common words can begin with the form; asked once for each form. */
function mayBeCommon(lexeme: Lexeme): boolean {
  lexeme.mayBeCommon ??= common.kinds(lexeme.lower) !== 0 || common.opens(lexeme.lower);
  return lexeme.mayBeCommon;
}

function markLongest(
  table: PhraseTable,
  words: readonly Word[],
  start: number,
  begins: Int32Array,
  inside: Int32Array,
): number {
  const block = words[start]!.block;
  let key = words[start]!.lexeme.lower;
  let length = 1;
  let kinds = table.kinds(key);
  for (let n = 1; n < LONGEST && table.opens(key); n++) {
    const next = words[start + n];
    if (!next || next.block !== block) break;
    key = `${key} ${next.lexeme.lower}`;
    const longer = table.kinds(key);
    if (longer === 0) continue;
    kinds = longer;
    length = n + 1;
  }
  if (kinds === 0) return 0;
  begins[start] = begins[start]! | kinds;
  for (let n = 1; n < length; n++) inside[start + n] = inside[start + n]! | kinds;
  return start + length;
}
