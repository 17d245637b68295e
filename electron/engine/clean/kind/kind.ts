import type { Found, PageKind } from '../../../contract';
import type { Draft } from '../../read/draft';
import { type Vote, votesFor } from './votes';

/** Sum of weights from which a page is taken for another kind than an article. */
const ENOUGH = 3;

/**
 * What kind of page a draft was saved from, by what the page says of itself, where it lay, and how its text is made.
 * An article unless there is enough that speaks for another kind, and more than for an article. Null for documents.
 * @param decided what the reader said it is; goes before everything
 */
export function decideKind(draft: Draft, decided: PageKind | null): Found<PageKind> | null {
  if (draft.kind === 'document') return null;
  if (decided) return { value: decided, source: 'reader' };
  const sums = new Map<PageKind, { weight: number; strongest: Vote }>();
  for (const vote of votesFor(draft)) {
    const sum = sums.get(vote.kind);
    if (!sum) sums.set(vote.kind, { weight: vote.weight, strongest: vote });
    else {
      sum.weight += vote.weight;
      if (vote.weight > sum.strongest.weight) sum.strongest = vote;
    }
  }
  const article = sums.get('article');
  let best: { kind: PageKind; weight: number; strongest: Vote } | null = null;
  for (const [kind, sum] of sums)
    if (kind !== 'article' && sum.weight > (best?.weight ?? 0)) best = { kind, ...sum };
  const other = best && best.weight >= ENOUGH && best.weight > (article?.weight ?? 0) ? best : null;
  const sign = other?.strongest ?? article?.strongest;
  if (!sign) return { value: 'article', source: 'detected' };
  return { value: other?.kind ?? 'article', source: sign.source, words: sign.words };
}
