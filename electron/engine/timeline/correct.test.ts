import { describe, expect, it } from 'vitest';
import { createPlainParser } from '../../cli/predict/parsed-blocks';
import type { Anchor, CorrectionChange } from '../../contract';
import { findEntities } from '../entities/find';
import type { ParsedBlock } from '../stages';
import { buildTimeline } from './build';
import { fromCalendarDay } from './calendar';
import { applyEventCorrections } from './correct';

const parse = createPlainParser([]);
const TEXT =
  'Ida Holm bought the ferry on Wednesday.\n\nThree days earlier, Karl Lind had sold his house in Bergen.\n\nThe old crew left.';

function analysed(blocks: ParsedBlock[]) {
  const entities = findEntities(blocks, { titleBlock: null });
  const timeline = buildTimeline(blocks, entities, { publicationDate: '2015-09-18', titleBlock: null });
  return { blocks, entities, timeline };
}

function corrected(
  changes: CorrectionChange[],
  { blocks, entities, timeline } = analysed(parse(TEXT).blocks),
) {
  const corrections = changes.map((change, index) => ({
    id: `c${index}`,
    scope: 'article' as const,
    change,
  }));
  return applyEventCorrections(timeline, corrections, {
    blocks,
    entities,
    publication: fromCalendarDay('2015-09-18'),
  }).events;
}

function anchor(words: string, blocks = parse(TEXT).blocks): Anchor {
  const block = blocks.find(({ parsed }) => parsed.text.includes(words));
  const start = block?.parsed.text.indexOf(words) ?? 0;
  return {
    span: { block: block?.id ?? '', start, end: start + words.length },
    quote: { exact: words, before: '', after: '' },
  };
}

const days = (first: string, last: string) => ({ first, last, written: null });

const FERRY = anchor('Ida Holm bought the ferry on Wednesday');
const HOUSE = anchor('Karl Lind had sold his house in Bergen');

describe("a reader's corrections of events", () => {
  it('set a date, and show a whole month as a month', () => {
    const [event] = corrected([
      { kind: 'setEventDate', event: FERRY, time: days('2014-02-01', '2014-02-28') },
    ]);
    expect(event?.time).toMatchObject({ timex: '2014-02', precision: 'month', inferred: false });
    expect(event?.corrected).toBe(true);
  });

  it('leave an event alone when the days are not real', () => {
    const events = corrected([
      { kind: 'setEventDate', event: FERRY, time: days('2014-02-31', '2014-03-01') },
    ]);
    expect(events[0]?.corrected).toBe(false);
  });

  it('read a time as written, and count anew what hangs on it', () => {
    const text =
      'Ida Holm bought the ferry on 3 May 1987. Two days later, Karl Lind sold his house in Bergen.';
    const { blocks } = parse(text);
    const bought = anchor('Ida Holm bought the ferry on 3 May 1987', blocks);
    const time = { first: null, last: null, written: '10 June 1990' };
    const events = corrected([{ kind: 'setEventDate', event: bought, time }], analysed(blocks));
    expect(events.map((event) => event.time?.first)).toEqual(['1990-06-10', '1990-06-12']);
    expect(events[1]?.time?.origin.explanation).toBe('2 days after the day you set');
    expect(events.every((event) => event.corrected)).toBe(true);
  });

  it('count from the day that the reader names', () => {
    const events = corrected([
      { kind: 'setEventAnchor', event: FERRY, day: '2010-01-01' },
      { kind: 'setEventAnchor', event: HOUSE, day: '2010-01-10' },
    ]);
    expect(events.flatMap(({ time }) => time?.first ?? [])).toEqual(['2009-12-30', '2010-01-07']);
    expect(events[0]?.time?.origin).toEqual({
      kind: 'counted',
      anchor: { kind: 'reader', day: '2010-01-01' },
      explanation: 'the Wednesday before the day you set',
    });
  });

  it('change headlines, hide and merge; later ones win', () => {
    const headline = { kind: 'setEventHeadline', event: FERRY, headline: 'The ferry is sold' } as const;
    expect(corrected([headline, { ...headline, headline: 'Sold!' }])[0]?.headline).toBe('Sold!');
    expect(corrected([{ kind: 'hideEvent', event: FERRY }])).toHaveLength(corrected([]).length - 1);
    const merged = corrected([{ kind: 'mergeEvents', into: FERRY, from: HOUSE }]);
    expect(merged).toHaveLength(corrected([]).length - 1);
    expect(merged[0]?.entities.length).toBeGreaterThan(corrected([])[0]?.entities.length ?? 0);
  });

  it('add an event from a selection, in its place', () => {
    const added = corrected([
      {
        kind: 'addEvent',
        anchor: anchor('The old crew left'),
        time: days('2015-09-17', '2015-09-17'),
        headline: 'Crew leaves',
      },
    ]);
    expect(added.at(-1)).toMatchObject({
      id: 'added-c0',
      headline: 'Crew leaves',
      expression: null,
      corrected: true,
    });
  });

  it('survive a new analysis that cuts and numbers the blocks anew', () => {
    const shifted = parse(`A new first paragraph.\n\n${TEXT}`).blocks.map((block) => ({
      ...block,
      id: `x${block.id}`,
    }));
    const events = corrected(
      [{ kind: 'setEventHeadline', event: HOUSE, headline: 'House sold' }],
      analysed(shifted),
    );
    expect(events.filter((event) => event.corrected).map(({ headline }) => headline)).toEqual(['House sold']);
  });

  it('do nothing when the words are gone', () => {
    const events = corrected([
      {
        kind: 'hideEvent',
        event: { ...FERRY, quote: { exact: 'Nobody wrote this', before: '', after: '' } },
      },
    ]);
    expect(events).toEqual(corrected([]));
  });

  it('count each event by its own words, also where several stand in one paragraph', () => {
    const text =
      'Ida Holm bought the ferry on Wednesday. Karl Lind sold his house on Thursday. Ada Stone left on 3 May 1990.';
    const { blocks } = parse(text);
    const on = (words: string) => ({
      kind: 'setEventAnchor' as const,
      event: anchor(words, blocks),
      day: '2010-01-01',
    });
    const all = ['Ida Holm bought the ferry', 'Karl Lind sold his house', 'Ada Stone left'];
    const events = corrected(all.map(on), analysed(blocks));
    expect(events.map(({ time, corrected: changed }) => [time?.first, changed])).toEqual([
      ['2009-12-30', true],
      ['2009-12-31', true],
      // What hangs on no other day is not counted anew.
      ['1990-05-03', false],
    ]);
  });

  it('count on from an event, and from what hangs on it, for as long as the words do', () => {
    const text =
      'Ida Holm bought the ferry on 3 May 1987. Two days later, Karl Lind sold his house. A week later, Ada Stone left Oslo. Paul Weber died on 1 June 1990.';
    const { blocks } = parse(text);
    const time = { first: '1990-06-10', last: '1990-06-10', written: null };
    const event = anchor('Ida Holm bought the ferry on 3 May 1987', blocks);
    const events = corrected([{ kind: 'setEventDate', event, time }], analysed(blocks));
    expect(events.map((one) => [one.time?.first, one.corrected])).toEqual([
      ['1990-06-10', true],
      ['1990-06-12', true],
      ['1990-06-18', true],
      ['1990-06-01', false],
    ]);
  });
});
