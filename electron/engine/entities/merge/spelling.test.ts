import { describe, expect, it } from 'vitest';
import { areSpellings, soundKey, withinOneEdit } from './spelling';

describe('spellings of one name', () => {
  it.each([
    ['abdullah', 'abdulah'],
    ['sergey', 'sergei'],
    ['tymoshenko', 'timoshenko'],
    ['mohammed', 'mohamed'],
    ['qasim', 'kasim'],
  ])('takes %s and %s for one', (a, b) => {
    expect(areSpellings(a, b)).toBe(true);
  });

  it.each([
    ['keller', 'kessler'],
    ['martin', 'marten'],
    ['lee', 'li'],
    ['anna', 'anne'],
  ])('keeps %s and %s apart', (a, b) => {
    expect(areSpellings(a, b)).toBe(false);
  });

  it('leaves a name with nothing to swap as it is', () => {
    expect(soundKey('brandt')).toBe('brandt');
  });

  it('knows one letter more, less, other or swapped', () => {
    for (const other of ['brandt', 'brand', 'branndt', 'brendt', 'barndt']) {
      expect(withinOneEdit('brandt', other)).toBe(true);
    }
    expect(withinOneEdit('brandt', 'brod')).toBe(false);
    expect(withinOneEdit('brandt', 'barndtt')).toBe(false);
  });
});
