import countries from '../data/countries.json';
import demonyms from '../data/demonyms.json';
import { pluralDemonym } from './gazetteers';
import { nameKey } from './name-key';

function demonymPlaces(): Map<string, string> {
  const byKey = new Map<string, string>();
  const add = (demonym: string, place: string): void => {
    for (const form of [demonym, pluralDemonym(demonym)]) {
      if (form && !byKey.has(nameKey(form))) byKey.set(nameKey(form), place);
    }
  };
  for (const [demonym, place] of Object.entries(demonyms.places)) add(demonym, place);
  for (const [plural, demonym] of Object.entries(demonyms.plurals)) {
    const place = (demonyms.places as Record<string, string>)[demonym];
    if (place) byKey.set(nameKey(plural), place);
  }
  for (const row of countries.rows) for (const demonym of row.demonyms) add(demonym, row.name);
  return byKey;
}

const placeByDemonym = demonymPlaces();

/** The place that a people's name belongs to ("Russian": "Russia"), or null. @param key from `nameKey` */
export function placeOfDemonym(key: string): string | null {
  return placeByDemonym.get(key) ?? null;
}
