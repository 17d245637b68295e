import table from '../../data/event-words.json';
import type { TokenRange } from '../../language/document';
import { isVerb } from '../tense';
import { rootOf, type Tree } from './tree';

/** What a time expression dates: a clause by its verb, or a noun that tells an event ("the 1990 invasion"). */
export interface EventHead {
  kind: 'verb' | 'noun';
  token: number;
}

const eventNouns = new Set(table.nouns);
const notNouns = new Set(table.notNouns);
const EVENT_ENDING = /(?:tion|sion|ment|ing)$/;
const MOST_CLIMBS = 40;

function isEventNoun(tree: Tree, at: number): boolean {
  const token = tree.tokens[at];
  const lemma = token?.lemma.toLowerCase() ?? '';
  if (token?.pos !== 'NOUN' && token?.pos !== 'PROPN') return false;
  if (eventNouns.has(lemma)) return true;
  return token.pos === 'NOUN' && EVENT_ENDING.test(lemma) && !notNouns.has(lemma) && lemma.length > 5;
}

/** A verb that heads a clause: not an auxiliary, not an adjective made of a participle ("the following"). */
function isClauseHead(tree: Tree, at: number): boolean {
  const token = tree.tokens[at];
  return token !== undefined && isVerb(token) && !/^(?:aux|auxpass|amod|compound|case|prep)$/.test(token.dep);
}

/** Finds what a time expression dates, climbing the parse from it. Null when it dates nothing that happens. */
export function locateEvent(tree: Tree, expression: TokenRange): EventHead | null {
  let at = rootOf(tree, expression);
  let noun: number | null = null;
  for (let climbs = 0; climbs < MOST_CLIMBS; climbs++) {
    const token = tree.tokens[at];
    if (!token) return null;
    const inside = at >= expression.first && at < expression.end;
    if (!inside && isClauseHead(tree, at))
      return noun === null ? { kind: 'verb', token: at } : nounOrVerb(tree, noun, at);
    if (!inside && noun === null && (token.pos === 'NOUN' || token.pos === 'PROPN')) noun = at;
    if (token.head === at) break;
    at = token.head;
  }
  return noun !== null && isEventNoun(tree, noun) ? { kind: 'noun', token: noun } : null;
}

/**
 * The expression stands at a noun below the verb. An event noun is dated itself; behind any other noun ("the man on
 * Friday") the parser has most often hung an adverbial too low, so the verb is meant; before it ("the 1990 model"), the
 * noun is only described.
 */
function nounOrVerb(tree: Tree, noun: number, verb: number): EventHead | null {
  if (isEventNoun(tree, noun)) {
    const light =
      tree.tokens[noun]?.dep === 'dobj' &&
      /^(?:hold|have|make|take|launch|stage|give)$/.test(tree.tokens[verb]?.lemma ?? '');
    return light ? { kind: 'verb', token: verb } : { kind: 'noun', token: noun };
  }
  const time = (tree.children[noun] ?? []).some((child) => child > noun);
  return time ? { kind: 'verb', token: verb } : null;
}
