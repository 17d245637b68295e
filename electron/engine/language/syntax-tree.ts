import type { ParsedText, Token, TokenRange } from './document';

/** A block's parse with what event finding looks up again and again. */
export interface Tree {
  parsed: ParsedText;
  tokens: readonly Token[];
  /** Children of each token, in text order. */
  children: number[][];
}

export function treeOf(parsed: ParsedText): Tree {
  return { parsed, tokens: parsed.tokens, children: childrenOf(parsed) };
}

export function childrenWith(tree: Tree, token: number, deps: ReadonlySet<string>): number[] {
  return (tree.children[token] ?? []).filter((child) => deps.has(tree.tokens[child]?.dep ?? ''));
}

/** No clause or phrase is longer; a tree that is hostile to walk is cut here. */
const MOST_TOKENS = 400;

/** Tokens of the subtree, ascending, at most 400; `skip` cuts branches off. Iterative: a parse may be very deep. */
export function subtree(
  tree: Tree,
  root: number,
  skip: (token: Token, index: number) => boolean = () => false,
): number[] {
  const found: number[] = [];
  const open = [root];
  for (let at = open.pop(); at !== undefined && found.length < MOST_TOKENS; at = open.pop()) {
    found.push(at);
    for (const child of tree.children[at] ?? []) {
      const token = tree.tokens[child];
      if (token && !skip(token, child)) open.push(child);
    }
  }
  return found.sort((a, b) => a - b);
}

/** The first and last token that lie in a range of characters, half open; null when there is none. */
export function tokensIn(parsed: ParsedText, start: number, end: number): TokenRange | null {
  const first = firstTokenEndingAfter(parsed, start);
  let last = first;
  while ((parsed.tokens[last]?.start ?? Number.POSITIVE_INFINITY) < end) last++;
  return last > first ? { first, end: last } : null;
}

/** Binary search: index of the first token that ends behind the offset. */
export function firstTokenEndingAfter(parsed: ParsedText, offset: number): number {
  let low = 0;
  let high = parsed.tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((parsed.tokens[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The sentence that holds the token. */
export function sentenceOf(parsed: ParsedText, token: number): TokenRange {
  let low = 0;
  let high = parsed.sentences.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((parsed.sentences[middle]?.first ?? 0) <= token) low = middle;
    else high = middle - 1;
  }
  return parsed.sentences[low] ?? { first: 0, end: parsed.tokens.length };
}

/** The token of a range whose head lies outside it. */
export function rootOf(tree: Tree, range: TokenRange): number {
  for (let at = range.end - 1; at >= range.first; at--) {
    const head = tree.tokens[at]?.head ?? at;
    if (head < range.first || head >= range.end || head === at) return at;
  }
  return range.end - 1;
}

export function isVerb(token: Token | undefined): boolean {
  return token !== undefined && (token.pos === 'VERB' || token.pos === 'AUX');
}

const known = new WeakMap<ParsedText, number[][]>();

/** Children of every token, in text order; made once for a parse. */
export function childrenOf(parsed: ParsedText): number[][] {
  const children = known.get(parsed) ?? listChildren(parsed);
  known.set(parsed, children);
  return children;
}

function listChildren(parsed: ParsedText): number[][] {
  const children: number[][] = parsed.tokens.map(() => []);
  parsed.tokens.forEach((token, index) => {
    if (token.head !== index) children[token.head]?.push(index);
  });
  return children;
}

export function auxiliaries(parsed: ParsedText, children: readonly number[][], verb: number): Token[] {
  return (children[verb] ?? [])
    .map((child) => parsed.tokens[child])
    .filter((token): token is Token => token?.dep === 'aux' || token?.dep === 'auxpass');
}
