import table from '../../data/event-words.json';
import type { TokenRange } from '../../language/document';
import type { DayNumber } from '../calendar';
import type { Genre, Resolution } from '../resolution';
import { auxiliaries, childrenOf, isVerb, verbDirection } from '../tense';
import { subjectOf } from './clause';
import type { EventHead } from './locate';
import { quotedTokens } from './quotes';
import { childrenWith, subtree, type Tree } from './tree';
import { wordAt } from './words';

const performing = new Set(table.performing);
const opining = new Set(table.opining);

/** A clause that a time may date, with what the decision hangs on. */
export interface GateQuestion {
  tree: Tree;
  /** The verb or noun that tells it. */
  head: EventHead;
  sentence: TokenRange;
  /** Words of the time. */
  time: TokenRange;
  resolution: Resolution;
  /** Null when the time cannot be compared with it. */
  publication: DayNumber | null;
  genre: Genre;
  isPicture: boolean;
}

/**
 * Whether a dated clause tells something that happens at that time, rather than what is so, what to do, what might be
 * or what somebody thinks. Each reason is a function of its own below; any one of them keeps the clause out.
 */
export function tellsEvent(question: GateQuestion): boolean {
  if (isQuestion(question) || addressesReader(question) || isFragment(question)) return false;
  if (question.head.kind === 'noun') return true;
  return !(
    tellsOfPage(question) ||
    isConditional(question) ||
    isModal(question) ||
    isHabit(question) ||
    isOpinion(question) ||
    isBareCopula(question) ||
    isTimeItself(question) ||
    isFreeToday(question) ||
    standsInAside(question) ||
    disagreesWithTime(question)
  );
}

function isQuestion({ tree, sentence }: GateQuestion): boolean {
  for (let at = sentence.end - 1; at >= sentence.first; at--) {
    const text = tree.tokens[at]?.text.trim() ?? '';
    if (text === '?') return true;
    if (/[\p{L}\d.!]/u.test(text)) return false;
  }
  return false;
}

/** Words without a finite verb, or a thing with what is said of it: a title, a source, an entry of a list. */
function isFragment({ tree, sentence, head }: GateQuestion): boolean {
  let hasFiniteVerb = false;
  for (let at = sentence.first; at < sentence.end; at++) {
    const token = tree.tokens[at];
    if (!token) continue;
    const isRootPast =
      token.tag === 'VBN' && token.dep === 'ROOT' && childrenWith(tree, at, SUBJECTS).length > 0;
    if (isRootPast || /^(?:VBD|VBZ|VBP|MD)$/.test(token.tag)) hasFiniteVerb = true;
  }
  if (!hasFiniteVerb) return true;
  const root = tree.tokens[rootOfSentence(tree, sentence)];
  return head.kind === 'verb' && /^(?:relcl|acl)$/.test(tree.tokens[head.token]?.dep ?? '') && !isVerb(root);
}

/** "This page was last updated in May": a page speaks of itself. */
function tellsOfPage({ tree, head }: GateQuestion): boolean {
  if (
    !/^(?:publish|update|review|write|post|edit|appear|revise|check|test|modify)$/.test(
      tree.tokens[head.token]?.lemma ?? '',
    )
  )
    return false;
  const subject = subjectOf(tree, head.token);
  return (
    subject !== null &&
    /^(?:post|article|page|story|guide|site|blog|review|list|version|piece|content|newsletter)$/.test(
      wordAt(tree, subject.token),
    ) &&
    childrenWith(tree, subject.token, new Set(['det'])).some(
      (child) => wordAt(tree, child) === 'this' || wordAt(tree, child) === 'the',
    )
  );
}

