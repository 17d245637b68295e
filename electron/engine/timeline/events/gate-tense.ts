import table from '../../data/event-words.json';
import type { Resolution } from '../resolution';
import { auxiliaries, isVerb, verbDirection } from '../tense';
import { subjectOf } from './clause';
import type { GateQuestion } from './gate-question';
import { firstPerson, isNowadays, isSimplePresent, opensSentence } from './gate-question';
import type { Tree } from './tree';
import { childrenWith } from './tree';
import { wordAt } from './words';

const performing = new Set(table.performing);

const opining = new Set(table.opining);

const IF = /^(?:if|unless|whether|lest|assuming|provided|suppose|supposing)$/;

const OUTLOOK =
  /^(?:remain|focus|matter|need|require|become|play|help|make|have|continue|evolve|dominate|shape|stay|keep|want|look)$/;

/** "In 2026, rates will remain high": how a whole year is going to be. */
function isOutlook({ tree, head, resolution }: GateQuestion): boolean {
  const will = auxiliaries(tree.parsed, tree.children, head.token).some((word) =>
    /^(?:will|'ll|’ll)$/.test(word.text.toLowerCase()),
  );
  return (
    isLong(resolution) &&
    ((will && OUTLOOK.test(tree.tokens[head.token]?.lemma ?? '')) || isSetToBecome(tree, head.token))
  );
}

/** "These tools are set to become even more critical", "are becoming part of it". */
function isSetToBecome(tree: Tree, verb: number): boolean {
  const token = tree.tokens[verb];
  if (token?.lemma === 'become' && token.tag === 'VBG') return true;
  if (!/^(?:set|expect|poise|bind|predict|project)$/.test(token?.lemma ?? '')) return false;
  return childrenWith(tree, verb, new Set(['xcomp'])).some((child) =>
    OUTLOOK.test(tree.tokens[child]?.lemma ?? ''),
  );
}

const STATES_AHEAD =
  /^(?:available|ready|open|closed|able|due|out|free|live|home|back|present|absent|eligible|over|complete|operational)$/;

/** "Black Friday 2019 is going to be huge": what somebody expects it to be like. */
export function isForecast(question: GateQuestion): boolean {
  const { tree, head } = question;
  if (isOutlook(question)) return true;
  if (tree.tokens[head.token]?.lemma.toLowerCase() !== 'be' && tree.tokens[head.token]?.lemma !== 'go')
    return false;
  const verb =
    tree.tokens[head.token]?.lemma === 'go'
      ? childrenWith(tree, head.token, new Set(['xcomp']))[0]
      : head.token;
  if (verb === undefined || verbDirection(tree.parsed, tree.children, head.token) !== 'future') return false;
  return childrenWith(tree, verb, new Set(['acomp'])).some(
    (child) => !STATES_AHEAD.test(wordAt(tree, child)),
  );
}

/** A clause that begins with "if", "unless" and the like. */
export function hasMark(tree: Tree, verb: number): boolean {
  return childrenWith(tree, verb, new Set(['mark', 'advmod'])).some((child) => IF.test(wordAt(tree, child)));
}

/** The clause hangs on one that begins with "if". */
export function hangsOnIf(tree: Tree, verb: number): boolean {
  return childrenWith(tree, verb, new Set(['advcl'])).some((child) => hasMark(tree, child));
}

/** A day, week or month still to come: what may be then is worth knowing, as a possibility. */
function isSetAhead({ resolution, publication }: GateQuestion): boolean {
  return (
    publication !== null &&
    resolution.first !== null &&
    resolution.first > publication &&
    /^(?:time|day|week|month)$/.test(resolution.precision)
  );
}

/** In an if-clause, or hanging on one, unless what it tells is set for a day to come. */
export function isConditional(question: GateQuestion): boolean {
  const { tree, head } = question;
  const ifClause = hangsOnIf(tree, head.token) && !isSetAhead(question);
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

const POSSIBLE = /^(?:may|might|could)$/;

/** "may", "might", "could" beside the verb; "could have" is over. */
export function isPossible(tree: Tree, verb: number): boolean {
  const aux = auxiliaries(tree.parsed, tree.children, verb);
  return (
    aux.some((word) => POSSIBLE.test(word.text.toLowerCase())) && !aux.some((word) => word.lemma === 'have')
  );
}

/** What may, could or should be; but what may be on a day to come is a possibility of that day. */
export function isModal(question: GateQuestion): boolean {
  const { tree, head } = question;
  const aux = auxiliaries(tree.parsed, tree.children, head.token);
  if (isPossible(tree, head.token) && isSetAhead(question)) return false;
  if (aux.some((word) => MODALS.test(word.text.toLowerCase()))) return true;
  const would = aux.some((word) => /^(?:would|'d)$/.test(word.text.toLowerCase()));
  return would && aux.some((word) => word.text.toLowerCase() === 'have');
}

/**
 * The present tells an event where it schedules one, shows one in a picture, announces one made by saying so, or tells
 * a tale in the present; else it tells what is so.
 */
export function isHabit(question: GateQuestion): boolean {
  const { tree, head, resolution, publication, genre, isPicture } = question;
  const token = tree.tokens[head.token];
  const lemma = token?.lemma.toLowerCase() ?? '';
  if (!isSimplePresent(tree, head.token)) return isTrend(question);
  if (isPicture && lemma !== 'be') return false;
  const isStanding = isLong(resolution) || isNowadays(question);
  if (lemma === 'expect' && isStanding && !isPassive(tree, head.token)) return true;
  if (/^(?:expect|schedule|slate|plan|set|due|bill|intend|aim)$/.test(lemma)) return false;
  const isState = lemma === 'be' || lemma === 'have' || stative.has(lemma);
  const ahead = publication === null || resolution.last === null || resolution.last >= publication;
  if (ahead && isLong(resolution) && !STARTS.test(lemma) && !isDue(tree, head.token)) return true;
  const today = publication !== null && resolution.first === publication && resolution.last === publication;
  if (isNowadays(question)) return !performs(tree, head.token, lemma) || firstPerson(tree, head.token);
  if (today) return !performs(tree, head.token, lemma) && isState;
  if (ahead && resolution.first !== null && publication !== null && resolution.first > publication)
    return !(performs(tree, head.token, lemma) || isDue(tree, head.token) || isPlanOf(lemma));
  if (ahead) return !performs(tree, head.token, lemma);
  const isFresh =
    publication !== null && resolution.first !== null && publication - resolution.first <= NEWS_DAYS;
  if (isFresh) return isState || !performs(tree, head.token, lemma);
  return isState || !(genre === 'history' || opensSentence(question));
}

/** What the present schedules for a whole year: "The museum opens in 2026"; all else is how things are going to be. */
const STARTS =
  /^(?:open|launch|release|debut|premiere|host|return|begin|start|close|end|expire|retire|leave|join|turn|celebrate|mark)$/;

function isLong({ precision }: Resolution): boolean {
  return /^(?:year|decade|century)$/.test(precision);
}

function isPassive(tree: Tree, verb: number): boolean {
  return childrenWith(tree, verb, new Set(['auxpass', 'nsubjpass'])).length > 0;
}

/** Days that news may be old and still be told in the present. */
const NEWS_DAYS = 7;

const stative = new Set(table.stative);

function isPlanOf(lemma: string): boolean {
  return /^(?:plan|aim|intend|expect|hope)$/.test(lemma);
}

/** "we're leaning into it this year": going on for a year or "today", it is how things are. */
function isTrend(question: GateQuestion): boolean {
  const { tree, head, resolution, publication } = question;
  const aux = auxiliaries(tree.parsed, tree.children, head.token);
  const isProgressive =
    tree.tokens[head.token]?.tag === 'VBG' &&
    aux.some((word) => word.tag === 'VBZ' || word.tag === 'VBP') &&
    tree.tokens[head.token]?.lemma !== 'go';
  if (!isProgressive) return isNowadays(question) && firstPerson(tree, head.token);
  const isOver = publication !== null && resolution.last !== null && resolution.last < publication;
  return (
    isOver ||
    isNowadays(question) ||
    (/^(?:year|decade|century)$/.test(resolution.precision) &&
      !(publication !== null && resolution.first !== null && resolution.first > publication))
  );
}

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

/** What "I think", "we hope", or what is feared. */
export function isOpinion({ tree, head }: GateQuestion): boolean {
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
