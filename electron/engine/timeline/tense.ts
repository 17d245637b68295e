import type { ParsedText, Token } from '../language/document';
import { auxiliaries, childrenOf, isVerb } from '../language/syntax-tree';
import type { FoundTime } from './found-time';
import type { TimeWord } from './words';

export { auxiliaries, childrenOf, isVerb };

/** Which way a sentence looks at the time it names; `scheduled` is a simple present ("the two meet Monday"). */
export type Direction = 'past' | 'present' | 'scheduled' | 'future';

/** Verbs and adjectives whose infinitive lies ahead of them: "plans to meet on Friday". */
const AHEAD = new Set([
  'plan',
  'expect',
  'schedule',
  'intend',
  'agree',
  'want',
  'hope',
  'vow',
  'promise',
  'set',
  'due',
  'slate',
  'aim',
  'prepare',
  'propose',
  'threaten',
  'ask',
  'order',
  'urge',
  'decide',
  'go',
  'likely',
  'ready',
  'pledge',
  'need',
  'call',
  'offer',
  'seek',
  'invite',
]);
/** Verbs whose simple present tells of now or of what was just said, and schedules nothing. */
const STATES = new Set([
  'be',
  'have',
  'say',
  'tell',
  'report',
  'know',
  'think',
  'believe',
  'claim',
  'show',
  'mean',
  'remain',
  'include',
  'seem',
  'write',
  'want',
  'need',
  'expect',
  'hope',
  'note',
  'add',
  'argue',
  'suggest',
]);
const FUTURE_AUX = new Set(['will', 'shall', "'ll", 'wo', 'would', "'d", 'sha']);
const MODALS = new Set(['may', 'should', 'must']);
const MOST_CLIMBS = 40;

/** The nearest verb above a token, or the token itself; null when there is none up to the root. */
export function governingVerb(parsed: ParsedText, from: number): number | null {
  let at = from;
  for (let climbs = 0; climbs < MOST_CLIMBS; climbs++) {
    const token = parsed.tokens[at];
    if (!token) return null;
    if (isVerb(token) && token.dep !== 'aux' && token.dep !== 'auxpass' && token.dep !== 'amod') return at;
    if (token.head === at) return null;
    at = token.head;
  }
  return null;
}

/** Which way a verb looks; an infinitive or participle asks the verb above it. */
export function verbDirection(
  parsed: ParsedText,
  children: number[][],
  verb: number,
  climbs = 0,
): Direction | null {
  const token = parsed.tokens[verb];
  if (!token || climbs > 6) return null;
  const aux = auxiliaries(parsed, children, verb);
  const has = (words: ReadonlySet<string>): boolean => aux.some((word) => words.has(word.text.toLowerCase()));
  if (has(FUTURE_AUX)) return 'future';
  if (has(MODALS)) return aux.some((word) => word.lemma === 'have') ? 'past' : 'future';
  if (aux.some((word) => word.tag === 'VBD' || word.lemma === 'have'))
    return isGoingTo(token, aux) ? 'future' : 'past';
  if (token.tag === 'VBD') return 'past';
  if (aux.some((word) => word.tag === 'TO')) return infinitiveDirection(parsed, children, verb, climbs);
  if (aux.some((word) => word.tag === 'VBZ' || word.tag === 'VBP')) {
    if (token.tag === 'VBG') return 'future';
    return token.tag === 'VBN' && AHEAD.has(token.lemma) ? 'future' : 'present';
  }
  if (token.tag === 'VBZ' || token.tag === 'VBP' || (token.tag === 'VB' && token.dep === 'ROOT'))
    return STATES.has(token.lemma.toLowerCase()) && !isPerformed(parsed, children, verb)
      ? 'present'
      : 'scheduled';
  if (token.tag === 'VBN' && token.dep !== 'conj') return AHEAD.has(token.lemma) ? null : 'past';
  if (token.head === verb) return null;
  const above = governingVerb(parsed, token.head);
  return above === null || above === verb ? null : verbDirection(parsed, children, above, climbs + 1);
}

/** "reports earnings on Wednesday": a thing done, not a thing said. */
function isPerformed(parsed: ParsedText, children: number[][], verb: number): boolean {
  const lemma = parsed.tokens[verb]?.lemma.toLowerCase() ?? '';
  const deps = (children[verb] ?? []).map((child) => parsed.tokens[child]?.dep);
  return /^(?:report|show|present)$/.test(lemma) && deps.includes('dobj') && !deps.includes('ccomp');
}

/** "had been due to expire Friday": what lay ahead lies behind by now. */
function isPastPerfect(parsed: ParsedText, children: number[][], verb: number | null): boolean {
  return (
    verb !== null &&
    auxiliaries(parsed, children, verb).some((word) => word.tag === 'VBD' && word.lemma === 'have')
  );
}

function isGoingTo(token: Token, aux: Token[]): boolean {
  return token.tag === 'VBG' && token.lemma === 'go' && aux.some((word) => word.lemma === 'be');
}

