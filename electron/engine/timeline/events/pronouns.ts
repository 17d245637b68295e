import type { Entity, Mention } from '../../../contract';
import { subjectOf } from './clause';
import type { EventHead } from './locate';
import type { Tree } from './tree';

/** Mentions of a block by where they stand. */
export interface BlockMentions {
  mentions: readonly Mention[];
  entities: ReadonlyMap<string, Entity>;
}

const PERSONAL = /^(?:he|she)$/i;

/** The mention that holds a token. */
export function mentionAt(tree: Tree, block: BlockMentions, token: number): Mention | null {
  const { start = 0, end = 0 } = tree.tokens[token] ?? {};
  return block.mentions.find((mention) => mention.span.start < end && start < mention.span.end) ?? null;
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
  const to = tree.tokens[token]?.start ?? 0;
  const persons = block.mentions.filter(
    (mention) =>
      mention.span.start >= from &&
      mention.span.end <= to &&
      block.entities.get(mention.entity)?.type === 'person',
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
