import type { Range } from '../../../contract';
import type { TokenRange } from '../../language/document';
import { childrenWith, isVerb, subtree } from '../../language/syntax-tree';
import { type Frame, framesOf } from './cues';
import { doerOf, isPassive, speakerPhrase } from './speaker';
import {
  type BlockView,
  charactersAround,
  charactersOf,
  lemmaAt,
  lowerAt,
  type StatementDraft,
  sentenceAt,
} from './view';

const CLAUSE = new Set(['ccomp']);
const INFINITIVE = new Set(['xcomp']);
const OBJECT = new Set(['dobj', 'dative']);
const PREDICATE = new Set(['oprd', 'ccomp', 'xcomp']);
const PREPOSITION = new Set(['prep', 'prt']);
const HELPERS = new Set(['aux', 'auxpass', 'neg', 'prt']);
const PREPOSITIONS: Frame[] = ['for', 'of', 'about', 'on', 'against', 'to', 'with', 'as'];

/** Verbs outside quotations that tell of a statement, with what they tell. */
export function verbStatements(view: BlockView): StatementDraft[] {
  const found: StatementDraft[] = [];
  for (const [verb, token] of view.tokens.entries()) {
    if (token.pos !== 'VERB' || view.quotationOf[verb]! >= 0) continue;
    const frames = framesOf(lemmaAt(view, verb));
    if (frames.size === 0 || token.dep === 'amod' || token.dep === 'compound') continue;
    const content = contentOf(view, verb, frames);
    if (content.length === 0) continue;
    const head = doerOf(view, verb);
    if (head === null && !frames.has('quotation')) continue;
    found.push({ block: view.index, content, cue: cuePhrase(view, verb), ...speakerOf(view, head) });
  }
  return found;
}

export function speakerOf(
  view: BlockView,
  head: number | null,
): Pick<StatementDraft, 'speaker' | 'speakerHead'> {
  return { speaker: head === null ? null : speakerPhrase(view, head), speakerHead: head };
}

/** The verb with its auxiliaries. */
export function cuePhrase(view: BlockView, verb: number): TokenRange {
  const helpers = childrenWith(view, verb, HELPERS).filter((child) => child < verb && verb - child <= 4);
  return { first: Math.min(verb, ...helpers), end: verb + 1 };
}

function contentOf(view: BlockView, verb: number, frames: ReadonlySet<Frame>): Range[] {
  return (
    clauseContent(view, verb, frames) ??
    besideContent(view, verb, frames) ??
    infinitiveContent(view, verb, frames) ??
    predicateContent(view, verb, frames) ??
    prepositionContent(view, verb, frames) ??
    objectContent(view, verb, frames) ??
    []
  );
}

const hasTo = (view: BlockView, verb: number): boolean =>
  (view.children[verb] ?? []).some((child) => view.tokens[child]?.tag === 'TO');

/** "said that it rains", "wants Obama to leave", "It rains, she said". */
function clauseContent(view: BlockView, verb: number, frames: ReadonlySet<Frame>): Range[] | null {
  const clause = childrenWith(view, verb, CLAUSE).find((child) => isClause(view, child));
  if (clause === undefined) return null;
  if (!frames.has(hasTo(view, clause) && view.tokens[clause]?.tag === 'VB' ? 'directive' : 'clause')) {
    return frames.has('clause') ? clauseRange(view, clause, verb) : null;
  }
  return clauseRange(view, clause, verb);
}

const isClause = (view: BlockView, token: number): boolean =>
  isVerb(view.tokens[token]) ||
  (view.children[token] ?? []).some((child) => view.tokens[child]?.dep === 'nsubj');

function clauseRange(view: BlockView, clause: number, verb: number): Range[] {
  const hole = sayingPhrase(view, verb);
  if (clause < verb) {
    const first = isMain(view, verb)
      ? lineStart(view, sentenceAt(view, verb).first, verb)
      : subtree(view, clause)[0]!;
    const inside = charactersOf(view, first, hole.first);
    return inside ? [inside] : [];
  }
  const words = subtree(view, clause).filter((token) => token > verb);
  return charactersAround(view, words[0]!, words.at(-1)! + 1, hole);
}

const isMain = (view: BlockView, verb: number): boolean => view.tokens[verb]?.head === verb;

/** The parser runs sentences over line ends; a content does not. */
function lineStart(view: BlockView, first: number, until: number): number {
  let start = first;
  for (let at = first; at < until; at++) if (view.lineOf[at] !== view.lineOf[until]) start = at + 1;
  return start;
}

