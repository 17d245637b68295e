import { describe, expect, it } from 'vitest';
import type { Precision, TimeModifier } from '../../contract';
import { edtfOf } from './edtf';

function edtf(
  first: string,
  last: string,
  precision: Precision,
  more: { modifier?: TimeModifier; open?: 'start' | 'end' } = {},
): string | null {
  return edtfOf({ first, last, precision, modifier: more.modifier ?? null, open: more.open ?? null });
}

describe('EDTF', () => {
  it('tells days, months, years and longer times no more exactly than they are known', () => {
    expect(edtf('2015-09-16', '2015-09-16', 'day')).toBe('2015-09-16');
    expect(edtf('2015-09-01', '2015-09-30', 'month')).toBe('2015-09');
    expect(edtf('2016-03-01', '2016-05-31', 'season')).toBe('2016-21');
    expect(edtf('2015-12-01', '2016-02-29', 'season')).toBe('2015-12/2016-02');
    expect(edtf('2015-07-01', '2015-12-31', 'season')).toBe('2015-41');
    expect(edtf('2015-07-01', '2015-09-30', 'quarter')).toBe('2015-35');
    expect(edtf('1987-01-01', '1987-12-31', 'year')).toBe('1987');
    expect(edtf('1990-01-01', '1999-12-31', 'decade')).toBe('199X');
    expect(edtf('1800-01-01', '1899-12-31', 'century')).toBe('18XX');
    expect(edtf('2015-09-14', '2015-09-20', 'week')).toBe('2015-09-14/2015-09-20');
  });

  it('writes years before Christ as the standard counts them', () => {
    expect(edtf('-0479-01-01', '-0479-12-31', 'year')).toBe('-0479');
    expect(edtf('-0043-03-15', '-0043-03-15', 'day')).toBe('-0043-03-15');
    expect(edtf('0000-01-01', '0000-12-31', 'year')).toBe('0000');
    expect(edtf('-0488-01-01', '-0479-12-31', 'decade')).toBe('-0488/-0479');
  });

  it('tells what is open, uncertain, or only bounded', () => {
    const year = ['1987-01-01', '1987-12-31', 'year'] as const;
    expect(edtf(...year, { open: 'end' })).toBe('1987/..');
    expect(edtf(...year, { open: 'start' })).toBe('../1987');
    expect(edtf(...year, { modifier: 'about' })).toBe('1987~');
    expect(edtf(...year, { modifier: 'before' })).toBe('[..1987]');
    expect(edtf(...year, { modifier: 'after' })).toBe('[1987..]');
    expect(edtf('1979-01-01', '1989-12-31', 'year', { modifier: 'about' })).toBe('1979~/1989~');
    expect(edtf('2001-05-01', '2004-07-31', 'month')).toBe('2001-05/2004-07');
  });

  it('is silent about what has no bounds', () => {
    expect(edtfOf({ first: null, last: null, precision: 'vague', modifier: null, open: null })).toBeNull();
  });
});
