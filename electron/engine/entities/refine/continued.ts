import type { TaggerInput } from '../features';
import { KIND } from '../gazetteers';
import { spanText } from '../merge/forms';
import { addTo } from '../merge/group-by';
import type { NameSpan } from '../name-span';
import type { Word } from '../words';

/** Words in small letters that join the two halves of one name. */
const JOINTS = new Set(["'s", '’s', "'", '’', 'and', '&', 'of', 'in', 'for', 'on', 'to', 'by', 'the', 'a']);
const MOST_JOINTS = 2;
/** So many occurrences, all going on in the same way, show that it is one name. */
const FEWEST = 2;

const KNOWN = KIND.country | KIND.place | KIND.organisation | KIND.demonym;

interface Continuation {
  /** Its first word, and the index behind its last one. */
  from: number;
  end: number;
  /** Joined by a word of lists: what stands behind it may be a name of its own. */
  listed: boolean;
  /** Joints and first word, by which continuations are compared. */
  opening: string;
}

/**
 * A name that the article never writes without the same words behind it goes on over them ("Murray | 's Pizza and
 * Wine", "Noble Moving | and Storage"), unless those are a name elsewhere too.
 */
export function joinContinued(spans: readonly NameSpan[], { document, gazetteers }: TaggerInput): NameSpan[] {
  const { words } = document;
  const startOf = new Map(spans.map((span) => [span.first, span]));
  const count = new Map<string, number>();
  for (const span of spans) count.set(spanText(words, span), (count.get(spanText(words, span)) ?? 0) + 1);
  const seen = new Map<string, (Continuation | null)[]>();
  const own = spans.map((span) => continuationOf(span, words));
  for (const [i, span] of spans.entries()) {
    const key = spanText(words, span);
    addTo(seen, key, own[i]!);
  }
  const joins = (key: string): boolean => {
    const all = seen.get(key)!;
    const first = all[0];
    if (!first || all.length < FEWEST || all.some((one) => one?.opening !== first.opening)) return false;
    for (let at = first.from; at < first.end; at++) {
      const behind = startOf.get(at);
      if (behind && count.get(spanText(words, behind))! > all.length) return false;
      if (behind && (first.listed || gazetteers.nameEnds[at]! >= behind.end)) return false;
    }
    return true;
  };
  const isKnown = ({ first, end }: NameSpan): boolean =>
    gazetteers.nameEnds[first] === end && (gazetteers.begins[first]! & KNOWN) !== 0;
  const wholes = new Map<string, boolean>();
  let reached = 0;
  return spans.flatMap((span, i) => {
    if (span.first < reached) return [];
    const key = spanText(words, span);
    const continuation = own[i];
    if (!wholes.has(key)) wholes.set(key, !isKnown(span) && joins(key));
    if (!continuation || !wholes.get(key)) return [span];
    reached = continuation.end;
    // What a person owns or shares in a name is a house: "Murray's Pizza and Wine".
    const whole = { first: span.first, end: continuation.end, rule: 'continued' };
    return [span.type === 'PER' ? { ...whole, type: 'ORG' } : { ...span, ...whole }];
  });
}

function continuationOf({ end }: NameSpan, words: readonly Word[]): Continuation | null {
  const last = words[end - 1]!;
  const runs = (i: number): boolean =>
    words[i]?.block === last.block && words[i]!.sentence === last.sentence && !words[i]!.lineStarts;
  let at = end;
  while (at - end < MOST_JOINTS && runs(at) && JOINTS.has(words[at]!.lexeme.text)) at++;
  if (at === end || !runs(at) || !words[at]!.lexeme.capitalised) return null;
  const opening = words
    .slice(end, at + 1)
    .map(({ lexeme }) => lexeme.text)
    .join(' ');
  let stop = at + 1;
  while (runs(stop) && (words[stop]!.lexeme.capitalised || goesOn(words, stop))) stop++;
  const listed = /^(?:and|&)$/.test(words[end]!.lexeme.text);
  return { from: end, end: stop, listed, opening };

  function goesOn(all: readonly Word[], i: number): boolean {
    return JOINTS.has(all[i]!.lexeme.text) && runs(i + 1) && all[i + 1]!.lexeme.capitalised;
  }
}
