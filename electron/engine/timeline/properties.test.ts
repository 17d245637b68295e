import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPlainParser } from '../../cli/predict/parsed-blocks';
import { findEntities } from '../entities/find';
import { buildTimeline } from './build';
import { fromCalendarDay, toCalendarDay } from './calendar';

const parse = createPlainParser([]);

const PIECES =
  'the a last next this May 4 , 2015 and a half two weeks ago earlier Monday night of in 1990 - 1995 BC quarter third early mid 10:30 p.m. every Anna said she would leave . “ ” \u{1F600} é 年 \n'.split(
    ' ',
  );
const texts = fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map((pieces) => pieces.join(' '));

function build(text: string, publicationDate: string | null) {
  const { blocks } = parse(text);
  const entities = findEntities(blocks, { titleBlock: null });
  return { blocks, ...buildTimeline(blocks, entities, { publicationDate, titleBlock: null }) };
}

describe('whatever the text', () => {
  it('spans lie inside their block, in order, without overlap, and hold the words given', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { blocks, expressions, events } = build(text, '2015-09-18');
        for (const block of blocks) {
          let end = 0;
          for (const { span, text: words } of expressions.filter(
            (expression) => expression.span.block === block.id,
          )) {
            expect(span.start).toBeGreaterThanOrEqual(end);
            expect(block.parsed.text.slice(span.start, span.end)).toBe(words);
            end = span.end;
          }
          expect(end).toBeLessThanOrEqual(block.parsed.text.length);
        }
        for (const { clause, sentence, headline } of events) {
          expect(clause.start).toBeGreaterThanOrEqual(sentence.start);
          expect(clause.end).toBeLessThanOrEqual(sentence.end);
          expect(headline).not.toBe('');
        }
      }),
      { numRuns: 60 },
    );
  });

  it('every value names real days, the first not behind the last', () => {
    fc.assert(
      fc.property(texts, (text) => {
        for (const { value } of build(text, '2015-09-18').expressions) {
          const [first, last] = [value?.first ?? null, value?.last ?? null];
          if (first === null || last === null) continue;
          expect(fromCalendarDay(first)).not.toBeNull();
          expect(fromCalendarDay(last) ?? 0).toBeGreaterThanOrEqual(fromCalendarDay(first) ?? 0);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('finds the same expressions whether the day of publication is known or not', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const spans = (day: string | null) => build(text, day).expressions.map(({ span }) => span);
        expect(spans(null)).toEqual(spans('2015-09-18'));
      }),
      { numRuns: 60 },
    );
  });
});

describe('moving the day of publication by a week', () => {
  const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

  it('moves weekdays counted from it by a week', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 20_000 }),
        fc.constantFrom(...WEEKDAYS),
        fc.boolean(),
        (day, name, past) => {
          const text = past ? `The mayor resigned on ${name}.` : `The mayor will resign on ${name}.`;
          const first = (at: number) => build(text, toCalendarDay(at)).expressions[0]?.value?.first ?? '';
          expect(fromCalendarDay(first(day + 7))).toBe((fromCalendarDay(first(day)) ?? 0) + 7);
        },
      ),
      { numRuns: 40 },
    );
  });
});
