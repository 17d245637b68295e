import type { TokenRange } from '../../language/document';
import type { Subject } from './clause';
import type { HeadlineSource } from './headline-source';
import { childrenWith, subtree, type Tree } from './tree';
import { type Pick, renderTokens, wordAt } from './words';

const AUX = new Set(['aux', 'auxpass', 'neg']);

/** Words from outside a clause that it cannot be told without. */
export interface BorrowedWords {
  /** Put before the clause; empty where it has a subject of its own. */
  opening: string;
  /** Put behind the verb at `verb`, whose object a relative clause describes. */
  object: { verb: number; text: string } | null;
}

const NOTHING: BorrowedWords = { opening: '', object: null };

/**
 * The noun a relative clause describes, the subject of the clause this one goes on from, with the auxiliary they share.
 * Null where such words cannot be put in as they stand.
 */
export function borrowedWords(
  { tree, head, names, sentence, time }: HeadlineSource,
  subject: Subject,
): BorrowedWords | null {
  const verb = tree.tokens[head.token];
  if (!verb) return null;
  const isOwn = !subject.borrowed && (tree.children[head.token] ?? []).includes(subject.token);
  if (isOwn) return verb.dep === 'relcl' ? describedObject(tree, head.token) : NOTHING;
  const told = describedSubject(tree, subject.token, head.token);
  const noun = names.get(told) ?? nounPhrase(tree, told, head.token);
  if (noun === '') return null;
  if (verb.dep === 'relcl') return isSubjectRelative(tree, head.token) ? opening(noun) : null;
  const hasOwn = childrenWith(tree, head.token, AUX).length > 0;
  if (verb.dep === 'conj') {
    if (!isJoined(tree, verb.head, head.token)) return null;
    const shared = hasOwn || /^VB[DZP]$/.test(verb.tag) ? '' : sharedAuxiliary(tree, head.token, sentence);
    return shared === null ? null : opening([noun, shared].filter(Boolean).join(' '));
  }
  if (verb.tag !== 'VBN' || hasOwn || !/^(?:acl|advcl)$/.test(verb.dep)) return null;
  if (isDeepNoun(tree, told) || namesNothing(noun)) return null;
  if (isVague(noun) && !hasArguments(tree, head.token, time)) return null;
  const plural = /^NNP?S$/.test(tree.tokens[told]?.tag ?? '') || isPair(tree, told, noun);
  return opening(`${noun} ${plural ? 'were' : 'was'}`);
}

/** "the mill and the pier", as the words show it. */
function isPair(tree: Tree, noun: number, words: string): boolean {
  return / and /.test(words) && childrenWith(tree, noun, new Set(['conj'])).length > 0;
}

function copulaOf(tree: Tree, noun: number): number | null {
  let at = noun;
  for (let climbs = 0; climbs < 4 && /^(?:pobj|prep)$/.test(tree.tokens[at]?.dep ?? ''); climbs++)
    at = tree.tokens[at]?.head ?? at;
  const above = tree.tokens[at]?.head ?? at;
  return tree.tokens[at]?.dep === 'attr' && tree.tokens[above]?.lemma === 'be' ? above : null;
}

/** Whether the noun that a clause describes is what its sentence says the subject is: then the sentence tells the same. */
export function describesSubject(tree: Tree, clause: number): boolean {
  return copulaOf(tree, tree.tokens[clause]?.head ?? clause) !== null;
}

/** Two verbs that nothing joins were not told side by side; the parser guessed. */
function isJoined(tree: Tree, first: number, second: number): boolean {
  for (let at = first + 1; at < second; at++)
    if (/^(?:and|or|but|then|,|;|–|—|-)$/.test(wordAt(tree, at))) return true;
  return false;
}

/** "worth of goods imposed in May": inside a phrase the parser cannot tell which noun is described. */
function isDeepNoun(tree: Tree, noun: number): boolean {
  const token = tree.tokens[noun];
  const preposition = token?.dep === 'pobj' ? tree.tokens[token.head] : undefined;
  return preposition !== undefined && /^(?:NOUN|PROPN|NUM)$/.test(tree.tokens[preposition.head]?.pos ?? '');
}

