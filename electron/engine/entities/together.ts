/** Entities of one sentence beyond this many are not paired: a list of a hundred names tells nothing of any two. */
const MOST_IN_SENTENCE = 24;
/** Neighbours kept for an entity. */
const MOST_NEIGHBOURS = 20;

/**
 * For each entity the others that share sentences with it, most shared first.
 * @param sentences for each sentence the distinct entities (numbers below `count`) it names
 */
export function shareSentences(
  sentences: Iterable<ReadonlySet<number>>,
  count: number,
): { entity: number; sentences: number }[][] {
  const shared: Map<number, number>[] = Array.from({ length: count }, () => new Map());
  for (const all of sentences) {
    const entities = [...all].slice(0, MOST_IN_SENTENCE);
    for (const a of entities) {
      const row = shared[a]!;
      for (const b of entities) if (a !== b) row.set(b, (row.get(b) ?? 0) + 1);
    }
  }
  return shared.map((row) =>
    [...row]
      .map(([entity, sentences]) => ({ entity, sentences }))
      .sort((a, b) => b.sentences - a.sentences || a.entity - b.entity)
      .slice(0, MOST_NEIGHBOURS),
  );
}
