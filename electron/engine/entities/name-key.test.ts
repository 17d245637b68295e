import { describe, expect, it } from 'vitest';
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
    const started = performance.now();
    nameKey(`${'"'.repeat(50_000)}x${"'".repeat(50_000)}`);
    nameKey(' '.repeat(100_000));
    expect(performance.now() - started).toBeLessThan(2000);
  });
});
