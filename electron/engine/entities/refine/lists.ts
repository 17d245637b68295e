import type { NameSpan } from '../name-span';
import type { Word } from '../words';

const COMMA = /^(?:,|;|\/|\|)$/;
const AND = /^(?:and|or|&|nor|plus)$/;

/**
 * Names that stand in one list ("Uber and Lyft", "TikTok, Facebook, or Instagram"), as indices in `spans`: three or
 * more, or two joined by a word; two with nothing but a comma between are mostly a name and what describes it.
 */
export function listsOfNames(spans: readonly NameSpan[], words: readonly Word[]): number[][] {
  const lists: number[][] = [];
  let list: number[] = [];
  let joined = false;
  const finish = (): void => {
    if (list.length > 2 || (list.length === 2 && joined)) lists.push(list);
    list = [];
    joined = false;
  };
  for (let i = 0; i < spans.length; i++) {
    const link = i > 0 ? linkBetween(spans[i - 1]!, spans[i]!, words) : 'none';
    if (link === 'none') finish();
    if (link === 'word') joined = true;
    list.push(i);
  }
  finish();
  return lists;
}

function linkBetween(a: NameSpan, b: NameSpan, words: readonly Word[]): 'none' | 'comma' | 'word' {
  const gap = words.slice(a.end, b.first);
  if (gap.length === 0 || gap.length > 2 || words[a.end]!.block !== words[b.first]!.block) return 'none';
  if (words[a.end]!.sentence !== words[b.first]!.sentence) return 'none';
  const last = gap.at(-1)!.lexeme.lower;
  if (gap.length === 2 && !(COMMA.test(gap[0]!.lexeme.text) && AND.test(last))) return 'none';
  if (AND.test(last) || last === '/') return 'word';
  return COMMA.test(last) ? 'comma' : 'none';
}
