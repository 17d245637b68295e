import type { TaggerInput } from '../features';
import { KIND } from '../gazetteers';
import type { NameSpan } from '../name-span';
import type { Word } from '../words';
import { coverage } from './rule';

/** Words that have capitals of their own: titles, months, peoples, countries. */
const APART = KIND.honorific | KIND.calendar | KIND.demonym | KIND.country;

/**
 * In running text a word with a capital that directly follows a name belongs to it ("Google Ads |
 * Manager"): nothing else would have the capital. Persons, places and bodies are left alone: behind them
 * stands mostly an office or another name.
 */
export function completeCapitals(spans: readonly NameSpan[], input: TaggerInput): NameSpan[] {
  const { words } = input.document;
  const taken = coverage(spans, words.length);
  const isFree = (i: number): boolean => {
    const word = words[i];
    if (!word || taken[i] || word.sentenceStarts || word.lineStarts) return false;
    const kinds = input.gazetteers.begins[i]! | input.gazetteers.inside[i]!;
    // "Google Ads Manager", but "Windows Chairman Bill Gates".
    const office = (kinds & KIND.role) !== 0 && words[i + 1]?.lexeme.capitalised;
    return isPart(word) && !office && (kinds & APART) === 0;
  };
  return spans.map((span) => {
    const word = words[span.first]!;
    if (span.type !== 'MISC' || word.titled || word.shouted) return span;
    let { end } = span;
    while (isFree(end) && words[end]!.spaceBefore && words[end]!.block === word.block) end++;
    return end > span.end ? { ...span, end } : span;
  });
}

const isPart = ({ lexeme }: Word): boolean =>
  lexeme.capitalised && lexeme.text.length > 1 && /^[\p{L}\p{M}'’-]+$/u.test(lexeme.text);
