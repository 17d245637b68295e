import type { Tree } from './tree';

/** Indexes of tokens to show, in text order. */
export type Pick = readonly number[];

export function wordAt(tree: Tree, index: number): string {
  return tree.tokens[index]?.text.toLowerCase() ?? '';
}

/** Tokens that a time or an aside taken out between two words may have had. */
const GAP = 40;
const COMMA_LIKE = /^[,;:–—-]+$/;

/**
 * A comma or dash means nothing once the words beside it are left out, unless it parts what stays on both its sides;
 * brackets always stay as they are.
 */
function isStranded(tree: Tree, picked: ReadonlySet<number>, index: number): boolean {
  const token = tree.tokens[index];
  if (!token || !COMMA_LIKE.test(token.text)) return false;
  if (!picked.has(index + 1)) return true;
  if (picked.has(index - 1)) return false;
  if (/^\d{4}$/.test(wordAt(tree, index - 1)) && tree.tokens[index + 1]?.tag === 'IN') return true;
  let before = index - 1;
  while (before >= 0 && index - before < GAP && !picked.has(before)) before--;
  return !picked.has(before) || COMMA_LIKE.test(tree.tokens[before]?.text ?? '');
}

/**
 * Text of picked tokens: neighbours keep the article's own spacing, gaps become one blank.
 * @param borders commas that stay though the words beside them are left out
 */
export function renderTokens(
  tree: Tree,
  picked: Pick,
  replaced: ReadonlyMap<number, string> = new Map(),
  borders: ReadonlySet<number> = new Set(),
): string {
  const all = new Set(picked);
  let text = '';
  let previous = -1;
  for (const index of picked) {
    const token = tree.tokens[index];
    if (!token || (isStranded(tree, all, index) && !borders.has(index))) continue;
    const adjacent = previous === index - 1;
    const closing = /^(?:['’](?:s|re|ll|ve|d|m|t)?$|n['’]t$|[,.;:%)\]!?”])/i.test(token.text);
    const space = text === '' || (adjacent ? !tree.tokens[previous]?.spaceAfter : closing) ? '' : ' ';
    text += space + (replaced.get(index) ?? token.text).replace(/\s+/g, ' ');
    previous = index;
  }
  return tidied(text);
}

/** Marks that come in pairs; most texts have none, and need no count of them. */
const PAIRED = /[“”()[\]"]/;
const PAIRS: [open: string, close: string][] = [
  ['“', '”'],
  ['(', ')'],
  ['[', ']'],
];

/** Without marks at its ends that belong to nothing, and without quotation marks and brackets that lost their other half. */
export function tidied(text: string): string {
  let tidy = PAIRED.test(text) ? text.replace(/\(\s*\)|\[\s*\]/g, '') : text;
  for (const [open, close] of PAIRED.test(text) ? PAIRS : []) {
    const [opens, closes] = [tidy.split(open).length, tidy.split(close).length];
    if (opens !== closes) tidy = tidy.replaceAll(open, '').replaceAll(close, '');
  }
  if (tidy.split('"').length % 2 === 0) tidy = tidy.replaceAll('"', '');
  return tidy
    .replace(/\s+([,.;:])/g, '$1')
    .replace(/,(?:\s*,)+/g, ',')
    .replace(/^[\s,;:.–—•|*·-]+|[\s,;:–—•|*·-]+$/g, '')
    .replace(/([^.])\.$/, '$1')
    .replace(/\s+/g, ' ')
    .trim();
}

/** With a capital at the start, except before names that begin small: "iOS", "eBay". */
export function capitalised(text: string): string {
  if (/^["“'‘(]?\p{Ll}\p{Lu}/u.test(text)) return text;
  const at = /^["“'‘(]/.test(text) ? 1 : 0;
  return text.slice(0, at) + text.charAt(at).toUpperCase() + text.slice(at + 1);
}

/** Words that only tie a sentence to what stands before it. */
const TIE =
  /^(?:(?:(?:but|and|so|or|yet|however|meanwhile|still|instead|then|also|nevertheless|nonetheless|moreover|furthermore|additionally|similarly|likewise|thus|therefore|indeed|finally|interestingly|notably|importantly|unfortunately|fortunately|sadly|of course|in fact|in particular|in addition|in turn|in short|in other words|in contrast|by contrast|as a result|as such|as well|for example|for instance|for one|after all|at the same time|on the other hand|on top of that|to that end|not surprisingly|unsurprisingly|again|plus|perhaps|well|oh|now)\b,\s+)|(?:but|and|so|or|yet)\s+)+/i;

/** Without "In fact,", "However,", "But": what they tie to stands outside. */
export function withoutOpening(text: string): string {
  const tie = TIE.exec(text)?.[0].length ?? 0;
  return text.length - tie < SHORTEST ? text : text.slice(tie);
}

/** Characters that a headline keeps at least. */
const SHORTEST = 12;
