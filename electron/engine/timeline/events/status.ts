import type { EventStatus } from '../../../contract';
import table from '../../data/event-words.json';
import type { DayNumber } from '../calendar';
import { PUBLICATION, type Resolution } from '../resolution';
import { auxiliaries, isVerb, verbDirection } from '../tense';
import { subjectOf } from './clause';
import { reportingVerbBeside } from './clause-words';
import { hangsOnIf, isPossible } from './gate-tense';
import type { EventHead } from './locate';
import { childrenWith, subtree, type Tree } from './tree';
import { renderTokens } from './words';

const reporting = new Set(table.reporting);
const claiming = new Set(table.claiming);
const denying = new Set(table.denying);
/** "The camp opens this summer" is a plan, not something going on. */
const performing = new Set(table.performing);
const SUBJECTS = new Set(['nsubj', 'nsubjpass']);

export interface Telling {
  status: EventStatus;
  /** Token that heads the words naming who says so; null when nobody does. */
  speaker: number | null;
  /** The reporting verb. */
  verb: number | null;
}

/** The verb of saying whose statement holds the token, "said" in "police said that he left". */
function reportingVerb(tree: Tree, from: number): number | null {
  let at = from;
  for (let climbs = 0; climbs < 12; climbs++) {
    const token = tree.tokens[at];
    if (!token || token.head === at) break;
    const head = tree.tokens[token.head];
    if (token.dep === 'ccomp' && head && reporting.has(head.lemma.toLowerCase())) return token.head;
    if (
      (token.dep === 'xcomp' || token.dep === 'pcomp' || token.dep === 'dobj') &&
      head &&
      denying.has(head.lemma.toLowerCase())
    )
      return token.head;
    if (token.dep === 'relcl' || token.dep === 'acl') break;
    at = token.head;
  }
  return reportingVerbBeside(tree, from);
}

function isOngoing(tree: Tree, verb: number): boolean {
  const token = tree.tokens[verb];
  const aux = auxiliaries(tree.parsed, tree.children, verb);
  const present = aux.some((word) => word.tag === 'VBZ' || word.tag === 'VBP');
  if (token?.tag === 'VBG') return present;
  const lemma = token?.lemma.toLowerCase() ?? '';
  return (token?.tag === 'VBZ' || token?.tag === 'VBP') && !reporting.has(lemma) && !performing.has(lemma);
}

/** A time that holds the day of publication, or none at all. */
function coversToday(time: Resolution | null, publication: DayNumber | null): boolean {
  if (time?.first == null || time.last == null) return true;
  return publication !== null && time.first <= publication && time.last >= publication;
}

/**
 * Whether it happened, is planned or still goes on, by tense and modals and by where its time lies; by tense and
 * modals alone where the day of publication is not known.
 */
function bareStatus(
  tree: Tree,
  head: EventHead,
  time: Resolution | null,
  publication: DayNumber | null,
): EventStatus {
  const ahead = publication !== null && time?.first != null && time.first > publication;
  if (isCancelled(tree, head, ahead)) return 'cancelled';
  if (head.kind === 'noun') return ahead ? 'planned' : 'happened';
  if (ahead && (isPossible(tree, head.token) || hangsOnIf(tree, head.token))) return 'hypothetical';
  const direction = verbDirection(tree.parsed, tree.children, head.token);
  const outdated = ahead && direction === 'past' && time?.anchor === null;
  if (ahead && !outdated) return 'planned';
  const over = publication !== null && time?.last != null && time.last < publication;
  if (!over && isOngoing(tree, head.token) && coversToday(time, publication)) return 'ongoing';
  if (isToldAhead(tree, head, time)) return 'happened';
  const isScheduled =
    direction === 'scheduled' && publication !== null && time?.last != null && time.last > publication;
  return (direction === 'future' && !over) || isScheduled ? 'planned' : 'happened';
}

const CANCELS = /^(?:cancel|scrap|abandon|axe|call)$/;

/** "called off", "cancelled"; "call" only with "off". */
function cancels(tree: Tree, verb: number): boolean {
  const lemma = tree.tokens[verb]?.lemma.toLowerCase() ?? '';
  const isOff = childrenWith(tree, verb, new Set(['prt', 'advmod'])).some(
    (child) => tree.tokens[child]?.text.toLowerCase() === 'off',
  );
  return CANCELS.test(lemma) && (lemma !== 'call' || isOff);
}

/**
 * "cancelled Friday's concert", "the march on Friday was called off", "will not take place on Friday": what was planned
 * for the time, and is no more. "On Monday the council cancelled the fair" is told of what was done on Monday.
 */
function isCancelled(tree: Tree, head: EventHead, ahead: boolean): boolean {
  if (head.kind === 'noun') {
    const token = tree.tokens[head.token];
    return /^(?:dobj|nsubjpass)$/.test(token?.dep ?? '') && cancels(tree, token?.head ?? -1);
  }
  if (!ahead) return false;
  const isDenied = childrenWith(tree, head.token, new Set(['neg'])).length > 0;
  return cancels(tree, head.token) || (isDenied && takesPlace(tree, head.token));
}

/** "take place", "go ahead", "happen", "be held". */
function takesPlace(tree: Tree, verb: number): boolean {
  const lemma = tree.tokens[verb]?.lemma.toLowerCase() ?? '';
  if (lemma === 'happen' || lemma === 'proceed') return true;
  if (lemma === 'hold') return childrenWith(tree, verb, new Set(['auxpass'])).length > 0;
  return (tree.children[verb] ?? []).some((child) =>
    /^(?:place|ahead)$/i.test(tree.tokens[child]?.text ?? ''),
  );
}

