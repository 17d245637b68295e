import type { TaggerInput } from '../features';
import type { NameSpan } from '../name-span';

/** A rule that makes the tagger's names better by what the whole article shows. Spans stay in order, disjoint. */
export interface RefineRule {
  name: string;
  apply(spans: readonly NameSpan[], input: TaggerInput): NameSpan[];
}

/** 1 for each word that a span covers. */
export function coverage(spans: readonly NameSpan[], length: number): Uint8Array {
  const taken = new Uint8Array(length);
  for (const { first, end } of spans) taken.fill(1, first, end);
  return taken;
}

/** Both lists in reading order; they must not overlap. */
export function merged(spans: readonly NameSpan[], found: readonly NameSpan[]): NameSpan[] {
  return found.length === 0 ? [...spans] : [...spans, ...found].sort((a, b) => a.first - b.first);
}
