import type { Range } from '../../../contract';
import type { TokenRange } from '../../language/document';
import { childrenWith, isVerb, subtree } from '../../language/syntax-tree';
import { framesOf, SOURCES, VIEWS } from './cues';
import { doerOf } from './speaker';
import { cuePhrase, speakerOf } from './verb-cues';
import { type BlockView, charactersAround, lemmaAt, lowerAt, type StatementDraft, sentenceAt } from './view';

const OBJECT = new Set(['pobj']);
const PREPOSITION = new Set(['prep', 'prt', 'pcomp']);
const OWNER = new Set(['poss']);

/** A phrase that names the source of the sentence it stands in. */
interface SourcePhrase {
  /** All its words. */
  range: TokenRange;
  cue: TokenRange;
  speaker: number;
  /** Token under which it hangs. */
  governor: number;
}

/** Statements told by a phrase about the source: "according to X", "in X's view", "as X put it". */
export function phraseStatements(view: BlockView): StatementDraft[] {
  const found: StatementDraft[] = [];
  for (const at of view.tokens.keys()) {
    if (view.quotationOf[at]! >= 0) continue;
    const phrase = accordingTo(view, at) ?? inTheViewOf(view, at) ?? asSaid(view, at);
    const content = phrase ? contentOf(view, phrase) : [];
    if (!phrase || content.length === 0) continue;
    found.push({ block: view.index, content, cue: phrase.cue, ...speakerOf(view, phrase.speaker) });
  }
  return [...found, ...headlineStatements(view)];
}

function accordingTo(view: BlockView, at: number): SourcePhrase | null {
  if (lowerAt(view, at) !== 'according' || lowerAt(view, at + 1) !== 'to') return null;
  const speaker = childrenWith(view, at + 1, OBJECT)[0] ?? childrenWith(view, at, OBJECT)[0];
  if (speaker === undefined) return null;
  const words = subtree(view, at);
  const range = { first: at, end: Math.max(words.at(-1)!, at + 1) + 1 };
  return { range, cue: { first: at, end: at + 2 }, speaker, governor: view.tokens[at]!.head };
}

function inTheViewOf(view: BlockView, at: number): SourcePhrase | null {
  if (!/^(?:in|by|to)$/.test(lowerAt(view, at))) return null;
  const noun = childrenWith(view, at, OBJECT)[0];
  if (noun === undefined || !VIEWS.has(lemmaAt(view, noun))) return null;
  const of = childrenWith(view, noun, PREPOSITION).find((child) => lowerAt(view, child) === 'of');
  const speaker =
    childrenWith(view, noun, OWNER)[0] ?? (of === undefined ? undefined : childrenWith(view, of, OBJECT)[0]);
  if (speaker === undefined) return null;
  const range = { first: at, end: subtree(view, at).at(-1)! + 1 };
  return { range, cue: { first: noun, end: noun + 1 }, speaker, governor: view.tokens[at]!.head };
}

/** "as X said", "as X put it". */
function asSaid(view: BlockView, at: number): SourcePhrase | null {
  const token = view.tokens[at]!;
  if (
    token.dep !== 'advcl' ||
    !isVerb(token) ||
    !(framesOf(lemmaAt(view, at)).has('quotation') || lowerAt(view, at) === 'put')
  )
    return null;
  const words = subtree(view, at);
  if (lowerAt(view, words[0]!) !== 'as') return null;
  const speaker = doerOf(view, at);
  if (
    speaker === null ||
    view.tokens[speaker]?.head !== at ||
    (view.children[at] ?? []).some((child) => view.tokens[child]?.dep === 'ccomp')
  )
    return null;
  const range = { first: words[0]!, end: words.at(-1)! + 1 };
  return { range, cue: cuePhrase(view, at), speaker, governor: token.head };
}

/** What the phrase is about: the clause it hangs in; the whole sentence when it opens or closes one. */
function contentOf(view: BlockView, { range, governor }: SourcePhrase): Range[] {
  const sentence = lineAround(view, sentenceAt(view, range.first), range);
  const closes = isEdge(view, range.end, sentence.end);
  const opens = isEdge(view, sentence.first, range.first);
  if (closes || opens) return charactersAround(view, sentence.first, sentence.end, range);
  const words = subtree(view, governor).filter((word) => word >= sentence.first && word < sentence.end);
  if (words.length === 0) return [];
  return charactersAround(view, words[0]!, words.at(-1)! + 1, range);
}

/** Only punctuation and joining words stand between. */
function isEdge(view: BlockView, first: number, end: number): boolean {
  for (let at = first; at < end; at++) {
    const { pos } = view.tokens[at]!;
    if (pos !== 'PUNCT' && pos !== 'SPACE' && pos !== 'CCONJ') return false;
  }
  return true;
}

function lineAround(view: BlockView, sentence: TokenRange, inside: TokenRange): TokenRange {
  let { first, end } = sentence;
  while (view.lineOf[first] !== view.lineOf[inside.first]) first++;
  while (end > inside.end && view.lineOf[end - 1] !== view.lineOf[inside.end - 1]) end--;
  return { first, end };
}

/** Longest source before the colon of a headline, in tokens. */
const LONGEST_SOURCE = 6;

/** "Kerry: US plans talks", "Poll: voters want change": a line that is no sentence, with its source before a colon. */
function headlineStatements(view: BlockView): StatementDraft[] {
  const colon = view.tokens.findIndex(({ text }) => text === ':');
  if (colon < 1 || colon > LONGEST_SOURCE || view.lineOf[colon] !== 0) return [];
  const head = colon - 1;
  const { pos } = view.tokens[head]!;
  if (pos !== 'PROPN' && !SOURCES.has(lemmaAt(view, head))) return [];
  let end = colon + 1;
  while (end < view.tokens.length && view.lineOf[end] === 0) end++;
  const hasVerb = view.tokens.slice(colon, end).some(isVerb);
  const onlyNames = view.tokens
    .slice(0, colon)
    .every((token) => token.pos !== 'VERB' && token.pos !== 'PUNCT');
  if (!hasVerb || !onlyNames) return [];
  const content = charactersAround(view, colon + 1, end, { first: colon, end: colon + 1 });
  return [
    {
      block: view.index,
      content,
      cue: { first: colon, end: colon + 1 },
      speaker: { first: 0, end: colon },
      speakerHead: head,
    },
  ];
}
