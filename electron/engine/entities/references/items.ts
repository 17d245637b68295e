import type { Entity } from '../../../contract';
import type { TokenRange } from '../../language/document';
import { isVerb, rootOf, type Tree, tokensIn } from '../../language/syntax-tree';
import type { EntityResult } from '../../stages';
import type { BlockView, FoundStatement } from '../statements/view';
import {
  type Gender,
  genderOfWord,
  isFirstPerson,
  isSecondPerson,
  meaningOf,
  type PronounClass,
  pronounClass,
} from './agreement';

export type Position = 'subject' | 'object' | 'owner' | 'other';

/** A name, pronoun or noun phrase of the article: what may refer or be referred to. */
export interface Item extends TokenRange {
  kind: 'name' | 'pronoun' | 'noun';
  /** Index of the block, and in its tokens the head of the phrase. */
  block: number;
  head: number;
  /** Running number of its sentence in the article. */
  sentence: number;
  /** Index of the entity it names or was tied to; -1 while none is known. */
  entity: number;
  lower: string;
  lemma: string;
  position: Position;
  /** The verb it stands nearest below, as token; -1 without one. */
  verb: number;
  plural: boolean;
  gender: Gender;
  /** Bits of `MEANS` for a noun. */
  meaning: number;
  pronoun: PronounClass | 'first' | 'second' | null;
  /** Number of the quotation it stands in, in its block; -1 outside. */
  quotation: number;
  /** Index of the statement whose content it stands in; -1 outside. */
  statement: number;
  /** Determiner of a noun phrase, lower case; empty without one. */
  determiner: string;
  /** Words behind the head describe it further ("the man who ..."). */
  described: boolean;
  /** Words before the head describe it ("the new man"). */
  modified: boolean;
  /** It opens its sentence, but for small words. */
  opens: boolean;
}

const OWN_POSITION: Record<string, Position> = {
  nsubj: 'subject',
  nsubjpass: 'subject',
  csubj: 'subject',
  expl: 'subject',
  dobj: 'object',
  dative: 'object',
  pobj: 'object',
  poss: 'owner',
};

/** Lists what the article's blocks hold in reading order; names as the entities have them. */
export function listItems(
  views: readonly BlockView[],
  { mentions, entities }: EntityResult,
  statements: readonly FoundStatement[],
  ids: readonly string[],
): Item[] {
  const numberOf = new Map(entities.map(({ id }: Entity, index) => [id, index]));
  const byBlock = new Map<string, { range: TokenRange; entity: number }[]>();
  const viewOf = new Map(ids.map((id, index) => [id, views[index]!]));
  for (const { span, entity } of mentions) {
    const view = viewOf.get(span.block);
    const range = view && tokensIn(view.parsed, span.start, span.end);
    if (!range) continue;
    const list = byBlock.get(span.block) ?? [];
    list.push({ range, entity: numberOf.get(entity)! });
    byBlock.set(span.block, list);
  }
  const items: Item[] = [];
  let sentence = 0;
  for (const [index, view] of views.entries()) {
    const before = items.length;
    itemsOfBlock(items, view, byBlock.get(ids[index]!) ?? [], sentence, statementOf(view, statements));
    nameAppositions(items, before, view);
    sentence += Math.max(1, view.parsed.sentences.length);
  }
  return items;
}

/** For each token of a block the statement whose content holds it, -1 for none. */
function statementOf(view: BlockView, statements: readonly FoundStatement[]): Int32Array {
  const found = new Int32Array(view.tokens.length).fill(-1);
  for (const [index, { block, content, goesOn }] of statements.entries()) {
    const ranges = [
      ...(block === view.index ? content : []),
      ...goesOn.filter((part) => part.block === view.index).map(({ range }) => range),
    ];
    for (const { start, end } of ranges) {
      const tokens = tokensIn(view.parsed, start, end);
      if (tokens) found.fill(index, tokens.first, tokens.end);
    }
  }
  return found;
}

function itemsOfBlock(
  items: Item[],
  view: BlockView,
  names: { range: TokenRange; entity: number }[],
  firstSentence: number,
  inStatement: Int32Array,
): void {
  const verbs = verbsAbove(view);
  let nextName = 0;
  let sentence = 0;
  for (let at = 0; at < view.tokens.length; at++) {
    while (sentence + 1 < view.parsed.sentences.length && view.parsed.sentences[sentence + 1]!.first <= at)
      sentence++;
    while (nextName < names.length && names[nextName]!.range.end <= at) nextName++;
    const name = names[nextName];
    const inName = name !== undefined && name.range.first <= at;
    if (inName && at !== name.range.first) continue;
    const bare = inName ? nameItem(view, name) : (pronounItem(view, at) ?? nounItem(view, at));
    if (!bare) continue;
    const { head } = bare;
    items.push({
      ...bare,
      block: view.index,
      sentence: firstSentence + sentence,
      lower: view.tokens[head]!.text.toLowerCase(),
      lemma: view.tokens[head]!.lemma.toLowerCase(),
      position: positionOf(view, head),
      verb: verbs[head]!,
      quotation: view.quotationOf[head]!,
      statement: inStatement[head]!,
      opens: opensSentence(view, bare.first, view.parsed.sentences[sentence]?.first ?? 0),
    });
  }
}

