import type { TokenRange } from '../../language/document';
import type { Resolution } from '../resolution';
import { PUBLICATION } from '../resolution';
import { auxiliaries, childrenOf, isVerb } from '../tense';
import { subjectOf } from './clause';
import type { GateQuestion } from './gate-question';
import { isNowadays, SUBJECTS } from './gate-question';
import { isEventNoun } from './locate';
import { childrenWith, rootOf, subtree, type Tree } from './tree';
import { wordAt } from './words';

/**
 * A time that describes a thing or stands in brackets without a verb: "1973's album", "(Grand Central, 2018)"; a clock
 * time of no day; hours of opening ("Tuesday - Sunday").
 */
export function isLooseTime({ tree, time, resolution, head, sentence }: GateQuestion): boolean {
  if (head.kind === 'verb' && /^['’]s?$/.test(wordAt(tree, time.end))) return true;
  const isClockAlone =
    resolution.precision === 'time' &&
    resolution.inferred &&
    resolution.anchor?.index === PUBLICATION &&
    !/^(?:tonight|this|last|today)$/.test(wordAt(tree, time.first));
  if (isClockAlone && resolution.direction === null && /\d|noon|midnight/.test(wordAt(tree, time.first)))
    return true;
  if (isNumberOfName(tree, time)) return true;
  if (resolution.precision === 'time' && comesBack(tree, sentence)) return true;
  return isInVerblessBrackets(tree, time, sentence);
}

/** "We tested Cyberpunk 2077", "bought Office 2019": figures that end the name of a thing something is done to. */
function isNumberOfName(tree: Tree, time: TokenRange): boolean {
  const [year, name] = [tree.tokens[time.first], tree.tokens[time.first - 1]];
  if (time.end - time.first !== 1 || !/^\d{4}$/.test(year?.text ?? '')) return false;
  if (!name?.tag.startsWith('NN') || !/^\p{Lu}/u.test(name.text)) return false;
  const noun = year?.dep === 'nummod' || year?.head === time.first - 1 ? tree.tokens[year?.head ?? -1] : name;
  const isKnownByYear = /^\p{Lu}{2,}$/u.test(name.text) || isEventNoun(tree, time.first - 1);
  return !isKnownByYear && !MONTH.test(name.text) && !/^(?:nsubj|pobj)/.test(noun?.dep ?? '');
}

const MONTH =
  /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\p{Ll}*$|^(?:spring|summer|autumn|fall|winter|christmas|easter)$/iu;

/** "closes at 5 p.m. every day" */
function comesBack(tree: Tree, { first, end }: TokenRange): boolean {
  for (let at = first; at < end; at++)
    if (/^(?:every|each|daily|weekdays|weekends)$/.test(wordAt(tree, at))) return true;
  return false;
}

function isInVerblessBrackets(tree: Tree, time: TokenRange, { first, end }: TokenRange): boolean {
  let open = time.first - 1;
  while (open >= first && !/^[()]$/.test(wordAt(tree, open))) open--;
  if (wordAt(tree, open) !== '(' || open < first) return false;
  for (let at = open; at < end && wordAt(tree, at) !== ')'; at++)
    if (/^VB[DZP]$|^MD$/.test(tree.tokens[at]?.tag ?? '')) return false;
  return true;
}

/** "2020 will be about ...": the time is what is spoken of. */
export function isTimeItself({ tree, head, time }: GateQuestion): boolean {
  const subject = subjectOf(tree, head.token);
  if (subject === null) return false;
  const root = tree.tokens[rootOf(tree, time)];
  if (root?.dep === 'dobj' && tree.tokens[head.token]?.lemma !== 'spend') return true;
  const isYear =
    /^(?:1\d|20)\d\d$/.test(wordAt(tree, subject.token)) && tree.tokens[head.token]?.lemma === 'be';
  return isYear || (subject.token >= time.first && subject.token < time.end);
}

/** "the best cameras available today": the word hangs on an adjective or noun, and means nowadays. */
export function isFreeToday(question: GateQuestion): boolean {
  const { tree, time } = question;
  const head = tree.tokens[tree.tokens[time.first]?.head ?? -1];
  if (isNowadays(question) && (opensNowadays(question) || isStillSo(question))) return true;
  return isNowadays(question) && head !== undefined && (!isVerb(head) || head.dep === 'acl');
}

/** "it’s still hanging in the office today" */
function isStillSo({ tree, head }: GateQuestion): boolean {
  return childrenWith(tree, head.token, new Set(['advmod'])).some((child) => wordAt(tree, child) === 'still');
}

/** "Today, the volume of data has reached new levels": a perfect behind "Today," about nobody named tells how things are. */
function opensNowadays({ tree, time, sentence, head }: GateQuestion): boolean {
  if (time.first - sentence.first > 1 || wordAt(tree, time.end) !== ',') return false;
  const perfect = auxiliaries(tree.parsed, tree.children, head.token).some((aux) => aux.lemma === 'have');
  const subject = subjectOf(tree, head.token);
  return (
    perfect &&
    subject !== null &&
    !subtree(tree, subject.token).some((index) => tree.tokens[index]?.tag.startsWith('NNP'))
  );
}

/** A verb that looks ahead with a time long over, or one that looks back with a time to come: the time dates something else. */
export function disagreesWithTime({ tree, head, resolution, publication, genre }: GateQuestion): boolean {
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

/** A date with its year: then the day of publication is what is wrong, as on a page brought up to date since. */
function isWrittenInFull({ anchor, precision }: Resolution): boolean {
  return anchor === null && precision !== 'vague';
}

/** The time stands in an aside between the subject and the verb: "The bill, under debate on Monday, would cut taxes". */
export function standsInAside({ tree, head, time }: GateQuestion): boolean {
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
  /^(?:forecast|predict|outline|project|anticipate|schedule|plan|expect|slate|set|announce|postpone|delay|extend|call|say|confirm|book|agree|order|push|move|cancel|invite|sign|be)$/;

function hasPlanWord(tree: Tree, verb: number): boolean {
  return subtree(tree, verb).some(
    (index) =>
      PLANS.test(tree.tokens[index]?.lemma ?? '') || /^(?:until|till|through)$/.test(wordAt(tree, index)),
  );
}

function hasInfinitive(tree: Tree, verb: number): boolean {
  return (childrenOf(tree.parsed)[verb] ?? []).some((child) =>
    (tree.children[child] ?? []).some((grandchild) => tree.tokens[grandchild]?.tag === 'TO'),
  );
}
