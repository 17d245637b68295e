import type { TaggerInput } from '../features';
import { KIND } from '../gazetteers';
import { isHolderSurname } from '../merge/titles';
import type { NameSpan } from '../name-span';

/** Verbs that only people (and bodies, which then are no persons either) do. */
const HUMAN_VERBS = new Set(
  'said says told tells contends claims insists suggests laughed agreed adds added explained explains wrote writes thinks thought believes believed argued argues recalled recalls admitted joked asked asks replied noted notes married died born wife husband son daughter mother father brother sister'.split(
    ' ',
  ),
);
/** How far round a mention such a verb counts, in words. */
const NEAR = 3;

/**
 * For each spelling of one word that is taken for a person: whether anything in the article speaks for a person, beside
 * the tagger: a first name, a title, a fuller name, or what only people do. A product has none of them.
 */
export function personEvidence(
  spans: readonly NameSpan[],
  keys: readonly string[],
  { document, gazetteers }: TaggerInput,
): ReadonlySet<string> {
  const { words } = document;
  const inFuller = new Set<string>();
  for (const { first, end, type } of spans) {
    if (type !== 'PER' || end - first < 2) continue;
    for (let i = first; i < end; i++) inFuller.add(words[i]!.lexeme.lower);
  }
  const spoken = new Set<string>();
  for (const [n, { first, end }] of spans.entries()) {
    const before = first > 0 ? gazetteers.begins[first - 1]! | gazetteers.inside[first - 1]! : 0;
    const human = (): boolean => {
      for (let i = Math.max(0, first - NEAR); i < Math.min(words.length, end + NEAR); i++) {
        const near = words[i]!;
        if (near.sentence === words[first]!.sentence && HUMAN_VERBS.has(near.lexeme.lower)) return true;
      }
      return false;
    };
    const last = words[end - 1]!.lexeme.lower;
    const known = (gazetteers.begins[first]! & KIND.firstName) !== 0 || isHolderSurname(last);
    const named = known || inFuller.has(last);
    if (end - first > 1 || named || before & (KIND.honorific | KIND.role) || human()) spoken.add(keys[n]!);
  }
  return spoken;
}
