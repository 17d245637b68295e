import { type Interview, interviewOf } from './interview';
import type { Item } from './items';
import type { Resolver, Tie } from './resolve';

/** Entity that a token names or was tied to; -1 for none. */
type EntityAt = (block: number, token: number) => number;

/** How sure a first person is its speaker; measured on the training part of GUM, where the speaker was known. */
const CONFIDENCE = 0.9;

/** "I" in a direct quotation is its speaker; in an interview who answers; "you" in its questions likewise. */
export function firstPersonTies(resolver: Resolver, entityAt: EntityAt): Tie[] {
  const interview = interviewOf(resolver);
  return resolver.items.flatMap((item): Tie[] => {
    if (item.pronoun !== 'first' && item.pronoun !== 'second') return [];
    const entity = item.quotation >= 0 ? speakerOf(resolver, item, entityAt) : answererOf(interview, item);
    if (entity < 0 || resolver.profiles[entity]!.type !== 'person') return [];
    return [{ item, ranker: 'he', entity, confidence: CONFIDENCE }];
  });
}

function speakerOf(resolver: Resolver, item: Item, entityAt: EntityAt): number {
  const statement = resolver.statements[item.statement];
  if (item.pronoun !== 'first' || !statement || statement.speakerHead === null) return -1;
  return entityAt(statement.block, statement.speakerHead);
}

function answererOf(interview: Interview | null, item: Item): number {
  const asked = item.pronoun === 'second';
  return interview && interview.isQuestion(item.block) === asked ? interview.answers : -1;
}
