import { buildTimeline } from '../../engine/timeline/build';
import type { Predictor } from './answer-line';
import { createPlainParser } from './parsed-blocks';

/** The first ten characters of a document's creation time when they are a day. */
export function creationDay(dct: unknown): string | null {
  return typeof dct === 'string' && /^\d{4}-\d{2}-\d{2}/.test(dct) ? dct.slice(0, 10) : null;
}

/** `{"id","text","dct"}` to `{"id","timex":[{"start","end","type","value"}]}`; offsets count UTF-16 units. */
export async function createPredictor(flags: string[]): Promise<Predictor> {
  const parse = createPlainParser(flags);
  return ({ text, dct }) => {
    const { blocks, starts } = parse(String(text));
    const context = { publicationDate: creationDay(dct), titleBlock: null };
    const { expressions } = buildTimeline(blocks, { mentions: [], entities: [] }, context);
    return {
      timex: expressions.map(({ span, type, timex }) => {
        const offset = starts.get(span.block) ?? 0;
        return { start: span.start + offset, end: span.end + offset, type, value: timex };
      }),
    };
  };
}
