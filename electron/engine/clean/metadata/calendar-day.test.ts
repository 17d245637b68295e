import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarDay, readDay } from './calendar-day';

const day = (text: string, order: 'month-first' | 'day-first' = 'month-first') =>
  readDay(text, order)?.day ?? null;

describe('readDay', () => {
  it.each([
    ['2015-09-18T23:30:00-04:00', '2015-09-18'],
    ['2015/9/18', '2015-09-18'],
    ['Published: Sept. 18th, 2015 at 10:30', '2015-09-18'],
    ['Fri, 18 Sep 2015 10:00:00 GMT', '2015-09-18'],
    ['18. September 2015', '2015-09-18'],
    ['le 1er août 2014', '2014-08-01'],
    ['3 de marzo de 2009', '2009-03-03'],
    ['vendredi 18 septembre 2015', '2015-09-18'],
    ['18 сентября 2015 г.', '2015-09-18'],
    ['2015年9月18日', '2015-09-18'],
    ['2015 szeptember 18.', '2015-09-18'],
    ['D:20150918120000Z', '2015-09-18'],
    ['20150918', '2015-09-18'],
    ['1442570400', '2015-09-18'],
    ['18.9.15', '2015-09-18'],
  ])('reads %s', (text, expected) => {
    expect(day(text)).toBe(expected);
  });

  it('orders doubtful figures as the language does, and plain ones as the calendar must', () => {
    expect(day('03/04/2015', 'month-first')).toBe('2015-03-04');
    expect(day('03/04/2015', 'day-first')).toBe('2015-04-03');
    expect(day('18/04/2015', 'month-first')).toBe('2015-04-18');
    expect(day('03.04.2015', 'month-first')).toBe('2015-04-03');
  });

  it.each([
    '2015-02-30',
    '31 June 2015',
    'March 2015',
    'at 12:30',
    'call 555 1212',
    'version 1.2.3',
    '99/99/2015',
    '',
  ])('finds no day in %j', (text) => {
    expect(day(text)).toBeNull();
  });

  it('gives back the words that told the day', () => {
    expect(readDay('By A. Writer | Sept 18, 2015 | World', 'month-first')?.words).toBe('Sept 18, 2015');
  });

  it('gives a day of the calendar or none, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0123456789-/. ,MayJune') }), (text) => {
        const found = readDay(text, 'day-first');
        if (found) expect(new Date(`${found.day}T00:00:00Z`).toISOString().slice(0, 10)).toBe(found.day);
      }),
    );
  });
});

describe('calendarDay', () => {
  it('knows leap years', () => {
    expect(calendarDay(2000, 2, 29)).toBe('2000-02-29');
    expect(calendarDay(1900, 2, 29)).toBeNull();
  });
});