/** "you", "your", "let's", or a command, outside quotations. */
function addressesReader({ tree, sentence, head }: GateQuestion): boolean {
  const quoted = quotedTokens(tree, sentence);
  for (let at = sentence.first; at < sentence.end; at++) {
    if (quoted.has(at)) continue;
    if (/^(?:you|your|yours|yourself|let's|y'all)$/.test(wordAt(tree, at))) return true;
  }
  if (head.kind === 'verb' && isCommand(tree, head.token)) return true;
  return isCommand(tree, rootOfSentence(tree, sentence)) || opensWithCommand(tree, sentence);
}

/** "Get started today": a bare verb is the first word, and nobody does it. */
function opensWithCommand(tree: Tree, { first, end }: TokenRange): boolean {
  let at = first;
  while (at < end && !/\p{L}/u.test(tree.tokens[at]?.text ?? '')) at++;
  const token = tree.tokens[at];
  if (token?.tag !== 'VB' && token?.tag !== 'VBP') return false;
  const hasSubject = childrenWith(tree, at, SUBJECTS).length > 0;
  return (
    !hasSubject && (token.dep === 'ROOT' || /^aux/.test(token.dep) || tree.tokens[token.head]?.dep === 'ROOT')
  );
}

function rootOfSentence(tree: Tree, { first, end }: TokenRange): number {
  for (let at = first; at < end; at++) if (tree.tokens[at]?.dep === 'ROOT') return at;
  return first;
}

/** A bare verb with no subject: "Book by Friday", "Please call on Monday". */
function isCommand(tree: Tree, verb: number): boolean {
  const token = tree.tokens[verb];
  if (token?.tag !== 'VB' || token.dep !== 'ROOT') return false;
  const aux = auxiliaries(tree.parsed, tree.children, verb).filter((word) => word.lemma !== 'do');
  return aux.length === 0 && childrenWith(tree, verb, SUBJECTS).length === 0;
}

const SUBJECTS = new Set(['nsubj', 'nsubjpass', 'csubj', 'expl']);
const IF = /^(?:if|unless|whether|lest|assuming|provided|suppose|supposing)$/;

function hasMark(tree: Tree, verb: number): boolean {
  return childrenWith(tree, verb, new Set(['mark', 'advmod'])).some((child) => IF.test(wordAt(tree, child)));
}

/** In an if-clause, or hanging on one. */
function isConditional({ tree, head }: GateQuestion): boolean {
  const ifClause = childrenWith(tree, head.token, new Set(['advcl'])).some((child) => hasMark(tree, child));
  if (ifClause && verbDirection(tree.parsed, tree.children, head.token) !== 'past') return true;
  let at = head.token;
  for (let climbs = 0; climbs < 12; climbs++) {
    const token = tree.tokens[at];
    if (!token) return false;
    if (isVerb(token) && hasMark(tree, at)) return true;
    if (token.head === at || token.dep === 'relcl') return false;
    at = token.head;
  }
  return false;
}

const MODALS = /^(?:may|might|could|can|ca|should|must|ought|need)$/;

