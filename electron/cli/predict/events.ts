import { findEntities } from '../../engine/entities/find';
import { findReferences } from '../../engine/entities/references/find';
import { pronounResolver } from '../../engine/entities/references/pronoun-resolver';
import { buildTimeline } from '../../engine/timeline/build';
import type { Predictor } from './answer-line';
import { createPlainParser } from './parsed-blocks';
import { creationDay } from './timex';

/**
 * `{"id","text","dct"}` to `{"id","events":[{"start","end","date","stated","headline","status","source","entities"}]}`.
 * `date` is a TIMEX3 value; where the clause bears no date of its own, `stated` is false and `date` is the time the
 * story stands at, or null. `entities` are names.
 */
export async function createPredictor(flags: string[]): Promise<Predictor> {
  const parse = createPlainParser(flags);
  return ({ text, dct }) => {
    const { blocks, starts, wordScores } = parse(String(text));
    const entities = findEntities(blocks, { titleBlock: null, wordScores: wordScores() });
    const references = findReferences(blocks, entities, { titleBlock: null });
    const { events } = buildTimeline(blocks, entities, {
      publicationDate: creationDay(dct),
      titleBlock: null,
      resolvePronoun: pronounResolver({ ...entities, ...references }),
    });
    const names = new Map(entities.entities.map(({ id, name }) => [id, name]));
    return {
      events: events.map((event) => {
        const offset = starts.get(event.clause.block) ?? 0;
        return {
          start: event.clause.start + offset,
          end: event.clause.end + offset,
          date: event.time?.timex ?? event.near?.timex ?? null,
          stated: event.time !== null,
          headline: event.headline,
          status: event.status,
          source: event.source,
          entities: event.entities.map((id) => names.get(id) ?? id),
        };
      }),
    };
  };
}
