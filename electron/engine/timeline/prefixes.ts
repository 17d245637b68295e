import type { TimeModifier } from '../../contract';
import type { Meaning } from './meaning';
import { type Captures, compilePattern, matchPattern, type Pattern } from './pattern';
import type { TimeWord } from './words';

type Change = (meaning: Meaning, captures: Captures) => Meaning | null;

interface PrefixRule {
  name: string;
  pattern: Pattern;
  change: Change;
}

function prefix(name: string, pattern: string, change: Change): PrefixRule {
  return { name, pattern: compilePattern(pattern), change };
}

function isPoint(meaning: Meaning): boolean {
  return meaning.kind === 'calendar' || meaning.kind === 'step';
}

/** Sets the modifier of a point in time; lengths are left alone ("early three weeks" is no expression). */
function point(modifier: TimeModifier): Change {
  return (meaning) => (isPoint(meaning) ? { ...meaning, modifier } : null);
}

function anyAmount(modifier: TimeModifier): Change {
  return (meaning) =>
    meaning.kind === 'duration' || meaning.kind === 'distance' || isYear(meaning) || meaning.kind === 'clock'
      ? { ...meaning, modifier }
      : null;
}

function amount(modifier: TimeModifier): Change {
  return (meaning) =>
    meaning.kind === 'duration' || meaning.kind === 'distance' ? { ...meaning, modifier } : null;
}

function isYear(meaning: Meaning): boolean {
  return (
    meaning.kind === 'calendar' && (meaning.fields.year !== undefined || meaning.fields.month !== undefined)
  );
}

/** "over three years" is more than three; "over several years" is during them. */
function isExact(meaning: Meaning): boolean {
  return meaning.kind === 'duration' && !meaning.timex.includes('X') && !meaning.window;
}

/** Only a single day has mornings and nights. */
function isDay(meaning: Meaning): boolean {
  if (meaning.kind === 'step') return meaning.step.step !== undefined && meaning.grain === 'day';
  if (meaning.kind !== 'calendar') return false;
  const { day, weekday, holiday } = meaning.fields;
  return day !== undefined || weekday !== undefined || holiday !== undefined;
}

const partOfDay: Change = (meaning, { part }) =>
  isDay(meaning) && part ? { ...meaning, clock: `T${part}` } : null;

/** Words before a time that belong to it and bend its value; TIMEX3's MOD attribute. */
const prefixRules: PrefixRule[] = [
  prefix('early', 'the|its|his|their? how=early|earliest in? -?', point('start')),
  prefix('mid', 'the? how=mid|middle -?', point('middle')),
  prefix('late', 'the|its|his|their? how=late|latter -? in?', point('end')),
  prefix('post', 'how=post|pre -', (meaning) => (isYear(meaning) ? meaning : null)),
  prefix('earlier', 'how=earlier|later in? on?', (meaning) => (isPoint(meaning) ? meaning : null)),
  prefix(
    'the start of',
    'the? very? start|beginning|opening|onset|outset|first|early part? of',
    point('start'),
  ),
  prefix('the middle of', 'the? middle of', point('middle')),
  prefix('the end of', 'the? very? end|close|latter|last part? of', point('end')),
  prefix('the rest of', 'the? rest|remainder|course of', (meaning) => (isPoint(meaning) ? meaning : null)),
  prefix('most of', 'much|most|part|all of', (meaning) => (meaning.kind === 'step' ? meaning : null)),
  prefix('the morning of', 'the early|late? <part> of|on', partOfDay),
  prefix('early morning', 'early|mid|late -? <part> on|of?', partOfDay),
  prefix('night', 'the? early|late? hours? <part> of', partOfDay),
  prefix('about', 'about|around|roughly|approximately|some|circa|ca|c .?', anyAmount('about')),
  prefix('nearly', 'nearly|almost|close to?', amount('lessThan')),
  prefix('less than', 'less|fewer|shorter than', amount('lessThan')),
  prefix('no more than', 'no|not more than', amount('lessThan')),
  prefix('under', 'under|up to?', amount('lessThan')),
  prefix('at most', 'at most', amount('lessThan')),
  prefix('more than', 'a? little? more|longer than', amount('moreThan')),
  prefix('over', 'over', (meaning) => (isExact(meaning) ? { ...meaning, modifier: 'moreThan' } : null)),
  prefix('at least', 'at least the?', amount('moreThan')),
];

interface FoundPrefix {
  end: number;
  apply(meaning: Meaning): Meaning | null;
}

/** First words of all prefixes, to pass over most words quickly. */
const firstWords = new Set(
  prefixRules.flatMap(({ pattern }) => {
    const words: string[] = [];
    for (const element of pattern.elements) {
      if (element.kind === 'words') words.push(...element.words);
      if (!element.optional) break;
    }
    return words;
  }),
);
const NIGHT_OF = /^(?:night|morning|afternoon|evening)$/;

/** The longest prefix at a word. */
export function prefixAt(words: readonly TimeWord[], at: number): FoundPrefix | null {
  const text = words[at]?.text ?? '';
  if (!firstWords.has(text) && !NIGHT_OF.test(text)) return null;
  let best: FoundPrefix | null = null;
  for (const { pattern, change } of prefixRules) {
    const match = matchPattern(pattern, words, at);
    if (!match || match.end <= (best?.end ?? at)) continue;
    best = { end: match.end, apply: (meaning) => change(meaning, match.captures) };
  }
  return best;
}
