import table from '../../data/name-genders.json';

const female = new Set(table.female.split(' '));
const male = new Set(table.male.split(' '));

/** Whether "he" or "she" can mean a person of that name, as far as the given name tells. */
export function mayBeCalled(pronoun: string, name: string): boolean {
  const given =
    name
      .toLowerCase()
      .split(/\s+/)
      .find((word) => female.has(word) || male.has(word)) ?? '';
  if (/^(?:she|her|hers)$/i.test(pronoun)) return !male.has(given);
  return !/^(?:he|his|him)$/i.test(pronoun) || !female.has(given);
}
