import { describe, expect, it } from 'vitest';
import { fromCalendarDay } from './calendar';
import { valueOfGivenTime } from './given-time';

const publication = fromCalendarDay('2024-06-05');
const written = (words: string) => valueOfGivenTime({ first: null, last: null, written: words }, publication);

describe('a time that a person writes', () => {
  it.each([
    ['1987', '1987', '1987-01-01', '1987-12-31', 'year'],
    ['March 2024', '2024-03', '2024-03-01', '2024-03-31', 'month'],
    ['9 March 2024', '2024-03-09', '2024-03-09', '2024-03-09', 'day'],
    ['2024-03-09', '2024-03-09', '2024-03-09', '2024-03-09', 'day'],
    ['the 1990s', '199', '1990-01-01', '1999-12-31', 'decade'],
    ['last Monday', '2024-06-03', '2024-06-03', '2024-06-03', 'day'],
    [' spring 1968 ', '1968-SP', '1968-03-01', '1968-05-31', 'season'],
  ])('%s is as exact as it was meant', (words, timex, first, last, precision) => {
    expect(written(words)).toMatchObject({ timex, first, last, precision, inferred: false });
    expect(written(words)?.origin).toEqual({ kind: 'stated', explanation: 'set by you' });
  });

  it('keeps how exact it is', () => {
    expect(written('around 1500')).toMatchObject({ modifier: 'about', precision: 'year' });
    expect(written('since 1987')).toMatchObject({ open: 'end', first: '1987-01-01', edtf: '1987/..' });
    expect(written('until May 1990')).toMatchObject({ open: 'start', last: '1990-05-31' });
  });

  it.each(['whenever', 'the ferry left in 1987 and came back', '', '31 February 2024'])(
    'is none in “%s”',
    (words) => {
      expect(written(words)).toBeNull();
    },
  );
});

it('words that tell no time leave the days that came with them', () => {
  const given = { first: '1900-01-01', last: '1910-12-31', written: 'about 1900 to 1910, or so' };
  expect(valueOfGivenTime(given, null)).toMatchObject({ first: '1900-01-01', last: '1910-12-31' });
});

describe('days that a person gives', () => {
  const days = (first: string | null, last: string | null) =>
    valueOfGivenTime({ first, last, written: null }, null);

  it('that are a whole month are that month', () => {
    expect(days('2014-02-01', '2014-02-28')).toMatchObject({ timex: '2014-02', precision: 'month' });
  });

  it.each([
    ['2014-02-31', '2014-03-01'],
    ['2014-03-02', '2014-03-01'],
    [null, '2014-03-01'],
  ])('are none from %s to %s', (first, last) => {
    expect(days(first, last)).toBeNull();
  });
});
