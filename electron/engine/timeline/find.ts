import type { ParsedBlock } from '../stages';
import type { FoundTime, Match } from './found-time';
import { withoutPartsOfGames } from './game-report';
import { joinNeighbours } from './join';
import { mayBeginClass } from './lexicon';
import { inArticlesOrder } from './numeric-order';
import { beginnings, type ClassValues, matchPattern, type Pattern, readClass } from './pattern';
import { prefixAt } from './prefixes';
import { isRejected } from './reject';
import type { TimeRule } from './rule';
import { timeRules } from './rules';
import { extendBySuffix } from './suffixes';
import { type TimeWord, timeWords } from './words';

interface Candidate {
  order: number;
  rule: TimeRule;
  pattern: Pattern;
}

/** Patterns by the word they may begin with, and by the class; so that most words of a text cost one look-up. */
const byWord = new Map<string, Candidate[]>();
const byClass = new Map<keyof ClassValues, Candidate[]>();
timeRules.forEach((rule, order) => {
  for (const pattern of rule.patterns) {
    const { words, classes } = beginnings(pattern);
    for (const word of words) byWord.set(word, [...(byWord.get(word) ?? []), { order, rule, pattern }]);
    for (const name of classes) byClass.set(name, [...(byClass.get(name) ?? []), { order, rule, pattern }]);
  }
});

/** The longest match at a word; of equally long ones the rule that stands first in the list. */
export function matchAt(words: readonly TimeWord[], at: number): Match | null {
  let best: (Match & { order: number }) | null = null;
  const consider = ({ order, rule, pattern }: Candidate): void => {
    const match = matchPattern(pattern, words, at);
    if (!match || (best && (match.end < best.end || (match.end === best.end && order >= best.order)))) return;
    const meaning = rule.build(match.captures, { words, start: at, end: match.end });
    if (meaning) best = { end: match.end, meaning, rule: rule.name, order };
  };
  for (const candidate of byWord.get(words[at]?.text ?? '') ?? []) consider(candidate);
  const word = words[at];
  if (!word || !mayBeginClass(word)) return best;
  for (const [name, candidates] of byClass) {
    if (readClass(name, words, at)) for (const candidate of candidates) consider(candidate);
  }
  return best;
}

/** The match at a word with the words before ("late", "more than") and behind it that belong to it. */
function fullMatchAt(words: readonly TimeWord[], at: number): Match | null {
  const plain = matchAt(words, at);
  const prefix = prefixAt(words, at);
  const inner = prefix ? matchAt(words, prefix.end) : null;
  const changed = prefix && inner ? prefix.apply(inner.meaning) : null;
  const withPrefix = inner && changed ? { ...inner, meaning: changed } : null;
  const best = withPrefix && withPrefix.end >= (plain?.end ?? 0) ? withPrefix : plain;
  return best && extendBySuffix(best, words);
}

function findInBlock(block: ParsedBlock, index: number): FoundTime[] {
  const words = timeWords(block.parsed);
  const found: FoundTime[] = [];
  for (let at = 0; at < words.length; ) {
    const match = fullMatchAt(words, at);
    const [first, last] = [words[at], words[(match?.end ?? 0) - 1]];
    if (!match || !first || !last) {
      at++;
      continue;
    }
    const time: FoundTime = {
      block: index,
      start: first.start,
      end: last.end,
      firstWord: at,
      endWord: match.end,
      meaning: match.meaning,
      rule: match.rule,
    };
    if (!isRejected(time, words, block.parsed)) found.push(time);
    at = match.end;
  }
  return joinNeighbours(found, words);
}

/**
 * Finds the words that tell times: spans in reading order that never overlap, each inside one block.
 * Code blocks are passed over.
 */
export function findTimeExpressions(blocks: readonly ParsedBlock[]): FoundTime[] {
  const found = blocks.flatMap((block, index) => (block.kind === 'code' ? [] : findInBlock(block, index)));
  return inArticlesOrder(withoutPartsOfGames(found, blocks), blocks);
}
