import type { Entity, Mention, Reference, TextSpan } from '../../../contract';
import { subjectOf } from './clause';
import type { EventHead } from './locate';
import { sentenceOf, type Tree } from './tree';

/** Mentions of a block, in reading order and never overlapping. */
export interface BlockMentions {
  mentions: readonly Mention[];
  /** "he", "the company", in reading order. */
  references?: readonly Reference[];
  entities: ReadonlyMap<string, Entity>;
  /** The person that the block before ended with, for pronouns. */
  carried: Mention | null;
}

/** Mentions that share a character with the range. */
export function mentionsIn({ mentions }: BlockMentions, start: number, end: number): Mention[] {
  return sharing(mentions, start, end);
}

/** References that share a character with the range. */
export function referencesIn({ references = [] }: BlockMentions, start: number, end: number): Reference[] {
  return sharing(references, start, end);
}

/** Those of a list in reading order, none overlapping another, that share a character with the range. */
function sharing<T extends { span: TextSpan }>(all: readonly T[], start: number, end: number): T[] {
  let low = 0;
  let high = all.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((all[middle]?.span.end ?? 0) <= start) low = middle + 1;
    else high = middle;
  }
  const found: T[] = [];
  for (let at = low; at < all.length; at++) {
    const one = all[at];
    if (!one || one.span.start >= end) break;
    found.push(one);
  }
  return found;
}

const PERSONAL = /^(?:he|she)$/i;
const OF_PERSON = /^(?:he|she|his|her)$/i;

/** The mention that holds a token. */
export function mentionAt(tree: Tree, block: BlockMentions, token: number): Mention | null {
  const { start = 0, end = 0 } = tree.tokens[token] ?? {};
  return mentionsIn(block, start, end)[0] ?? null;
}

/** The noun described by the relative clause that a token stands in: whom "he" means in "X, who said he ...". */
function relativeAntecedent(tree: Tree, from: number): number | null {
  let at = from;
  for (let climbs = 0; climbs < 12; climbs++) {
    const token = tree.tokens[at];
    if (!token || token.head === at) return null;
    if (token.dep === 'relcl') return token.head;
    at = token.head;
  }
  return null;
}

/** Persons named in the sentence before the pronoun. */
function personsBefore(tree: Tree, block: BlockMentions, sentenceStart: number, token: number): Mention[] {
  const from = tree.tokens[sentenceStart]?.start ?? 0;
  const to = tree.tokens[token]?.start ?? tree.parsed.text.length;
  const persons = mentionsIn(block, from, to).filter(
    (mention) => mention.span.end <= to && block.entities.get(mention.entity)?.type === 'person',
  );
  return persons.filter(
    (mention, index) => persons.findIndex((other) => other.entity === mention.entity) === index,
  );
}

/**
 * Whom a subject pronoun means, only where the sentence itself makes it certain: the person that a relative clause
 * describes, or the only person named before it in the sentence.
 */
export function pronounMention(
  tree: Tree,
  block: BlockMentions,
  head: EventHead,
  sentenceStart: number,
): { token: number; mention: Mention } | null {
  if (head.kind !== 'verb') return null;
  const subject = subjectOf(tree, head.token);
  const text = subject ? (tree.tokens[subject.token]?.text ?? '') : '';
  if (!subject || !PERSONAL.test(text)) return null;
  const antecedent = relativeAntecedent(tree, head.token);
  const described = antecedent === null ? null : mentionAt(tree, block, antecedent);
  if (described && block.entities.get(described.entity)?.type === 'person')
    return { token: subject.token, mention: described };
  const persons = personsBefore(tree, block, sentenceStart, subject.token);
  const [only] = persons;
  return persons.length === 1 && only && antecedent === null ? { token: subject.token, mention: only } : null;
}

/** Sentences back that a pronoun may reach; bounds the work on a block of pronouns alone. */
const REACH = 24;

/** The one person named in the last sentence before `end` that names any; null when it names several. */
function lastPerson(tree: Tree, block: BlockMentions, end: number): Mention | null {
  let start = end;
  for (let back = 0; back < REACH && start > 0; back++) {
    const before = sentenceOf(tree.parsed, start - 1);
    const persons = personsBefore(tree, block, before.first, start);
    if (persons.length > 0) return persons.length === 1 ? (persons[0] ?? null) : null;
    if (before.first >= start) return null;
    start = before.first;
  }
  return block.carried;
}

/** Whom a pronoun at the start of the next block would carry on. */
export function personAtEnd(tree: Tree, block: BlockMentions): Mention | null {
  return lastPerson(tree, block, tree.tokens.length);
}

/**
 * Whom "he" or "she" as a subject most likely carries on: the one person named in the nearest sentence before that
 * names any. Good enough to list the event under that entity, not to put the name into its headline.
 */
export function carriedPerson(tree: Tree, block: BlockMentions, subject: number): Mention | null {
  if (!OF_PERSON.test(tree.tokens[subject]?.text ?? '')) return null;
  const sentence = sentenceOf(tree.parsed, subject);
  const own = personsBefore(tree, block, sentence.first, subject);
  if (own.length > 0) return own.length === 1 ? (own[0] ?? null) : null;
  return lastPerson(tree, block, sentence.first);
}