/** "It would lead to her door a decade later": a tale of the past looks ahead from where it stands. */
function isToldAhead(tree: Tree, head: EventHead, time: Resolution | null): boolean {
  const aux = auxiliaries(tree.parsed, tree.children, head.token);
  const would = aux.some((word) => /^(?:would|['’]d)$/i.test(word.text));
  const fromStory = time?.anchor != null && time.anchor.index !== PUBLICATION && !time.anchor.viaPublication;
  return would && fromStory && reportingVerb(tree, head.token) === null;
}

/** "decided to weigh in on Monday": done, once the day has come; "plans to weigh in" is not. */
function hasBegun(
  tree: Tree,
  telling: EventHead,
  time: Resolution | null,
  publication: DayNumber | null,
): boolean {
  const token = tree.tokens[telling.token];
  if (telling.kind !== 'verb' || token?.tag !== 'VBD' || PLANS.has(token.lemma)) return false;
  return publication !== null && time?.last != null && time.last <= publication;
}

const PLANS = new Set([
  'plan',
  'schedule',
  'expect',
  'intend',
  'hope',
  'want',
  'vow',
  'promise',
  'agree',
  'threaten',
  'set',
  'aim',
  'say',
  'announce',
]);

/**
 * Status and source. A plan stays a plan whoever announces it; what is only said is claimed.
 * @param publication null when the time cannot be compared with it
 */
export function tellingOf(
  tree: Tree,
  head: EventHead,
  telling: EventHead,
  time: Resolution | null,
  publication: DayNumber | null,
): Telling {
  const status = hasBegun(tree, telling, time, publication)
    ? 'happened'
    : bareStatus(tree, head, time, publication);
  if (head.kind === 'noun') return { status, speaker: null, verb: null };
  const verb = reportingVerb(tree, head.token);
  if (verb === null) {
    const speaker =
      accordingTo(tree, head.token) ??
      accordingTo(tree, tree.tokens[head.token]?.dep === 'conj' ? (tree.tokens[head.token]?.head ?? -1) : -1);
    return { status: speaker !== null && status === 'happened' ? 'claimed' : status, speaker, verb: null };
  }
  const lemma = tree.tokens[verb]?.lemma.toLowerCase() ?? '';
  const speaker = speakerOf(tree, verb);
  if (denying.has(lemma)) return { status: 'denied', speaker, verb };
  if (status !== 'happened') return { status, speaker, verb };
  const own = speaker !== null && isOwnAct(tree, head, speaker) && !claiming.has(lemma);
  return { status: own ? 'happened' : 'claimed', speaker, verb };
}

/** Who says it; in "X, whose office said ..." that is X. */
function speakerOf(tree: Tree, verb: number): number | null {
  const token = tree.tokens[verb];
  const relative = (index: number): boolean => /^(?:who|whose|whom)$/i.test(tree.tokens[index]?.text ?? '');
  const subject = subjectOf(tree, verb)?.token ?? null;
  const related = [
    ...(tree.children[verb] ?? []),
    ...(subject === null ? [] : (tree.children[subject] ?? [])),
  ];
  return token?.dep === 'relcl' && related.some(relative) ? token.head : subject;
}

/** "Kerry said he had spoken": people are taken at their word on what they did themselves. */
function isOwnAct(tree: Tree, head: EventHead, speaker: number): boolean {
  if (head.kind !== 'verb') return false;
  const subject = childrenWith(tree, head.token, SUBJECTS)[0];
  const pronoun = subject === undefined ? '' : (tree.tokens[subject]?.text.toLowerCase() ?? '');
  return speaker < head.token && /^(?:he|she|they|it|we|i)$/.test(pronoun);
}

/** "according to the UN": the noun behind it. */
function accordingTo(tree: Tree, verb: number): number | null {
  for (const child of tree.children[verb] ?? []) {
    if (tree.tokens[child]?.lemma.toLowerCase() !== 'accord') continue;
    const to = (tree.children[child] ?? []).find((token) => tree.tokens[token]?.text.toLowerCase() === 'to');
    const noun = (to === undefined ? [] : childrenWith(tree, to, new Set(['pobj'])))[0];
    if (noun !== undefined) return noun;
  }
  return null;
}

const PRONOUN =
  /^(?:i|we|he|she|they|it|you|who|which|that|this|these|those|one|some|others|many|people|everyone|anyone|someone|nobody|both|all|number|us|them|him|her)$/i;

/**
 * Who says it, in the article's words; whom a pronoun means where that is known, and null, never the pronoun itself,
 * where it is not.
 */
export function sourceOf(
  tree: Tree,
  speaker: number | null,
  meaning: (pronoun: number) => string | null,
): string | null {
  if (speaker === null) return null;
  if (PRONOUN.test(tree.tokens[speaker]?.text ?? '')) return meaning(speaker);
  const words = renderTokens(tree, speakerWords(tree, speaker));
  return words === '' || words.length > LONGEST_SOURCE ? null : words;
}

/** Characters; what is longer names nobody. */
const LONGEST_SOURCE = 90;

/** The words that name the speaker, without clauses that describe it. */
function speakerWords(tree: Tree, speaker: number): number[] {
  return subtree(
    tree,
    speaker,
    (token) => token.dep === 'relcl' || token.dep === 'appos' || (isVerb(token) && token.dep === 'acl'),
  );
}
