import { describe, expect, it } from 'vitest';
import { dayNumber } from '../time/calendar';
import { groupLabel, relativeLabel } from './strip-labels';
import { type DaySpan, densityOf, readableLabels, stripLayout } from './strip-layout';

const day = dayNumber;
const span = (id: string, first: string, last = first): DaySpan => ({
  id,
  first: day(first),
  last: day(last),
});

describe('the strip', () => {
  it('cuts the empty year between an old month and the week of the article', () => {
    const { groups, breaks, marks } = stripLayout(
      [span('a', '2014-04-01', '2014-04-30'), span('b', '2015-09-16'), span('c', '2015-09-17')],
      320,
    );
    expect(groups.map((group) => groupLabel(group.first, group.last))).toEqual([
      'Apr 2014',
      '16–17 Sep 2015',
    ]);
    expect(breaks).toHaveLength(1);
    const [b, c] = [marks.find((mark) => mark.id === 'b'), marks.find((mark) => mark.id === 'c')];
    expect(c!.x - b!.x).toBeGreaterThan(10);
  });

  it('keeps days inside a longer span in its group', () => {
    const spans = [
      span('year', '1987-01-01', '1987-12-31'),
      span('a', '1987-03-01'),
      span('b', '2024-03-09'),
    ];
    expect(stripLayout(spans, 320).groups).toHaveLength(2);
  });

  it('never cuts a line into more than four pieces, and keeps every mark on it', () => {
    const spans = Array.from({ length: 20 }, (_, index) => span(String(index), `${1900 + index * 6}-01-01`));
    const { groups, marks } = stripLayout(spans, 300);
    expect(groups.length).toBeLessThanOrEqual(4);
    expect(marks).toHaveLength(20);
    for (const mark of marks) {
      expect(mark.x).toBeGreaterThanOrEqual(0);
      expect(mark.x + mark.width).toBeLessThanOrEqual(300);
    }
  });

  it('gives the room to the group in which more happens, however long the other lasts', () => {
    const { marks } = stripLayout(
      [span('month', '2014-04-01', '2014-04-30'), ...['16', '17', '21'].map((d) => span(d, `2015-09-${d}`))],
      320,
    );
    const at = (id: string) => marks.find((mark) => mark.id === id)!;
    expect(at('21').x - at('16').x).toBeGreaterThan(at('month').width);
  });

  it('counts what happens together, against the fullest place', () => {
    const marks = [0, 1, 2, 40].map((x) => ({ id: String(x), x, width: 1 }));
    expect(densityOf(marks)).toEqual([
      { x: 0, share: 1 },
      { x: 40, share: Math.sqrt(1 / 3) },
    ]);
  });

  it('leaves out labels that would run into each other', () => {
    const labels = [0, 20, 100].map((labelX) => ({ labelX, anchor: 'start' as const, label: 'Apr 2014' }));
    expect(readableLabels(labels).map(({ labelX }) => labelX)).toEqual([0, 100]);
  });

  it('says whole years, months and days in as few words as tell them', () => {
    expect(groupLabel(day('1998-01-01'), day('1998-12-31'))).toBe('1998');
    expect(groupLabel(day('2024-02-01'), day('2024-04-30'))).toBe('Feb–Apr 2024');
    expect(groupLabel(day('2015-09-16'), day('2015-09-16'))).toBe('16 Sep 2015');
    expect(groupLabel(day('2021-09-01'), day('2022-06-30'))).toBe('2021–2022');
    expect(groupLabel(day('-0043-01-01'), day('-0043-12-31'))).toBe('44 BC');
  });

  it('says how far from an unknown publication day', () => {
    expect(relativeLabel(-540, -510)).toBe('17 months before');
    expect(relativeLabel(-2, -1)).toBe('1 day before');
    expect(relativeLabel(3, 9)).toBe('3 days after');
    expect(relativeLabel(-3, 3)).toBe('around publication');
  });
});
