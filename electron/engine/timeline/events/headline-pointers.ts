import type { TokenRange } from '../../language/document';
import type { HeadlineSource } from './headline-source';
import { childrenWith, type Tree } from './tree';
import { wordAt } from './words';

/** Words at the start of a headline that point at what was told elsewhere. */
const POINTER = /^(?:["“‘'(])?(?:it|they|he|she|its|their|his|her|this|these|those|another|such)\b/i;
/** Such words that stand for nothing, or name a time: "It was decided that", "This week". */
const EMPTY =
  /^it (?:is|was|has been|had been|will be|would be) (?:\p{L}+ly )?\p{L}+(?:ed|n|wn|ght|own|id) (?:that|to)\b|^(?:this|these) (?:past |coming |last )?(?:\p{L}*day|morning|afternoon|evening|night|week|weekend|month|year|spring|summer|autumn|fall|winter|quarter)s?\b/iu;

/** Whether a headline begins with a word whose meaning stands outside it: "Its popularity arose", "These were dropped". */
export function pointsElsewhere(text: string): boolean {
  return POINTER.test(text) && !EMPTY.test(text);
}

/** "Two people caught it": an object that only something before the clause could tell. */
export function leavesObjectOpen({ tree, head, names, sentence }: HeadlineSource): boolean {
  return childrenWith(tree, head.token, new Set(['dobj'])).some(
    (object) =>
      /^(?:it|them|him|her)$/.test(wordAt(tree, object)) &&
      !names.has(object) &&
      !(tree.tokens[head.token]?.lemma === 'make' && wordAt(tree, object) === 'it') &&
      hasNounBefore(tree, sentence.first, head.token),
  );
}

/** A noun before the clause of a verb, which its pronouns may stand for. */
function hasNounBefore(tree: Tree, first: number, verb: number): boolean {
  const clauseStart = Math.min(...childrenWith(tree, verb, SUBJECTS), verb);
  for (let at = first; at < clauseStart; at++)
    if (/^NN/.test(tree.tokens[at]?.tag ?? '') && tree.tokens[at]?.head !== clauseStart) return true;
  return false;
}

const PRONOUN = /^(?:it|they|he|she|its|their|his|her)$/;

/** The first pronoun among a sentence's opening words that could be told by name; null when a name stands before it. */
export function openingPronoun(tree: Tree, { first, end }: TokenRange): number | null {
  for (let at = first; at < Math.min(end, first + OPENING); at++) {
    if (PRONOUN.test(wordAt(tree, at))) return at;
    if (tree.tokens[at]?.tag.startsWith('NNP')) return null;
  }
  return null;
}

/** Tokens at the start of a sentence within which its subject mostly stands. */
const OPENING = 8;

const SUBJECTS = new Set(['nsubj', 'nsubjpass']);

/**
 * Whether the sentence names what its pronoun means: by a name for the pronoun that opens it, or by a noun that is
 * subject before the event's verb or of the main clause.
 */
export function namesSubject({ tree, sentence, head, meant }: HeadlineSource): boolean {
  const opening = openingPronoun(tree, sentence);
  if (opening !== null && meant(opening) !== null) return true;
  for (let at = sentence.first; at < sentence.end; at++) {
    const token = tree.tokens[at];
    const isNoun = token !== undefined && /^NN/.test(token.tag) && SUBJECTS.has(token.dep);
    const ofMain = isNoun && tree.tokens[token.head]?.dep === 'ROOT' && token.head !== head.token;
    if (isNoun && (at < head.token || ofMain) && !isSubjectOf(tree, at, head.token)) return true;
  }
  return false;
}

function isSubjectOf(tree: Tree, noun: number, verb: number): boolean {
  return childrenWith(tree, verb, SUBJECTS).includes(noun);
}
