import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOfNumber } from './calendar';
import { daySpan } from './labels';
import { parseTime } from './parse-time';

const said = (text: string) => {
  const time = parseTime(text);
  return 'problem' in time ? time.problem : [time.first, time.last, time.hedge].filter(Boolean).join(' ');
};

describe('a written time', () => {
  it.each([
    ['1987', '1987-01-01 1987-12-31'],
    ['March 2024', '2024-03-01 2024-03-31'],
    ['feb. 2024', '2024-02-01 2024-02-29'],
    ['Sept 2001', '2001-09-01 2001-09-30'],
    ['9 March 2024', '2024-03-09 2024-03-09'],
    ['Saturday, 9th of March 2024', '2024-03-09 2024-03-09'],
    ['March 9, 2024', '2024-03-09 2024-03-09'],
    ['2024-03-09', '2024-03-09 2024-03-09'],
    ['2024-03', '2024-03-01 2024-03-31'],
    ['9.3.2024', '2024-03-09 2024-03-09'],
    ['Spring 2021', '2021-03-01 2021-05-31'],
    ['winter 2021', '2020-12-01 2021-02-28'],
    ['Q3 2021', '2021-07-01 2021-09-30'],
    ['the 1990s', '1990-01-01 1999-12-31'],
    ['19th century', '1800-01-01 1899-12-31'],
    ['5th century BC', '-0499-01-01 -0400-12-31'],
    ['480s BC', '-0488-01-01 -0479-12-31'],
    ['44 BC', '-0043-01-01 -0043-12-31'],
    ['15 March 44 B.C.', '-0043-03-15 -0043-03-15'],
    ['AD 9', '0009-01-01 0009-12-31'],
  ])('%s', (text, days) => {
    expect(said(text)).toBe(days);
  });

  it.each([
    ['about 1900', '1900-01-01 1900-12-31 about'],
    ['c. 1900', '1900-01-01 1900-12-31 about'],
    ['~1900', '1900-01-01 1900-12-31 about'],
    ['since 1987', '1987-01-01 1987-12-31 since'],
    ['before March 2024', '2024-03-01 2024-03-31 before'],
    ['early 1990s', '1990-01-01 1999-12-31 start'],
    ['late March 2024', '2024-03-01 2024-03-31 end'],
    ['mid-1990s', '1990-01-01 1999-12-31 middle'],
  ])('with a hedge: %s', (text, days) => {
    expect(said(text)).toBe(days);
  });

  it.each([
    ['9–12 March 2024', '2024-03-09 2024-03-12'],
    ['30 June – 6 July 2014', '2014-06-30 2014-07-06'],
    ['March–May 2024', '2024-03-01 2024-05-31'],
    ['1914–18', '1914-01-01 1918-12-31'],
    ['1914 to 1918', '1914-01-01 1918-12-31'],
    ['between 2 March 2023 and 9 April 2024', '2023-03-02 2024-04-09'],
    ['from 499 to 493 BC', '-0498-01-01 -0492-12-31'],
    ['27 BC – AD 14', '-0026-01-01 0014-12-31'],
    ['2024-03-09 to 2024-03-12', '2024-03-09 2024-03-12'],
    ['about 1900 to 1910', '1900-01-01 1910-12-31 about'],
  ])('as a range: %s', (text, days) => {
    expect(said(text)).toBe(days);
  });

  it.each([
    ['', 'Write when it was.'],
    ['soonish', '“soonish” is no time that Dateline understands.'],
    ['30 February 2024', 'The calendar has no “30 February 2024”.'],
    ['9/3/2024', '“9/3/2024” is no time that Dateline understands.'],
    ['12', '“12” is no time that Dateline understands.'],
    ['12 March 2024 to 9 March 2024', 'The last day is before the first.'],
    ['1918 to 1914', 'The last day is before the first.'],
  ])('that is none: %s', (text, problem) => {
    expect(said(text)).toBe(problem);
  });

  it('is what the labels of days say', () => {
    const start = fc.integer({ min: -900_000, max: 30_000 });
    fc.assert(
      fc.property(start, fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 2000 })), (day, length) => {
        const [first, last] = [dayOfNumber(day), dayOfNumber(day + length)];
        expect(said(daySpan(first, last))).toBe(`${first} ${last}`);
      }),
    );
  });
});
