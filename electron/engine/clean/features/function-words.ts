import table from '../../data/function-words.json';

/** Words that running text is full of and menus are not, of the languages in the table. */
export const FUNCTION_WORDS: ReadonlySet<string> = new Set(
  Object.values(table.languages).flatMap((words) => words.split(' ')),
);
