import type { Range } from '../../../contract';
import { childrenWith, subtree } from '../../language/syntax-tree';
import { CUE_ADJECTIVES, CUE_NOUNS, LIGHT_VERBS } from './cues';
import { doerOf } from './speaker';
import { speakerOf } from './verb-cues';
import { type BlockView, charactersOf, lemmaAt, lowerAt, type StatementDraft } from './view';

const OWNER = new Set(['poss']);
const CLAUSES = new Set(['acl', 'ccomp', 'relcl']);
const PREPOSITION = new Set(['prep', 'agent']);
const OBJECT = new Set(['pobj']);
const ADJECTIVE_CLAUSE = new Set(['ccomp', 'xcomp']);

/** Nouns and adjectives that tell of a statement: "X's claim that", "made the promise to", "is confident that". */
export function nounStatements(view: BlockView): StatementDraft[] {
  const found: StatementDraft[] = [];
  for (const [at, token] of view.tokens.entries()) {
    if (view.quotationOf[at]! >= 0) continue;
    const lemma = lemmaAt(view, at);
    const noun = token.pos === 'NOUN' && CUE_NOUNS.has(lemma);
    if (!noun && !(token.pos === 'ADJ' && CUE_ADJECTIVES.has(lemma))) continue;
    const head = noun ? ownerOf(view, at) : subjectOfAdjective(view, at);
    const content = head === null ? null : noun ? nounContent(view, at) : adjectiveContent(view, at);
    if (!content || head === null) continue;
    const cue = { first: at, end: at + 1 };
    found.push({ block: view.index, content: [content], cue, ...speakerOf(view, head) });
  }
  return found;
}

/** Whose it is: "X's claim", "a claim by X", "X made the claim", "X has a plan". */
function ownerOf(view: BlockView, noun: number): number | null {
  const owner = childrenWith(view, noun, OWNER)[0];
  if (owner !== undefined) return owner;
  const by = childrenWith(view, noun, PREPOSITION).find((child) =>
    /^(?:by|from)$/.test(lowerAt(view, child)),
  );
  if (by !== undefined) return childrenWith(view, by, OBJECT)[0] ?? null;
  const { dep, head } = view.tokens[noun]!;
  return dep === 'dobj' && LIGHT_VERBS.has(lemmaAt(view, head)) ? doerOf(view, head) : null;
}

/** The clause or infinitive behind the noun, or what its preposition holds ("criticism of Obama"). */
function nounContent(view: BlockView, noun: number): Range | null {
  const clause = childrenWith(view, noun, CLAUSES).find((child) => child > noun && isComplement(view, child));
  if (clause !== undefined) return rangeOf(view, subtree(view, clause), noun);
  const preposition = childrenWith(view, noun, PREPOSITION).find((child) =>
    /^(?:of|for|about|on|against|to|that)$/.test(lowerAt(view, child)),
  );
  if (preposition === undefined) return null;
  return rangeOf(view, subtree(view, preposition), preposition);
}

function rangeOf(view: BlockView, words: readonly number[], after: number): Range | null {
  const behind = words.filter((word) => word > after);
  return behind.length === 0 ? null : charactersOf(view, behind[0]!, behind.at(-1)! + 1);
}

/** "that it rains", "to leave": not a relative clause that only describes the noun. */
const isComplement = (view: BlockView, clause: number): boolean =>
  (view.children[clause] ?? []).some((child) => {
    const { tag, dep } = view.tokens[child]!;
    return tag === 'TO' || (dep === 'mark' && lowerAt(view, child) === 'that');
  });

const COPULAS = new Set(['be', 'feel', 'seem', 'remain', 'sound', 'appear', 'become', 'grow']);

function subjectOfAdjective(view: BlockView, adjective: number): number | null {
  const { dep, head } = view.tokens[adjective]!;
  return dep === 'acomp' && COPULAS.has(lemmaAt(view, head)) ? doerOf(view, head) : null;
}

function adjectiveContent(view: BlockView, adjective: number): Range | null {
  const clause = childrenWith(view, adjective, ADJECTIVE_CLAUSE)[0];
  if (clause !== undefined) return rangeOf(view, subtree(view, clause), adjective);
  const preposition = childrenWith(view, adjective, PREPOSITION).find((child) =>
    /^(?:of|about|with|to|at|for)$/.test(lowerAt(view, child)),
  );
  return preposition === undefined ? null : rangeOf(view, subtree(view, preposition), preposition);
}