/** "the prosecutor, Mark Tedeschi" and "Mark Tedeschi, the prosecutor": the noun speaks of whom the name names. */
function nameAppositions(items: Item[], first: number, view: BlockView): void {
  const byHead = new Map<number, Item>();
  for (let at = first; at < items.length; at++) byHead.set(items[at]!.head, items[at]!);
  for (let at = first; at < items.length; at++) {
    const item = items[at]!;
    if (view.tokens[item.head]!.dep !== 'appos') continue;
    const other = byHead.get(view.tokens[item.head]!.head);
    if (!other || other.plural !== item.plural) continue;
    if (item.kind === 'name' && other.kind === 'noun') other.entity = item.entity;
    if (item.kind === 'noun' && other.kind === 'name') item.entity = other.entity;
  }
}

type Bare = Pick<
  Item,
  | 'kind'
  | 'first'
  | 'end'
  | 'head'
  | 'entity'
  | 'plural'
  | 'gender'
  | 'meaning'
  | 'pronoun'
  | 'determiner'
  | 'described'
  | 'modified'
>;

const PLAIN = {
  plural: false,
  gender: 'unknown',
  meaning: 0,
  pronoun: null,
  determiner: '',
  described: false,
  modified: false,
} as const;

function nameItem(view: BlockView, { range, entity }: { range: TokenRange; entity: number }): Bare {
  const head = rootOf(view, range);
  return { ...PLAIN, kind: 'name', ...range, head, entity, plural: /^NNP?S$/.test(view.tokens[head]!.tag) };
}

function pronounItem(view: BlockView, at: number): Bare | null {
  const token = view.tokens[at]!;
  if (token.pos !== 'PRON' && token.pos !== 'DET' && token.tag !== 'PRP$') return null;
  const lower = token.text.toLowerCase();
  const pronoun =
    pronounClass(lower) ?? (isFirstPerson(lower) ? 'first' : isSecondPerson(lower) ? 'second' : null);
  if (!pronoun) return null;
  return {
    ...PLAIN,
    kind: 'pronoun',
    first: at,
    end: at + 1,
    head: at,
    entity: -1,
    pronoun,
    plural: pronoun === 'they',
  };
}

const DETERMINERS =
  /^(?:the|this|that|these|those|a|an|some|any|every|each|no|another|my|his|her|its|our|your|their)$/;
const DESCRIBES = /^(?:relcl|acl|prep|appos)$/;

function nounItem(view: BlockView, at: number): Bare | null {
  const { pos, tag, dep, lemma, text } = view.tokens[at]!;
  if ((pos !== 'NOUN' && pos !== 'PROPN') || /^(?:compound|amod|nmod|npadvmod)$/.test(dep) || tag === 'CD')
    return null;
  let first = at;
  let [determiner, described, modified] = ['', false, false];
  for (const child of view.children[at]!) {
    const word = view.tokens[child]!;
    if (child < at && child >= at - 6 && word.pos !== 'PUNCT') first = Math.min(first, child);
    if (
      child < at &&
      (word.dep === 'det' || word.dep === 'poss') &&
      DETERMINERS.test(word.text.toLowerCase())
    )
      determiner = word.text.toLowerCase();
    else if (child < at && word.dep === 'poss') determiner = "'s";
    else if (child < at && /^(?:amod|compound|nummod|nmod)$/.test(word.dep)) modified = true;
    else if (child > at && DESCRIBES.test(word.dep)) described = true;
  }
  const lower = lemma.toLowerCase();
  return {
    ...PLAIN,
    kind: 'noun',
    first,
    end: at + 1,
    head: at,
    entity: -1,
    plural: tag.endsWith('S'),
    gender: genderOfWord(text.toLowerCase()),
    meaning: meaningOf(lower),
    determiner,
    described,
    modified,
  };
}

function positionOf({ tokens }: Tree, head: number): Position {
  let at = head;
  for (let climbs = 0; climbs < 4; climbs++) {
    const { dep } = tokens[at]!;
    if (dep !== 'conj' && dep !== 'appos' && dep !== 'compound' && dep !== 'nmod') break;
    if (dep === 'compound' || dep === 'nmod') return 'other';
    at = tokens[at]!.head;
  }
  return OWN_POSITION[tokens[at]!.dep] ?? 'other';
}

/** For each token the nearest verb strictly above it, -1 without one. */
function verbsAbove({ tokens }: Tree): Int32Array {
  const unknown = -2;
  const found = new Int32Array(tokens.length).fill(unknown);
  for (const start of tokens.keys()) {
    const path: number[] = [];
    let at = start;
    while (found[at] === unknown) {
      const { head } = tokens[at]!;
      if (head === at) found[at] = -1;
      else if (isVerb(tokens[head])) found[at] = head;
      else {
        path.push(at);
        at = head;
      }
    }
    for (const token of path) found[token] = found[at]!;
  }
  return found;
}

/** Only small words and punctuation stand between the sentence's start and the phrase. */
function opensSentence({ tokens }: Tree, first: number, sentenceStart: number): boolean {
  for (let at = sentenceStart; at < first; at++) {
    if (!/^(?:CCONJ|ADV|PUNCT|SPACE|DET|SCONJ)$/.test(tokens[at]!.pos)) return false;
  }
  return true;
}