/** "made against him", "signed by both": besides its time the participle says more. */
function hasArguments(tree: Tree, verb: number, time: TokenRange | null): boolean {
  return childrenWith(tree, verb, new Set(['prep', 'agent', 'xcomp', 'oprd', 'dobj'])).some(
    (child) => !time || !subtree(tree, child).some((index) => index >= time.first && index < time.end),
  );
}

function opening(text: string): BorrowedWords {
  return { opening: text, object: null };
}

/** "another announced in March", "data released by the agency": one common word tells nothing of what it is. */
function namesNothing(noun: string): boolean {
  return (
    /^(?:another|others?|one|ones|some|any|those|these|that|this|it|both|all|many|most|few)$/i.test(noun) ||
    /^\p{Ll}+$/u.test(noun)
  );
}

/** "a statement published on Friday" alone says nothing: a noun needs a name or something that tells which. */
function isVague(noun: string): boolean {
  const words = noun.split(' ');
  if (/^(?:an?|another|some|any|no|his|her|its|their|our|my|one)$/i.test(words[0] ?? ''))
    return words.length < 4 || /^(?:another|some|any|no|one)$/i.test(words[0] ?? '');
  return (
    !/^the\s/i.test(noun) &&
    !words.some((word, index) => /^\p{Lu}/u.test(word) && (index > 0 || words.length < 3))
  );
}

/** "the man who fell": the relative pronoun is the subject. */
function isSubjectRelative(tree: Tree, verb: number): boolean {
  const own = childrenWith(tree, verb, new Set(['nsubj', 'nsubjpass']));
  return own.length === 1 && /^(?:who|which|that)$/.test(wordAt(tree, own[0] ?? -1));
}

/** Nouns whose clause tells their content, or when and how: "the fact that he left", "by the time he left". */
const CONTENT_NOUNS =
  /^(?:facts?|claims?|ideas?|news|reports?|belief|evidence|possibility|chance|hope|fear|time|times|day|days|moment|year|month|week|way|reason|reasons|place|point|case|extent|degree|speed|rate)$/;

/** "the keyboard that Apple released": Apple released the keyboard. Null where the noun is no plain object ("in which"). */
function describedObject(tree: Tree, verb: number): BorrowedWords | null {
  const relative = relativePronoun(tree, verb);
  if (CONTENT_NOUNS.test(wordAt(tree, tree.tokens[verb]?.head ?? -1))) return NOTHING;
  if (relative === null && isSetApart(tree, verb)) return NOTHING;
  if (relative !== null && /^(?:where|when|why|whose)$/.test(wordAt(tree, relative))) return NOTHING;
  const gap = relative === null ? innermost(tree, verb) : (tree.tokens[relative]?.head ?? verb);
  const isObject = relative === null || tree.tokens[relative]?.dep === 'dobj';
  const filled = childrenWith(tree, gap, new Set(['dobj', 'attr', 'acomp', 'ccomp'])).some(
    (child) => child !== relative,
  );
  const noun = nounPhrase(tree, tree.tokens[verb]?.head ?? verb, verb);
  if (filled) return NOTHING;
  if (!isObject || isStrandedPhrase(tree, gap) || noun === '' || noun.length > 90) return null;
  return {
    opening: '',
    object: {
      verb: gap,
      text:
        noun.charAt(0).toLowerCase() === noun.charAt(0) || /^(?:The|A|An)\s/.test(noun)
          ? noun.charAt(0).toLowerCase() + noun.slice(1)
          : noun,
    },
  };
}

/** A clause without "that" never stands behind a comma or dash: "the richest man — the founder was elected". */
function isSetApart(tree: Tree, verb: number): boolean {
  return /^(?:,|;|:|-+|–|—)$/.test(wordAt(tree, Math.min(...subtree(tree, verb)) - 1));
}

