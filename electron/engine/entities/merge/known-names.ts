import countries from '../../data/countries.json';
import metonyms from '../../data/metonyms.json';
import organisations from '../../data/organisations.json';
import { nameKey, oneEnglish } from '../name-key';

function index<T>(rows: readonly T[], names: (row: T) => readonly string[]): Map<string, number[]> {
  const byKey = new Map<string, number[]>();
  for (const [number, row] of rows.entries()) {
    for (const name of new Set(names(row).map((n) => oneEnglish(nameKey(n))))) {
      const list = byKey.get(name);
      if (list) list.push(number);
      else byKey.set(name, [number]);
    }
  }
  return byKey;
}

const countryRows = index(countries.rows, (row) => [row.name, ...row.aliases]);
const organisationRows = index(organisations.rows, (row) => row);
const metonymRows = index(metonyms.rows, (row) => row.metonyms);
const metonymOwners = index(metonyms.rows, (row) => row.organisation);

/** Rows of the table of countries that have this name; more than one for "Congo". */
export const countriesNamed = (key: string): readonly number[] => countryRows.get(oneEnglish(key)) ?? [];
export const organisationsNamed = (key: string): readonly number[] =>
  organisationRows.get(oneEnglish(key)) ?? [];
export const metonymsNamed = (key: string): readonly number[] => metonymRows.get(oneEnglish(key)) ?? [];
export const ownersNamed = (key: string): readonly number[] => metonymOwners.get(oneEnglish(key)) ?? [];

/** The name to show for a country, where the text uses it. */
export const countryName = (row: number): string => countries.rows[row]!.name;
