import type { TokenRange } from '../../language/document';
import { isVerb } from '../tense';
import { childrenWith, rootOf, subtree, type Tree } from './tree';
import { wordAt } from './words';

const AT = /^(?:on|in|at|during)$/;
/** Behind these the time is one of two, or goes on. */
const GOES_ON = /^(?:and|or|to|until|till|through|-|–|—|\/|when|where|which|of|'s|’s|itself|alone|onwards?)$/;

function liesIn(indexes: readonly number[], range: TokenRange): boolean {
  return indexes.every((index) => index >= range.first && index < range.end);
}

/** What a form of "be" or "last" says of its subject besides a time: without it the time itself is what is told. */
const TOLD = new Set(['attr', 'acomp', 'dobj', 'oprd', 'xcomp', 'ccomp', 'agent', 'prt', 'expl']);
const NEEDS_TIME = /^(?:be|last|continue|date|start|begin|end|run|fall|come|remain|stay|return|go)$/;

/** Whether the verb would be left with nothing to tell. */
function tellsOnlyTime(tree: Tree, verb: number, phrase: TokenRange): boolean {
  const lemma = tree.tokens[verb]?.lemma.toLowerCase() ?? '';
  if (lemma === 'spend' || lemma === 'pass' || lemma === 'mark') return true;
  if (!NEEDS_TIME.test(lemma)) return false;
  const auxiliary = childrenWith(tree, verb, new Set(['auxpass'])).length > 0;
  const told = childrenWith(tree, verb, TOLD).some((child) => child < phrase.first || child >= phrase.end);
  const place = childrenWith(tree, verb, new Set(['prep'])).some(
    (child) => child > verb && (child < phrase.first || child >= phrase.end),
  );
  return lemma === 'be'
    ? !told && !place
    : !told && !place && !auxiliary && /^(?:be|last|date|fall|run)$/.test(lemma);
}

/** A clause that goes on from the verb's own, not one that describes a noun. */
function isClauseOfVerb(tree: Tree, above: number): boolean {
  const token = tree.tokens[above];
  return (
    token !== undefined &&
    isVerb(token) &&
    token.tag !== 'VBG' &&
    /^(?:xcomp|conj|ccomp|advcl|ROOT)$/.test(token.dep)
  );
}

/**
 * The words that tell when, where they can be taken out whole because the date stands beside the headline: an adverbial
 * of the verb, with its "on" or "in", that nothing hangs on and nothing continues. Null: the words stay.
 */
export function removableTime(tree: Tree, time: TokenRange, verb: number): TokenRange | null {
  if (GOES_ON.test(wordAt(tree, time.end))) return null;
  const root = rootOf(tree, time);
  const before = time.first - 1;
  const preposition = AT.test(wordAt(tree, before)) && tree.tokens[root]?.head === before;
  const range = preposition ? { first: before, end: time.end } : time;
  const top = preposition ? before : root;
  if (!liesIn(subtree(tree, top), range)) return null;
  if (
    !preposition &&
    /^(?:ADP|SCONJ)$/.test(tree.tokens[before]?.pos ?? '') &&
    tree.tokens[before]?.dep === 'prep'
  )
    return null;
  if (!preposition && !/^(?:npadvmod|advmod|tmod)$/.test(tree.tokens[root]?.dep ?? '')) return null;
  if (
    /^(?:than|as|sometime|only|just|even|back|until|since|by|from|to|of|between|far|midway|through|throughout|over|within|again|also|later|earlier|early|late)$/.test(
      wordAt(tree, range.first - 1),
    )
  )
    return null;
  if (range.end <= verb && isVerb(tree.tokens[range.first - 1])) return null;
  const above = tree.tokens[top]?.head ?? top;
  if (above !== verb && !isClauseOfVerb(tree, above)) return null;
  return tellsOnlyTime(tree, above, range) ? null : range;
}
