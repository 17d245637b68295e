/** Letters that Unicode does not take apart, by the plain ones a person types for them. */
const plainLetters: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
};

/** Signs that a keyboard has one key for. */
const plainSigns: readonly (readonly [RegExp, string])[] = [
  [/[‘’‚‛′ʼ`´]/u, "'"],
  [/[“”„‟″«»]/u, '"'],
  [/[‐‑‒–—―−]/u, '-'],
  [/[\u00AD\u200B-\u200F\u2060\uFEFF]/u, ''],
];

/** A text made plain for comparing, and for each of its UTF-16 units the offset in the text it was made from. */
export interface Folded {
  text: string;
  /** One more entry than units: the last is the length of the source. */
  offsets: number[];
}

/** Most text is ASCII, where only capitals and the grave accent change. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: the range of ASCII begins with them
const CHANGES = /[^\u0000-\u007f]|[A-Z`\s]/u;

function plain(character: string): string {
  if (/\s/u.test(character)) return ' ';
  for (const [pattern, sign] of plainSigns) if (pattern.test(character)) return sign;
  const bare = character.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return plainLetters[bare] ?? bare;
}

/** Without regard to case, diacritics, the kind of quotation mark, apostrophe, dash or space, and what is invisible. */
export function fold(source: string): Folded {
  let text = '';
  const offsets: number[] = [];
  let at = 0;
  for (const character of source) {
    const folded = CHANGES.test(character) ? plain(character) : character;
    text += folded;
    for (let unit = 0; unit < folded.length; unit += 1) offsets.push(at);
    at += character.length;
  }
  offsets.push(source.length);
  return { text, offsets };
}

/** A hit that ends inside a letter taken apart ("f" of "ﬁ") holds the whole letter. */
function offsetBehind(offsets: readonly number[], index: number): number {
  const last = offsets[index - 1] ?? 0;
  let at = index;
  while (offsets[at] === last) at += 1;
  return offsets[at] ?? last;
}

/**
 * Where the words stand in a text, as UTF-16 units of it, half open; white space between them may be any. A mark that
 * combines with the last letter belongs to the hit.
 * @param most hits wanted at most
 */
export function occurrencesIn(folded: Folded, words: string, most: number): { start: number; end: number }[] {
  const wanted = fold(words).text.trim();
  if (wanted === '') return [];
  const pattern = new RegExp(wanted.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/ +/g, ' +'), 'gu');
  const found: { start: number; end: number }[] = [];
  for (const match of folded.text.matchAll(pattern)) {
    const start = folded.offsets[match.index] ?? 0;
    const end = offsetBehind(folded.offsets, match.index + match[0].length);
    found.push({ start, end });
    if (found.length >= most) break;
  }
  return found;
}
