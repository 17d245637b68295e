/** Marks over letters ("é", "ğ"), once the letter is decomposed. */
const DIACRITICS = /\p{Mn}/gu;
const POSSESSIVE = /['’]s?$/;
const OUTER_MARKS = /^[\s"'“”‘’`#@(«[]+|[\s"'“”‘’`,;:!?)»\]]+$/g;

/**
 * One key for the spellings of a name that differ only in case, accents, dots, hyphens, quotes, a leading article or
 * a possessive: "the U.S.'s" and "US" have the same.
 */
export function nameKey(name: string): string {
  return foldSpelling(
    name
      .replace(OUTER_MARKS, '')
      .replace(POSSESSIVE, '')
      .replace(/^the\s+/i, ''),
  );
}

const PLAIN = /^\p{ASCII}*$/u;

function plainLetters(text: string): string {
  return text
    .normalize('NFD')
    .replace(DIACRITICS, '')
    .toLowerCase()
    .replace(/ł/g, 'l')
    .replace(/ø/g, 'o')
    .replace(/ı/g, 'i');
}

/** "U. S.", "U. K.", "U. N.", as older print has them. */
const SPACED_LETTERS = /\b(u) ([skn])\b/g;

/** Lower case without accents, dots and hyphens; white space to single spaces. */
export function foldSpelling(text: string): string {
  return (PLAIN.test(text) ? text.toLowerCase() : plainLetters(text))
    .replace(/['’‘`.]/g, '')
    .replace(/[\s\-–]+/g, ' ')
    .replace(SPACED_LETTERS, '$1$2')
    .trim();
}

/** Words that British spelling writes with -our and -re, American with -or and -er. */
const OUR = /\b(arb|arm|behavi|col|endeav|fav|flav|harb|hon|hum|lab|neighb|od|parl|rum|sav|val|vap|vig)our/g;
const RE = /\b(cent|lit|met|theat|fib|sab|lust)re(?=s?\b)/g;

/** British and American spelling made one, in a key: "organisation", "programme", "centre", "defence", "harbour". */
export function oneEnglish(key: string): string {
  return key
    .replace(/isation/g, 'ization')
    .replace(/\bprogramme/g, 'program')
    .replace(RE, '$1er')
    .replace(OUR, '$1or')
    .replace(/\bdefence/g, 'defense')
    .replace(/\bgrey\b/g, 'gray')
    .replace(/ & /g, ' and ');
}
