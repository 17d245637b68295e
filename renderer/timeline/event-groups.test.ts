import { describe, expect, it } from 'vitest';
import type { TimelineEvent } from '../../electron/contract';
import { groupEvents } from './event-groups';

const event = (id: string, first: string | null): TimelineEvent => ({
  id,
  time:
    first === null
      ? null
      : {
          timex: first,
          first,
          last: first,
          precision: 'day',
          modifier: null,
          open: null,
          edtf: null,
          inferred: false,
          origin: { kind: 'stated', explanation: 'as written' },
          relative: null,
        },
  expression: null,
  clause: { block: 'b', start: 0, end: 1 },
  sentence: { block: 'b', start: 0, end: 1 },
  headline: id,
  status: 'happened',
  source: null,
  entities: [],
  corrected: false,
});

describe('groups of events', () => {
  it('leave a short list whole', () => {
    expect(groupEvents([event('a', '2014-04-01'), event('b', '2015-09-16')])).toBeNull();
  });

  it('are years when the list spans several; undated events stay where they stand', () => {
    const early = Array.from({ length: 10 }, (_, index) => event(`a${index}`, '1979-05-01'));
    const late = Array.from({ length: 6 }, (_, index) => event(`b${index}`, '1989-11-09'));
    const groups = groupEvents([...early, event('u', null), ...late]);
    expect(groups?.map(({ label, events }) => [label, events.length])).toEqual([
      ['1979', 11],
      ['1989', 6],
    ]);
  });

  it('are years before Christ too', () => {
    const list = Array.from({ length: 16 }, (_, index) =>
      event(String(index), index < 9 ? '-0322-01-01' : '-0043-03-15'),
    );
    expect(groupEvents(list)?.map(({ label }) => label)).toEqual(['323 BC', '44 BC']);
  });

  it('are months when all lies within one year', () => {
    const list = Array.from({ length: 16 }, (_, index) =>
      event(String(index), index < 9 ? '2020-03-02' : '2020-07-05'),
    );
    expect(groupEvents(list)?.map(({ label }) => label)).toEqual(['March 2020', 'July 2020']);
  });
});
