import table from '../../data/statement-cues.json';

/** What may hold the content beside a cue: see the table. */
export type Frame =
  | 'clause'
  | 'quotation'
  | 'infinitive'
  | 'directive'
  | 'object'
  | 'as'
  | 'predicate'
  | 'for'
  | 'of'
  | 'about'
  | 'on'
  | 'against'
  | 'to'
  | 'with';

const verbs = new Map<string, Set<string>>();
for (const { takes, words } of table.verbs) {
  for (const word of words) {
    const frames = verbs.get(word) ?? new Set();
    for (const frame of takes) frames.add(frame);
    verbs.set(word, frames);
  }
}
const NONE: ReadonlySet<string> = new Set();

/** The frames of a verb that tells of a statement; empty for any other. */
export function framesOf(lemma: string): ReadonlySet<Frame> {
  return (verbs.get(lemma) ?? NONE) as ReadonlySet<Frame>;
}

export const CUE_NOUNS: ReadonlySet<string> = new Set(table.nouns);
export const CUE_ADJECTIVES: ReadonlySet<string> = new Set(table.adjectives);
/** "in X's view": nouns of such phrases. */
export const VIEWS: ReadonlySet<string> = new Set(table.views);
/** Nouns that say something themselves: "Poll: ...". */
export const SOURCES: ReadonlySet<string> = new Set(table.sources);
/** Verbs that carry a noun of saying: "made the claim that". */
export const LIGHT_VERBS: ReadonlySet<string> = new Set(table.lightVerbs);
