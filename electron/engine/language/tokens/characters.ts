/** What counts as white space, as a letter and as a digit when the model was trained: Python's str methods. */

const WHITE_SPACE = new Set([
  0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x1c, 0x1d, 0x1e, 0x1f, 0x20, 0x85, 0xa0, 0x1680, 0x2000, 0x2001, 0x2002,
  0x2003, 0x2004, 0x2005, 0x2006, 0x2007, 0x2008, 0x2009, 0x200a, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000,
]);

/** str.isdigit() accepts these beside the decimal digits \p{Nd}: superscripts, circled digits and the like. */
const OTHER_DIGITS: readonly (readonly [number, number])[] = [
  [0xb2, 0xb3],
  [0xb9, 0xb9],
  [0x1369, 0x1371],
  [0x19da, 0x19da],
  [0x2070, 0x2070],
  [0x2074, 0x2079],
  [0x2080, 0x2089],
  [0x2460, 0x2468],
  [0x2474, 0x247c],
  [0x2488, 0x2490],
  [0x24ea, 0x24ea],
  [0x24f5, 0x24fd],
  [0x24ff, 0x24ff],
  [0x2776, 0x277e],
  [0x2780, 0x2788],
  [0x278a, 0x2792],
  [0x10a40, 0x10a43],
  [0x10e60, 0x10e68],
  [0x11052, 0x1105a],
  [0x1f100, 0x1f10a],
];

const LETTER = /\p{L}/u;
const UPPER_CASE = /\p{Lu}/u;
const DECIMAL_DIGIT = /\p{Nd}/u;
const ONLY_LETTERS = /^\p{L}+$/u;

/** @param code a UTF-16 code unit (all white space lies in the basic plane) */
export function isWhiteSpace(code: number): boolean {
  if (code > 0x20 && code < 0x85) return false;
  return WHITE_SPACE.has(code);
}

/** str.isalpha(): not empty and nothing but letters. */
export function isAlphabetic(text: string): boolean {
  return ONLY_LETTERS.test(text);
}

function shapeOf(character: string): string {
  const code = character.codePointAt(0)!;
  if (code < 0x80) {
    if (code >= 0x61 && code <= 0x7a) return 'x';
    if (code >= 0x41 && code <= 0x5a) return 'X';
    return code >= 0x30 && code <= 0x39 ? 'd' : character;
  }
  if (LETTER.test(character)) return UPPER_CASE.test(character) ? 'X' : 'x';
  if (DECIMAL_DIGIT.test(character)) return 'd';
  return OTHER_DIGITS.some(([first, last]) => code >= first && code <= last) ? 'd' : character;
}

/** "Obama" to "Xxxxx", "1990s" to "ddddx"; a run of one shape character is cut at four (spaCy's word_shape). */
export function wordShape(text: string): string {
  if (text.length >= 200 || (text.length >= 100 && [...text].length >= 100)) return 'LONG';
  let shape = '';
  let last = '';
  let run = 0;
  for (const character of text) {
    const next = shapeOf(character);
    run = next === last ? run + 1 : 1;
    last = next;
    if (run <= 4) shape += next;
  }
  return shape;
}

/** First code point. */
export function prefixOf(text: string): string {
  return String.fromCodePoint(text.codePointAt(0) ?? 0xfffd);
}

/** Last three code points, or the whole text when it is shorter. */
export function suffixOf(text: string): string {
  return [...text.slice(-6)].slice(-3).join('');
}
