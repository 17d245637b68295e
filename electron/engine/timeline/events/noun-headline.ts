import { childrenWith, subtree, type Tree } from './tree';
import { capitalised, renderTokens, tidied, wordAt } from './words';

/** Characters that the name of an event may have. */
const LONGEST = 120;

function isClause(dep: string): boolean {
  return (
    dep === 'relcl' ||
    dep === 'appos' ||
    dep === 'parataxis' ||
    dep === 'advcl' ||
    dep === 'conj' ||
    dep === 'cc'
  );
}

/**
 * An event told by a noun, with its date left in: "The 2010 raid on the mill". Null where the noun names neither who
 * nor what ("today's hearing", "the 2001 attacks"): alone it says nothing.
 */
export function nounHeadline(tree: Tree, noun: number): string | null {
  const words = subtree(
    tree,
    noun,
    (token, index) =>
      (isClause(token.dep) && (token.head === noun || !/^(?:conj|cc)$/.test(token.dep))) ||
      (token.dep === 'acl' && index > noun),
  );
  if (!namesSomething(tree, noun, words) || !isDetermined(tree, noun)) return null;
  const text = tidied(renderTokens(tree, words));
  return text.length > LONGEST || text.length === 0 ? null : capitalised(text);
}

/** Besides the noun and the time, a name, a word that tells which kind, or a phrase that tells of what. */
function namesSomething(tree: Tree, noun: number, words: readonly number[]): boolean {
  const kinds = childrenWith(tree, noun, new Set(['compound', 'nmod', 'amod'])).some(
    (child) =>
      /^(?:NN|NNP|NNPS|NNS|JJ)$/.test(tree.tokens[child]?.tag ?? '') && !TIMES.test(wordAt(tree, child)),
  );
  const phrase = childrenWith(tree, noun, new Set(['prep'])).some(
    (child) =>
      /^(?:of|on|against|in|at|between|by|for|over|with)$/.test(wordAt(tree, child)) && hasName(tree, child),
  );
  const owner = childrenWith(tree, noun, new Set(['poss'])).some((child) => hasName(tree, child));
  const name = words.some(
    (index) => tree.tokens[index]?.tag.startsWith('NNP') && !TIMES.test(wordAt(tree, index)),
  );
  return phrase || owner || (kinds && name) || (kinds && isDefinite(tree, noun));
}

const TIMES =
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|today|tomorrow|yesterday|week|month|year|next|last|this|first|second|third|recent|new|latest|spring|summer|autumn|fall|winter|early|late|previous|annual|own|other|same|big|weekend)$/;

/** "the raid", "October's conference", "a 2010 allegation": without an article the words were torn from a name or title. */
function isDetermined(tree: Tree, noun: number): boolean {
  return childrenWith(tree, noun, new Set(['det', 'poss'])).length > 0;
}

function hasName(tree: Tree, root: number): boolean {
  return subtree(tree, root).some(
    (index) => tree.tokens[index]?.tag.startsWith('NNP') === true && !TIMES.test(wordAt(tree, index)),
  );
}

function isDefinite(tree: Tree, noun: number): boolean {
  return childrenWith(tree, noun, new Set(['det'])).some((child) => wordAt(tree, child) === 'the');
}
