import table from '../../data/month-names.json';

/** Month, 1 to 12, of every name in every language; where languages differ the table's first one counts. */
const MONTHS = new Map<string, number>();
for (const names of Object.values(table)) {
  if (typeof names === 'string') continue;
  names.forEach((forms, index) => {
    for (const form of forms.split('|')) if (!MONTHS.has(form)) MONTHS.set(form, index + 1);
  });
}

/** The month that a word names, 1 to 12, or null. Case and a full stop behind it do not matter. */
export function monthOf(word: string): number | null {
  return MONTHS.get(word.normalize('NFC').toLowerCase().replace(/\.$/, '')) ?? null;
}
