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

/** A noun for what takes place: "raid", "election", or one made of a verb. */
export function isEventNoun(tree: Tree, at: number): boolean {
  const token = tree.tokens[at];
  const lemma = token?.lemma.toLowerCase() ?? '';
  if (token?.pos !== 'NOUN' && token?.pos !== 'PROPN') return false;
  if (eventNouns.has(lemma)) return true;
  return token.pos === 'NOUN' && EVENT_ENDING.test(lemma) && !notNouns.has(lemma) && lemma.length > 5;
}

/**
 * A verb that heads a clause: not an auxiliary, not an adjective made of a participle ("the following"), not a bare
 * participle: in "posted a picture of him holding a shirt on Friday" the posting is dated.
 */
function isClauseHead(tree: Tree, at: number): boolean {
  const token = tree.tokens[at];
  if (!token || !isVerb(token) || /^(?:aux|auxpass|amod|compound|case|prep)$/.test(token.dep)) return false;
  const isBare =
    token.tag === 'VBG' &&
    !(tree.children[at] ?? []).some((child) => /^aux/.test(tree.tokens[child]?.dep ?? ''));
  const noun = tree.tokens[token.head];
  const isOfAgent = token.dep === 'acl' && noun?.dep === 'pobj' && tree.tokens[noun.head]?.dep === 'agent';
  return !isOfAgent && !(isBare && /^(?:acl|ccomp)$/.test(token.dep));
}

/** Finds what a time expression dates, climbing the parse from it. Null when it dates nothing that happens. */
export function locateEvent(tree: Tree, expression: TokenRange): EventHead | null {
  let at = rootOf(tree, expression);
  let noun: number | null = null;
  for (let climbs = 0; climbs < MOST_CLIMBS; climbs++) {
    const token = tree.tokens[at];
    if (!token) return null;
    const inside = at >= expression.first && at < expression.end;
    const until = inside ? null : notUntil(tree, expression, at);
    if (until !== null) return { kind: 'verb', token: until };
    const said = inside ? null : sayingVerb(tree, expression, at);
    if (said !== null) return { kind: 'verb', token: said };
    if (!inside && isClauseHead(tree, at))
      return noun === null ? { kind: 'verb', token: at } : nounOrVerb(tree, expression, noun, at);
    if (!inside && noun === null && (token.pos === 'NOUN' || token.pos === 'PROPN')) noun = at;
    if (token.head === at) break;
    at = token.head;
  }
  return noun !== null && isEventNoun(tree, noun) ? { kind: 'noun', token: noun } : null;
}

/** "did not find it until 1991": what is denied before 1991 is told of 1991, wherever the parser hung the time. */
export function notUntil(tree: Tree, expression: TokenRange, at: number): number | null {
  if (!/^(?:until|till)$/i.test(tree.tokens[expression.first - 1]?.text ?? '')) return null;
  let verb = at;
  for (let climbs = 0; climbs < 8; climbs++) {
    const isDenied = (tree.children[verb] ?? []).some((child) => tree.tokens[child]?.dep === 'neg');
    if (isDenied && isClauseHead(tree, verb)) return verb;
    const token = tree.tokens[verb];
    if (!token || token.head === verb) return null;
    verb = token.head;
  }
  return null;
}

const SAYINGS =
  /^(?:statement|letter|report|interview|tweet|study|trial|analysis|research|review|post|paper|email|memo|filing|speech|article|message|note|blog|briefing|release|video|survey|poll|ruling|decision|order|column|essay|podcast|call|complaint)$/;

/** "In a statement published on Friday, the ministry accused ...", "in a Nov. 5 letter, doctors asked": said that day. */
function sayingVerb(tree: Tree, expression: TokenRange, at: number): number | null {
  const token = tree.tokens[at];
  const isPublished =
    token?.dep === 'acl' &&
    /^(?:publish|release|issue|post|send|sign|file|write|date|obtain|circulate|broadcast|air)$/.test(
      token.lemma,
    );
  const noun = isPublished ? token.head : at;
  const head = tree.tokens[noun];
  if (isPublished && head && /^nsubj/.test(head.dep)) return findingVerb(tree, noun);
  if (head?.dep !== 'pobj' || !SAYINGS.test(head.lemma.toLowerCase())) return null;
  if (!isPublished && expression.first > noun) return null;
  const preposition = tree.tokens[head.head];
  const verb =
    preposition?.text.toLowerCase() === 'in' || preposition?.text.toLowerCase() === 'during'
      ? preposition.head
      : -1;
  return isClauseHead(tree, verb) ? verb : null;
}

/** "A study published in 2018 found that ...": what it found is told of that year. */
function findingVerb(tree: Tree, noun: number): number | null {
  const subject = tree.tokens[noun];
  const verb = subject && tree.tokens[subject.head];
  const finds = /^(?:find|show|suggest|reveal|conclude|report|estimate|warn|indicate|claim|argue)$/.test(
    verb?.lemma ?? '',
  );
  return subject && finds && SAYINGS.test(subject.lemma.toLowerCase()) && isClauseHead(tree, subject.head)
    ? subject.head
    : null;
}

/** Verbs whose object's date is the object's own: "announced a meeting on Friday". */
const TELLS_OF =
  /^(?:announce|plan|schedule|cancel|postpone|delay|predict|propose|expect|set|await|call|demand|mark|recall|remember|commemorate|follow|precede|await)$/;

/**
 * The expression stands at a noun below the verb. Before an event noun ("the 1990 invasion") it dates the noun; behind
 * one, the parser has often hung an adverbial too low, so the verb is meant unless it only tells of the event. Behind
 * any other noun the verb is meant, and before it ("the 1990 model") the noun is only described.
 */
function nounOrVerb(tree: Tree, expression: TokenRange, noun: number, verb: number): EventHead | null {
  const behind = expression.first > noun;
  if (!isEventNoun(tree, noun)) return behind ? { kind: 'verb', token: verb } : null;
  if (!behind) return { kind: 'noun', token: noun };
  const object = /^(?:dobj|pobj)$/.test(tree.tokens[noun]?.dep ?? '');
  return object && TELLS_OF.test(tree.tokens[verb]?.lemma ?? '')
    ? { kind: 'noun', token: noun }
    : { kind: 'verb', token: verb };
}

/** An event noun between the time and the verb, for where the time cannot be the verb's: "wants him for the release in 2010". */
export function nounBelow(tree: Tree, expression: TokenRange, verb: number): EventHead | null {
  let at = rootOf(tree, expression);
  for (let climbs = 0; climbs < MOST_CLIMBS && at !== verb; climbs++) {
    const inside = at >= expression.first && at < expression.end;
    if (!inside && isEventNoun(tree, at)) return { kind: 'noun', token: at };
    const token = tree.tokens[at];
    if (!token || token.head === at) return null;
    at = token.head;
  }
  return null;
}
