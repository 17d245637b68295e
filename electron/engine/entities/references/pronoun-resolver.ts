import type { Mention, TextSpan } from '../../../contract';
import type { EntityResult, ReferenceResult } from '../../stages';

/** Whom the words of a span mean: the first mention of their entity; null when nobody is sure. */
export type PronounResolver = (pronoun: TextSpan) => Mention | null;

/** Looks up the references of an article by their place. */
export function pronounResolver({
  mentions,
  entities,
  references,
}: EntityResult & ReferenceResult): PronounResolver {
  const byId = new Map(mentions.map((mention) => [mention.id, mention]));
  const first = new Map(entities.map(({ id, mentions: own }) => [id, byId.get(own[0] ?? '') ?? null]));
  const meant = new Map(references.map(({ span, entity }) => [keyOf(span), first.get(entity) ?? null]));
  return (pronoun) => meant.get(keyOf(pronoun)) ?? null;
}

const keyOf = ({ block, start, end }: TextSpan): string => `${block}:${start}:${end}`;