function infinitiveDirection(
  parsed: ParsedText,
  children: number[][],
  verb: number,
  climbs: number,
): Direction | null {
  const token = parsed.tokens[verb];
  const head = token && parsed.tokens[token.head];
  if (!token || !head || token.head === verb) return 'future';
  if (isPastPerfect(parsed, children, governingVerb(parsed, token.head))) return 'past';
  if (AHEAD.has(head.lemma.toLowerCase()) || head.lemma === 'be') return 'future';
  const above = governingVerb(parsed, token.head);
  if (above === null || above === verb) return 'future';
  const direction = verbDirection(parsed, children, above, climbs + 1);
  return direction === 'past' && (token.dep === 'xcomp' || token.dep === 'advcl') ? 'past' : direction;
}

const PAST_BEFORE = new Set(['since', 'after']);
const FUTURE_BEFORE = new Set(['by', 'beginning', 'starting']);
/** Before a noun a time describes it ("the June agreement"); the verb's tense is not about it. */
const BEFORE_NOUN = /^(?:compound|nmod|amod|nummod|poss)$/;

/** "effective June 1", "as soon as Tuesday", "until Friday". */
function looksAhead(time: FoundTime, words: readonly TimeWord[]): boolean {
  const before = (offset: number): string => words[time.firstWord - offset]?.text ?? '';
  const asSoon = before(1) === 'as' && /^(?:soon|early|late)$/.test(before(2)) && before(3) === 'as';
  return asSoon || before(1) === 'effective' || before(1) === 'until' || before(1) === 'till';
}

/** The token of the expression whose head lies outside it. */
function rootToken(time: FoundTime, words: readonly TimeWord[]): Token | undefined {
  const [first, last] = [words[time.firstWord]?.tokenIndex ?? -1, words[time.endWord - 1]?.tokenIndex ?? -1];
  for (let at = time.endWord - 1; at >= time.firstWord; at--) {
    const token = words[at]?.token;
    if (token && (token.head < first || token.head > last)) return token;
  }
  return words[time.endWord - 1]?.token;
}

/** As the verb looks, except that who "was the first to land on Friday" has landed, and who "has called a vote for Friday" has not voted. */
function timeDirection(parsed: ParsedText, children: number[][], verb: number): Direction | null {
  const head = parsed.tokens[parsed.tokens[verb]?.head ?? verb];
  const isInfinitive = auxiliaries(parsed, children, verb).some((word) => word.tag === 'TO');
  if (isInfinitive && head && /^(?:first|last|second|third|latest|only)$/.test(head.lemma.toLowerCase()))
    return null;
  return verbDirection(parsed, children, verb);
}

const FORECASTS = new Set(['forecast', 'predict', 'outline', 'project', 'anticipate', 'expect']);
const FORESEEN = new Set(['risk', 'forecast', 'outlook', 'threat', 'chance', 'likelihood']);

/** "has outlined a risk of storms Saturday", "forecast rain for Friday": what is foreseen lies ahead, however it is told. */
function isForecastFor(parsed: ParsedText, verb: number, time: number): boolean {
  const lemma = parsed.tokens[verb]?.lemma.toLowerCase() ?? '';
  if (!FORECASTS.has(lemma) && !/^(?:issue|give|see|warn)$/.test(lemma)) return false;
  const foresees = parsed.tokens.slice(verb, time).some((token) => FORESEEN.has(token.lemma.toLowerCase()));
  const isFor = parsed.tokens[time - 1]?.text.toLowerCase() === 'for';
  if (foresees && (FORECASTS.has(lemma) || isFor)) return true;
  let at = time;
  for (let climbs = 0; climbs < 8; climbs++) {
    const token = parsed.tokens[at];
    if (!token || token.head === at || at === verb) return false;
    if (at !== time && FORESEEN.has(token.lemma.toLowerCase())) return true;
    if (FORECASTS.has(lemma) && token.dep === 'prep' && token.text.toLowerCase() === 'for') return true;
    at = token.head;
  }
  return false;
}

/** Which way the words around a time expression look; null when they do not say. */
export function directionOf(
  time: FoundTime,
  words: readonly TimeWord[],
  parsed: ParsedText,
  children: number[][],
): Direction | null {
  const before = words[time.firstWord - 1]?.text ?? '';
  const last = words[time.endWord - 1];
  if (!last || last.tokenIndex < 0) return null;
  const verb = governingVerb(parsed, last.tokenIndex);
  if (looksAhead(time, words)) return isPastPerfect(parsed, children, verb) ? 'past' : 'future';
  if (words[time.endWord]?.text === "'s") return 'past';
  if (BEFORE_NOUN.test(rootToken(time, words)?.dep ?? '')) return null;
  if (verb !== null && isForecastFor(parsed, verb, last.tokenIndex)) return 'future';
  const direction = verb === null ? null : timeDirection(parsed, children, verb);
  if (PAST_BEFORE.has(before) && direction !== 'future') return 'past';
  if (FUTURE_BEFORE.has(before) && direction !== 'past') return 'future';
  return direction;
}
