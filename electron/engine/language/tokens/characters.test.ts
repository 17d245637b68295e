import { describe, expect, it } from 'vitest';
import { isAlphabetic, isWhiteSpace, prefixOf, suffixOf, wordShape } from './characters';

describe('characters as the model was trained on them', () => {
  it.each([
    ['Obama', 'Xxxxx'],
    ['Reykjavík', 'Xxxxx'],
    ['1990s', 'ddddx'],
    ['U.S.', 'X.X.'],
    ['--------', '----'],
    ['x²', 'xd'],
    ['漢字', 'xx'],
    ['١٢', 'dd'],
    ['😀', '😀'],
    ['a'.repeat(99), 'xxxx'],
    ['a'.repeat(100), 'LONG'],
    ['😀'.repeat(99), '😀😀😀😀'],
  ])('shapes %s as %s', (text, shape) => {
    expect(wordShape(text)).toBe(shape);
  });

  it('cuts prefixes and suffixes by code points', () => {
    expect([prefixOf('😀yes'), suffixOf('go😀😀'), suffixOf('ab')]).toEqual(['😀', 'o😀😀', 'ab']);
  });

  it('counts as white space what Python does', () => {
    const codes = Array.from({ length: 0x10000 }, (_, code) => code).filter(isWhiteSpace);
    expect(codes).toHaveLength(29);
    expect(isWhiteSpace(0x1c) && isWhiteSpace(0x85) && isWhiteSpace(0x3000)).toBe(true);
    expect(isWhiteSpace(0xfeff) || isWhiteSpace(0x200b)).toBe(false);
  });

  it('knows words of letters only', () => {
    expect([isAlphabetic('naïve'), isAlphabetic("o'clock"), isAlphabetic('')]).toEqual([true, false, false]);
  });
});
