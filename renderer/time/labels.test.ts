import { describe, expect, it } from 'vitest';
import type { Precision, TimeModifier, TimeValue } from '../../electron/contract';
import { daySpan, longDay, shortDay, timeLabel, timeWords } from './labels';

function value(
  timex: string,
  first: string,
  last: string,
  precision: Precision,
  modifier: TimeModifier | null = null,
  open: TimeValue['open'] = null,
): TimeValue {
  const origin = { kind: 'stated', explanation: 'as written' } as const;
  return {
    timex,
    first,
    last,
    precision,
    modifier,
    open,
    edtf: null,
    inferred: false,
    origin,
    relative: null,
  };
}

describe('labels of days', () => {
  it('say as few words as tell both ends', () => {
    expect(daySpan('2015-09-21', '2015-09-27')).toBe('21–27 September 2015');
    expect(daySpan('2014-06-30', '2014-07-06')).toBe('30 June – 6 July 2014');
    expect(daySpan('2021-03-01', '2021-05-31')).toBe('March–May 2021');
    expect(daySpan('2021-12-01', '2022-01-31')).toBe('December 2021 – January 2022');
    expect(daySpan('2010-01-01', '2012-12-31')).toBe('2010–2012');
    expect(daySpan('2024-03-09', '2024-03-09')).toBe('Sat 9 March 2024');
  });

  it('tell the era of years before Christ and of small ones', () => {
    expect(longDay('-0043-03-15')).toBe('15 March 44 BC');
    expect(shortDay('0009-09-09')).toBe('9 Sep AD 9');
    expect(daySpan('-0026-01-01', '0014-12-31')).toBe('27 BC – AD 14');
  });

  it('leave what is no day as it is', () => {
    expect(longDay('sometime')).toBe('sometime');
  });
});

describe('labels of times', () => {
  it.each([
    [value('2014-04', '2014-04-01', '2014-04-30', 'month'), 'April 2014'],
    [value('2021-SP', '2021-03-01', '2021-05-31', 'season'), 'Spring 2021'],
    [value('2021-Q3', '2021-07-01', '2021-09-30', 'quarter'), 'Q3 2021'],
    [value('2010/2012', '2010-01-01', '2012-12-31', 'year'), '2010–2012'],
    [value('199', '1990-01-01', '1999-12-31', 'decade'), '1990s'],
    [value('BC0044', '-0043-01-01', '-0043-12-31', 'year'), '44 BC'],
    [value('BC048', '-0488-01-01', '-0479-12-31', 'decade'), '480s BC'],
    [value('BC05', '-0499-01-01', '-0400-12-31', 'century'), '500–401 BC'],
    [value('BC0001', '0000-01-01', '0000-12-31', 'year'), '1 BC'],
  ])('%o', (time, label) => {
    expect(timeLabel(time)).toBe(label);
  });

  it('carry their modifier in full', () => {
    expect(timeWords(value('1900', '1900-01-01', '1900-12-31', 'year', 'about'))).toBe('about 1900');
    expect(timeWords(value('1987', '1987-01-01', '1987-12-31', 'year', null, 'end'))).toBe('since 1987');
    expect(timeWords(value('2024-03', '2024-03-01', '2024-03-31', 'month', 'end'))).toBe('end of March 2024');
  });
});
