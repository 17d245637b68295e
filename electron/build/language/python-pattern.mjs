// Rewrites the tokenizer's Python patterns as JavaScript patterns for the `u` flag (not `v`: the classes hold raw `(`
// and `|`). Alternation order and lookbehind mean the same in both.

/** What Python's str.isspace() accepts; JavaScript's \s lacks U+001C..1F and U+0085 and has U+FEFF. */
const SPACE = '\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000';

/** Escapes that mean a set: [inside a class, outside a class]. */
/** @type {Record<string, [string, string]>} */
const SETS = {
  d: ['\\p{Nd}', '\\p{Nd}'],
  w: ['\\p{L}\\p{N}_', '[\\p{L}\\p{N}_]'],
  s: [SPACE, `[${SPACE}]`],
  S: ['', `[^${SPACE}]`],
};

/** @param {string} letter behind the backslash @param {boolean} inClass @returns {string} */
function escaped(letter, inClass) {
  const set = SETS[letter];
  if (set) {
    if (inClass && set[0] === '') throw new Error(`\\${letter} inside a class has no JavaScript form.`);
    return inClass ? set[0] : set[1];
  }
  if (letter === '-') return inClass ? '\\-' : '-';
  return /[.^$*+?()[\]{}|\\/]/.test(letter) ? `\\${letter}` : letter;
}

/**
 * @param {string} python source of a Python `re` pattern
 * @returns {string} source of the JavaScript pattern that matches the same with the `u` flag
 */
export function toJavaScriptPattern(python) {
  const source = python.startsWith('(?u)') ? python.slice(4) : python;
  let out = '';
  let inClass = false;
  for (let i = 0; i < source.length; i += 1) {
    const character = source.charAt(i);
    if (character !== '\\') {
      if (character === '[' && !inClass) inClass = true;
      else if (character === ']') inClass = false;
      out += character;
      continue;
    }
    const letter = source.charAt(i + 1);
    const digits = letter === 'u' ? 4 : letter === 'U' ? 8 : 0;
    if (digits > 0) {
      const code = source.slice(i + 2, i + 2 + digits);
      out += `\\u{${code.replace(/^0+(?=.)/, '')}}`;
    } else {
      out += escaped(letter, inClass);
    }
    i += 1 + digits;
  }
  new RegExp(out, 'u');
  return out;
}
