import type { TimeModifier, TimeValue } from '../../../contract';
import type { TokenRange } from '../../language/document';
import { isComparedWith } from '../passages';
import { auxiliaries } from '../tense';
import { type EventHead, isEventNoun } from './locate';
import type { Tree } from './tree';

/** How the words before a time put an event to it. `none`: the time is only compared with. */
export type Relation =
  | { kind: 'at'; modifier: TimeModifier | null; open: TimeValue['open'] }
  | { kind: 'none' };

const MODIFIERS: Record<string, TimeModifier> = { before: 'before', by: 'before', after: 'after' };
/** Words that let the time reach up to the one named. */
const UP_TO = /^(?:until|till)$/;
/** "postponed until March": the time is when it will be. */
const MOVES = /^(?:postpone|delay|defer|adjourn|move|reschedule|suspend)$/;
const COMPARING = new Set(['than', 'versus', 'vs', 'compared', 'from', 'over']);

function word(tree: Tree, at: number): string {
  return tree.tokens[at]?.text.toLowerCase() ?? '';
}

/** "than in 2007", "compared to March", "up from a year earlier". */
function isCompared(tree: Tree, time: TokenRange): boolean {
  const [one, two] = [word(tree, time.first - 1), word(tree, time.first - 2)];
  if (one === 'than' || one === 'versus' || two === 'than') return true;
  if (isComparedWith(tree.parsed.text, tree.tokens[time.first]?.start ?? 0)) return true;
  if ((one === 'to' || one === 'with') && COMPARING.has(two)) return true;
  return (
    /^(?:a|the)$/.test(word(tree, time.first)) &&
    /^(?:earlier|ago|before|quarter|period)$/.test(word(tree, time.end - 1)) &&
    followsFigure(tree, time.first)
  );
}

/** "up from 14 % a year ago", "$3 million a year earlier": a figure of then, not an event. */
function followsFigure(tree: Tree, at: number): boolean {
  const before = tree.tokens[at - 1];
  return (
    before !== undefined &&
    (/^(?:CD|\$)$/.test(before.tag) || /^(?:%|percent|share|cents)$/i.test(before.text))
  );
}

/** Prepositions whose phrase only mentions its time, whatever else stands in it: "including one last month". */
const MENTIONING = new Set([
  'including',
  'unlike',
  'like',
  'than',
  'versus',
  'despite',
  'except',
  'besides',
  'without',
  'regarding',
  'about',
  'compared',
]);

/** A preposition above the time, up to the event's own word, that only mentions it; or "since", which opens it. */
function governingPreposition(tree: Tree, time: TokenRange, head: EventHead): string | null {
  let at = time.end - 1;
  for (let climbs = 0; climbs < 12; climbs++) {
    const token = tree.tokens[at];
    if (!token || token.head === at || at === head.token) return null;
    const text = word(tree, at);
    if (at < time.first && token.dep === 'prep' && (MENTIONING.has(text) || text === 'since')) return text;
    if (at < time.first && text === 'from' && isFigure(tree, at)) return 'compared';
    if (at < time.first && (text === 'due' || text === 'because' || text === 'owing')) return 'compared';
    at = token.head;
  }
  return null;
}

/** "from 13.2 percent", "from $34,410" */
function isFigure(tree: Tree, preposition: number): boolean {
  return [1, 2].some(
    (offset) =>
      /^(?:CD|\$|£|€)$/.test(tree.tokens[preposition + offset]?.tag ?? '') &&
      !/^(?:1[5-9]|20)\d\d$/.test(word(tree, preposition + offset)),
  );
}

/** "a design from 2015", "the class of 1998": the time tells which. */
function tellsWhich(tree: Tree, time: TokenRange, preposition: string): boolean {
  const isYear = time.end - time.first === 1 && /^\d{4}$/.test(word(tree, time.first));
  if (preposition !== 'from' && preposition !== 'of' && !(preposition === 'for' && isYear)) return false;
  const noun = tree.tokens[tree.tokens[time.first - 1]?.head ?? -1];
  const isRange =
    /^(?:to|until|till|through|-|–|—)$/.test(word(tree, time.end)) ||
    tree.tokens
      .slice(time.first, time.end)
      .some((token) => /^(?:to|until|till|through|-|–|—)$/i.test(token.text));
  return (
    noun !== undefined &&
    /^(?:NOUN|PROPN)$/.test(noun.pos) &&
    !isRange &&
    !isEventNoun(tree, tree.tokens[time.first - 1]?.head ?? -1)
  );
}

/**
 * Puts an event to a time by the preposition between them. "since 1992" tells when something began that still goes on;
 * with any other tense ("its first loss since 1992") it dates nothing.
 */
export function relationTo(tree: Tree, time: TokenRange, head: EventHead): Relation {
  if (isCompared(tree, time)) return { kind: 'none' };
  const preposition = word(tree, time.first - 1);
  if (preposition === 'from' && /^(?:before|earlier|ago)$/.test(word(tree, time.end - 1)))
    return { kind: 'none' };
  const above = governingPreposition(tree, time, head);
  if (above !== null && MENTIONING.has(above)) return { kind: 'none' };
  if (head.kind === 'verb' && tellsWhich(tree, time, preposition)) return { kind: 'none' };
  if (above === 'since' && preposition !== 'since') {
    const perfect = auxiliaries(tree.parsed, tree.children, head.token).some((aux) => aux.lemma === 'have');
    return perfect ? { kind: 'at', modifier: null, open: 'end' } : { kind: 'none' };
  }
  if (preposition === 'since') {
    const direct = head.kind === 'verb' && tree.tokens[time.first - 1]?.head === head.token;
    const perfect =
      direct && auxiliaries(tree.parsed, tree.children, head.token).some((aux) => aux.lemma === 'have');
    return perfect ? { kind: 'at', modifier: null, open: 'end' } : { kind: 'none' };
  }
  const isMoved = head.kind === 'verb' && MOVES.test(tree.tokens[head.token]?.lemma ?? '');
  const isDenied = (tree.children[head.token] ?? []).some((child) => tree.tokens[child]?.dep === 'neg');
  const open = UP_TO.test(preposition) && !isMoved && !isDenied ? 'start' : null;
  return { kind: 'at', modifier: MODIFIERS[preposition] ?? null, open };
}
