import type { CalendarDay, Reference, TableCell } from '../../contract';
import type { EntityResult, ParsedBlock, TimelineResult } from '../stages';
import { fromCalendarDay } from './calendar';
import { buildEvents } from './events/build-events';
import type { DatedTime } from './events/dated-time';
import type { PronounResolver } from './events/pronoun-names';
import { publicationPlace } from './events/story-place';
import { findTimeExpressions } from './find';
import { genreOf } from './passages';
import { resolveTimes, STAND_IN } from './resolve';
import { timeExpressions } from './value';

export interface TimelineContext {
  /** The day the article was published; null when unknown: relative times then wait for it. */
  publicationDate: CalendarDay | null;
  /** Id of the block that is the title; it tells no event of its own. */
  titleBlock: string | null;
  /** Cells of the tables among the blocks, by block: dated rows then tell events. */
  tables?: ReadonlyMap<string, readonly TableCell[]>;
  /** Tells whom a pronoun means, where references are known; without it only what the sentences themselves settle. */
  resolvePronoun?: PronounResolver | null;
  /** What "he" and "the company" mean; an event then also belongs to the entities that its clause refers to so. */
  references?: readonly Reference[];
}

/**
 * Finds the times an article tells, resolves them, and makes the events they date. Pure: the same input gives the
 * same ids, so a changed publication date resolves everything anew without finding anything else.
 */
export function buildTimeline(
  blocks: readonly ParsedBlock[],
  entities: EntityResult,
  context: TimelineContext,
): TimelineResult {
  const publication = context.publicationDate === null ? null : fromCalendarDay(context.publicationDate);
  const found = findTimeExpressions(blocks);
  const resolutions = resolveTimes(found, blocks, publication);
  const expressions = timeExpressions(found, resolutions, blocks, publication);
  const dated = found.flatMap((time, index): DatedTime[] => {
    const [expression, resolution] = [expressions[index], resolutions[index]];
    return expression && resolution ? [{ found: time, expression, resolution }] : [];
  });
  const events = buildEvents(blocks, dated, entities, {
    publication: publication ?? STAND_IN,
    published: publication === null ? null : publicationPlace(publication),
    genre: genreOf(found, blocks, publication),
    titleBlock: context.titleBlock,
    resolvePronoun: context.resolvePronoun ?? null,
    references: context.references ?? [],
    tables: context.tables ?? new Map(),
  });
  return { expressions: expressions.filter((expression) => expression !== null), events };
}
