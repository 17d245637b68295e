import { describe, expect, it } from 'vitest';
import { doublingFactor, LINEAR } from '../../build/growth';
import { nameKey, oneEnglish } from './name-key';

describe('nameKey', () => {
  it.each([
    ['the U.S.', 'US'],
    ['U.S.’s', 'US'],
    ['al-Rashid', 'al Rashid'],
    ['Łódź', 'Lodz'],
    ['“Reuters”', 'REUTERS'],
    ['#Oslo', 'oslo'],
    ['Côte  d’Ivoire', "Cote d'Ivoire"],
  ])('has one key for %s and %s', (a, b) => {
    expect(nameKey(a)).toBe(nameKey(b));
  });

  it('keeps names apart that only look alike', () => {
    expect(nameKey('Niger')).not.toBe(nameKey('Nigeria'));
    expect(nameKey('Theresa')).toBe('theresa');
  });

  it('makes British and American spelling one', () => {
    expect(oneEnglish('labour organisation centre')).toBe(oneEnglish('labor organization center'));
  });

  it('stays quick on long runs of marks', () => {
    const quoted = (count: number) => () => void nameKey(`${'"'.repeat(count)}x${"'".repeat(count)}`);
    const blank = (count: number) => () => void nameKey(' '.repeat(count));
    expect(doublingFactor(quoted(50_000), quoted(100_000))).toBeLessThanOrEqual(LINEAR);
    expect(doublingFactor(blank(100_000), blank(200_000))).toBeLessThanOrEqual(LINEAR);
  });
});