/** The verb, who says it and to whom: what is left out of the content it interrupts. */
export function sayingPhrase(view: BlockView, verb: number): TokenRange {
  const own = subtree(
    view,
    verb,
    (token, index) => /^(?:ccomp|xcomp|conj|cc)$/.test(token.dep) && token.head === verb && index !== verb,
  );
  let [from, to] = [own.indexOf(verb), own.indexOf(verb)];
  while (from > 0 && own[from - 1]! >= own[from]! - 2) from--;
  while (to + 1 < own.length && own[to + 1]! <= own[to]! + 2) to++;
  return { first: own[from]!, end: own[to]! + 1 };
}

const BESIDE = /^(?:parataxis|ccomp|advcl|conj)$/;

/** "The body was found Friday, police said": the parser hangs the saying below what is said. */
function besideContent(view: BlockView, verb: number, frames: ReadonlySet<Frame>): Range[] | null {
  const token = view.tokens[verb]!;
  const head = token.head;
  if (!frames.has('clause') || head === verb || !BESIDE.test(token.dep) || !isVerb(view.tokens[head]))
    return null;
  const subject = doerOf(view, verb);
  if (subject === null || view.tokens[subject]?.head !== verb || verb < head) return null;
  if (token.dep !== 'parataxis' && !followsComma(view, verb)) return null;
  const words = subtree(view, head, (_, index) => index === verb);
  const hole = sayingPhrase(view, verb);
  return charactersAround(view, words[0]!, Math.max(words.at(-1)! + 1, hole.end), hole);
}

/** A comma or a quotation mark stands before the saying, and nothing introduces it. */
function followsComma(view: BlockView, verb: number): boolean {
  const { first } = sayingPhrase(view, verb);
  const introduced = (view.children[verb] ?? []).some(
    (child) =>
      /^(?:mark|cc|advmod)$/.test(view.tokens[child]!.dep) && child < verb && lowerAt(view, child) !== 'also',
  );
  return !introduced && /^[,”"–—-]/.test(view.tokens[first - 1]?.text ?? '');
}

/** "wants to leave", "urged Obama to leave". */
function infinitiveContent(view: BlockView, verb: number, frames: ReadonlySet<Frame>): Range[] | null {
  const infinitive = childrenWith(view, verb, INFINITIVE).find((child) => child > verb && hasTo(view, child));
  if (infinitive === undefined) return null;
  const object = childrenWith(view, verb, OBJECT).find((child) => child > verb && child < infinitive);
  const directive = object !== undefined || isPassive(view, verb);
  if (!frames.has(directive ? 'directive' : 'infinitive')) return null;
  const words = subtree(view, infinitive).filter((word) => word > verb);
  const first = object === undefined ? words[0]! : subtree(view, object)[0]!;
  const range = charactersOf(view, first, words.at(-1)! + 1);
  return range ? [range] : null;
}

/** "called the charges unfounded". */
function predicateContent(view: BlockView, verb: number, frames: ReadonlySet<Frame>): Range[] | null {
  if (!frames.has('predicate') && !frames.has('as')) return null;
  const predicate = childrenWith(view, verb, PREDICATE).find((child) => child > verb);
  if (predicate === undefined || !frames.has('predicate')) return null;
  const object = childrenWith(view, verb, OBJECT).find((child) => child > verb) ?? predicate;
  const first = Math.min(...subtree(view, object).filter((word) => word > verb));
  const range = charactersOf(view, first, subtree(view, predicate).at(-1)! + 1);
  return range ? [range] : null;
}

/** "accused him of lying", "described it as a start", "called for talks". */
function prepositionContent(view: BlockView, verb: number, frames: ReadonlySet<Frame>): Range[] | null {
  const preposition = childrenWith(view, verb, PREPOSITION).find(
    (child) => child > verb && PREPOSITIONS.some((name) => lowerAt(view, child) === name && frames.has(name)),
  );
  if (preposition === undefined) return null;
  const object = childrenWith(view, verb, OBJECT).find((child) => child > verb && child < preposition);
  const words = subtree(view, preposition).filter((word) => word > preposition);
  const first = object === undefined ? preposition + 1 : subtree(view, object)[0]!;
  const range = words.length === 0 ? null : charactersOf(view, first, words.at(-1)! + 1);
  return range ? [range] : null;
}

/** "condemned the attack". */
function objectContent(view: BlockView, verb: number, frames: ReadonlySet<Frame>): Range[] | null {
  if (!frames.has('object')) return null;
  const object = childrenWith(view, verb, new Set(['dobj'])).find((child) => child > verb);
  if (object === undefined) return null;
  const words = subtree(view, object);
  const range = charactersOf(view, words[0]!, words.at(-1)! + 1);
  return range ? [range] : null;
}