/** "done away with", "looked for": the object stands behind a word that is not the verb. */
function isStrandedPhrase(tree: Tree, verb: number): boolean {
  return (tree.children[verb] ?? []).some(
    (child) =>
      child > verb &&
      /^(?:prep|advmod)$/.test(tree.tokens[child]?.dep ?? '') &&
      child - verb <= 2 &&
      /^(?:away|up|out|off|with|for|from|about|into|onto|back)$/.test(wordAt(tree, child)) &&
      childrenWith(tree, child, new Set(['pobj', 'pcomp'])).length === 0,
  );
}

function relativePronoun(tree: Tree, verb: number): number | null {
  const words = subtree(tree, verb, (token) => token.dep === 'relcl' || token.dep === 'ccomp');
  return (
    words.find((index) => index < verb && /^W(?:DT|P|RB|P\$)$/.test(tree.tokens[index]?.tag ?? '')) ?? null
  );
}

/** "the band plans to release": the verb whose object is missing. */
function innermost(tree: Tree, verb: number): number {
  let at = verb;
  for (let steps = 0; steps < 4; steps++) {
    const next = childrenWith(tree, at, new Set(['xcomp']))[0];
    if (next === undefined) return at;
    at = next;
  }
  return at;
}

/** The clause without its relative pronoun, the object put where it belongs. */
export function withObject(
  tree: Tree,
  picked: Pick,
  object: { verb: number; text: string },
  names: ReadonlyMap<number, string>,
): string {
  const particle = childrenWith(tree, object.verb, new Set(['prt'])).at(-1) ?? object.verb;
  const words = picked.filter(
    (index) => !/^W(?:DT|P)$/.test(tree.tokens[index]?.tag ?? '') || index > object.verb,
  );
  const [before, behind] = [
    words.filter((index) => index <= particle),
    words.filter((index) => index > particle),
  ];
  return [renderTokens(tree, before, names), object.text, renderTokens(tree, behind, names)]
    .filter(Boolean)
    .join(' ');
}

/** In "Mondly is an app founded in 2014" and "X is one of the apps, founded in 2007" what is told of is the subject. */
function describedSubject(tree: Tree, noun: number, clause: number): number {
  let at = noun;
  for (let climbs = 0; climbs < 4 && /^(?:pobj|prep)$/.test(tree.tokens[at]?.dep ?? ''); climbs++)
    at = tree.tokens[at]?.head ?? at;
  const indefinite = childrenWith(tree, at, new Set(['det', 'nummod'])).some((child) =>
    /^(?:an?|one)$/.test(wordAt(tree, child)),
  );
  const isAttribute = tree.tokens[at]?.dep === 'attr' && (indefinite || /^one$/.test(wordAt(tree, at)));
  const copula = isAttribute ? (tree.tokens[at]?.head ?? -1) : -1;
  const isSetOffClause = wordAt(tree, Math.min(...subtree(tree, clause)) - 1) === ',';
  if (tree.tokens[copula]?.lemma !== 'be' || (at !== noun && !isSetOffClause)) return noun;
  return childrenWith(tree, copula, new Set(['nsubj']))[0] ?? noun;
}

function sharedAuxiliary(tree: Tree, verb: number, sentence: TokenRange): string | null {
  let at = verb;
  for (let climbs = 0; climbs < 6 && tree.tokens[at]?.dep === 'conj'; climbs++)
    at = tree.tokens[at]?.head ?? at;
  const aux = childrenWith(tree, at, AUX).filter((index) => index >= sentence.first && index < at);
  if (aux.length === 0) return null;
  return renderTokens(tree, aux);
}

/** A noun with what describes it, but no clause, aside, or other thing beside it. */
function nounPhrase(tree: Tree, noun: number, without: number): string {
  const words = subtree(
    tree,
    noun,
    (token, index) =>
      (index >= without && noun < without) ||
      (/^(?:relcl|appos|parataxis|acl|punct)$/.test(token.dep) &&
        !/^[-’'–/&$%“”"]$|^['’]s$/.test(token.text)),
  );
  while (words.length > 0 && /^(?:and|or|of|,)$/.test(wordAt(tree, words.at(-1) ?? -1))) words.pop();
  return renderTokens(tree, words);
}