/** What may, could or should be. */
function isModal({ tree, head }: GateQuestion): boolean {
  const aux = auxiliaries(tree.parsed, tree.children, head.token);
  if (aux.some((word) => MODALS.test(word.text.toLowerCase()))) return true;
  const would = aux.some((word) => /^(?:would|'d)$/.test(word.text.toLowerCase()));
  return would && aux.some((word) => word.text.toLowerCase() === 'have');
}

/** A simple present, or a present passive: what is so. */
function isSimplePresent(tree: Tree, verb: number): boolean {
  const token = tree.tokens[verb];
  const aux = auxiliaries(tree.parsed, tree.children, verb);
  if (aux.length === 0) return token?.tag === 'VBZ' || token?.tag === 'VBP';
  if (
    aux.some((word) => word.tag === 'MD' || word.tag === 'TO' || word.tag === 'VBD' || word.lemma === 'have')
  )
    return false;
  const present = aux.some((word) => word.tag === 'VBZ' || word.tag === 'VBP');
  return present && token?.tag !== 'VBG';
}

function isNowadays({ tree, time }: GateQuestion): boolean {
  return time.end - time.first === 1 && wordAt(tree, time.first) === 'today';
}

/** The time opens its sentence: "1969: Armstrong lands on the Moon". */
function opensSentence({ time, sentence }: GateQuestion): boolean {
  return time.first - sentence.first <= 2;
}

/**
 * The present tells an event where it schedules one, shows one in a picture, announces one made by saying so, or tells
 * a tale in the present; else it tells what is so.
 */
function isHabit(question: GateQuestion): boolean {
  const { tree, head, resolution, publication, genre, isPicture } = question;
  const token = tree.tokens[head.token];
  const lemma = token?.lemma.toLowerCase() ?? '';
  if (!isSimplePresent(tree, head.token)) {
    const going = token?.tag === 'VBG' && firstPerson(tree, head.token);
    return going === true && isNowadays(question);
  }
  if (isPicture && lemma !== 'be') return false;
  if (/^(?:expect|schedule|slate|plan|set|due|bill|intend|aim)$/.test(lemma)) return false;
  const isState = lemma === 'be' || lemma === 'have' || stative.has(lemma);
  const ahead = publication === null || resolution.last === null || resolution.last >= publication;
  const today = publication !== null && resolution.first === publication && resolution.last === publication;
  if (isNowadays(question)) return !performs(tree, head.token, lemma) || firstPerson(tree, head.token);
  if (today) return !performs(tree, head.token, lemma) && isState;
  if (ahead && resolution.first !== null && publication !== null && resolution.first > publication)
    return isState && !isDue(tree, head.token);
  if (ahead) return !performs(tree, head.token, lemma);
  const isFresh =
    publication !== null && resolution.first !== null && publication - resolution.first <= NEWS_DAYS;
  if (isFresh) return isState || !performs(tree, head.token, lemma);
  return isState || !(genre === 'history' || opensSentence(question));
}

/** Days that news may be old and still be told in the present. */
const NEWS_DAYS = 7;
const stative = new Set(table.stative);

/** "opens", "meets"; "takes" only with what is done: "takes place", "takes effect". */
function performs(tree: Tree, verb: number, lemma: string): boolean {
  if (lemma !== 'take' && lemma !== 'go' && lemma !== 'come') return performing.has(lemma);
  return (tree.children[verb] ?? []).some((child) =>
    /^(?:place|effect|office|control|charge|part|into|on|over)$/.test(wordAt(tree, child)),
  );
}

/** "is due", "is set to", "is to open", "the deadline is": a plan in the present. */
function isDue(tree: Tree, verb: number): boolean {
  const lemma = tree.tokens[verb]?.lemma.toLowerCase() ?? '';
  if (lemma !== 'be') return false;
  const subject = subjectOf(tree, verb);
  if (
    subject &&
    /^(?:deadline|election|hearing|trial|launch|date|start|release|vote|wedding|funeral)$/.test(
      wordAt(tree, subject.token),
    )
  )
    return true;
  return (tree.children[verb] ?? []).some(
    (child) =>
      child > verb &&
      (/^(?:due|set|scheduled|slated)$/.test(wordAt(tree, child)) ||
        (tree.children[child] ?? []).some((to) => tree.tokens[to]?.tag === 'TO')),
  );
}

function firstPerson(tree: Tree, verb: number): boolean {
  const subject = subjectOf(tree, verb);
  return subject !== null && /^(?:i|we)$/.test(wordAt(tree, subject.token));
}

/** What "I think", "we hope", or what is feared. */
function isOpinion({ tree, head }: GateQuestion): boolean {
  let at = head.token;
  for (let climbs = 0; climbs < 8; climbs++) {
    const token = tree.tokens[at];
    if (!token || token.head === at) return false;
    const above = tree.tokens[token.head];
    if ((token.dep === 'ccomp' || token.dep === 'xcomp') && above && opining.has(above.lemma.toLowerCase()))
      return true;
    at = token.head;
  }
  return false;
}

/** "it was in 1990", "that is why": a pronoun that points elsewhere, and nothing done. */
function isBareCopula({ tree, head }: GateQuestion): boolean {
  if (tree.tokens[head.token]?.lemma.toLowerCase() !== 'be') return false;
  const subject = subjectOf(tree, head.token);
  return (
    subject !== null &&
    /^(?:it|this|that|these|those|which|what|here|they|everything|all)$/.test(wordAt(tree, subject.token))
  );
}

/** "2020 will be about ...": the time is what is spoken of. */
function isTimeItself({ tree, head, time }: GateQuestion): boolean {
  const subject = subjectOf(tree, head.token);
  return subject !== null && subject.token >= time.first && subject.token < time.end;
}

/** "the best cameras available today": the word hangs on an adjective or noun, and means nowadays. */
function isFreeToday(question: GateQuestion): boolean {
  const { tree, time } = question;
  const head = tree.tokens[tree.tokens[time.first]?.head ?? -1];
  return isNowadays(question) && head !== undefined && !isVerb(head);
}

/** A verb that looks ahead with a time long over, or one that looks back with a time to come: the time dates something else. */
function disagreesWithTime({ tree, head, resolution, publication, genre }: GateQuestion): boolean {
  if (publication === null || genre === 'history') return false;
  const aux = auxiliaries(tree.parsed, tree.children, head.token);
  const will = aux.some((word) => /^(?:will|'ll|wo|shall)$/.test(word.text.toLowerCase()));
  if (will && resolution.last !== null && resolution.last < publication) return true;
  if (resolution.first === null || resolution.first <= publication || isWrittenInFull(resolution))
    return false;
  const back =
    tree.tokens[head.token]?.tag === 'VBD' || aux.some((word) => word.tag === 'VBD' || word.lemma === 'have');
  const participle = tree.tokens[head.token]?.tag === 'VBN' && aux.length === 0;
  const plain =
    (back || participle) && !hasInfinitive(tree, head.token) && !aux.some((word) => word.tag === 'MD');
  return plain && !PLANS.test(tree.tokens[head.token]?.lemma ?? '') && !hasPlanWord(tree, head.token);
}

/** A whole date with its year: then the day of publication is what is wrong, as on a page brought up to date since. */
function isWrittenInFull({ anchor, precision }: Resolution): boolean {
  return anchor === null && precision === 'day';
}

/** The time stands in an aside between the subject and the verb: "The bill, under debate on Monday, would cut taxes". */
function standsInAside({ tree, head, time }: GateQuestion): boolean {
  if (time.first > head.token) return false;
  const commaBehind = wordAt(tree, time.end) === ',' || wordAt(tree, time.end + 1) === ',';
  let at = time.end - 1;
  for (let climbs = 0; climbs < 12; climbs++) {
    const token = tree.tokens[at];
    if (!token || token.head === at) return false;
    if (token.head === head.token) return commaBehind && SUBJECTS.has(token.dep) && at < time.first;
    at = token.head;
  }
  return false;
}

const PLANS =
  /^(?:schedule|plan|expect|slate|set|announce|postpone|delay|extend|call|say|confirm|book|agree|order|push|move|cancel|invite|sign|be)$/;

function hasPlanWord(tree: Tree, verb: number): boolean {
  return subtree(tree, verb).some(
    (index) =>
      PLANS.test(tree.tokens[index]?.lemma ?? '') || /^(?:until|till|through|for)$/.test(wordAt(tree, index)),
  );
}

function hasInfinitive(tree: Tree, verb: number): boolean {
  return (childrenOf(tree.parsed)[verb] ?? []).some((child) =>
    (tree.children[child] ?? []).some((grandchild) => tree.tokens[grandchild]?.tag === 'TO'),
  );
}
