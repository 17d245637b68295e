import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, occurrencesIn } from './fold';

/** Any UTF-16 units, also halves of pairs. */
const anyText = (maxLength: number) =>
  fc.uint16Array({ maxLength }).map((units) => String.fromCharCode(...units));

const hits = (text: string, words: string) =>
  occurrencesIn(fold(text), words, 1000).map(({ start, end }) => text.slice(start, end));

describe('words are found', () => {
  it.each([
    ['She said “it’s over” twice.', '"it\'s over"', '“it’s over”'],
    ['She said "it\'s over" twice.', '“it’s over”', '"it\'s over"'],
    ['The Café Zoë is shut.', 'cafe zoe', 'Café Zoë'],
    ['The Cafe\u0301 is shut.', 'café', 'Cafe\u0301'],
    ['Straße und Łódź', 'strasse', 'Straße'],
    ['Straße und Łódź', 'lodz', 'Łódź'],
    ['a well\u2011known 2010–2012 plan', 'well-known 2010-2012', 'well\u2011known 2010–2012'],
    ['soft\u00ADhyphen and nbsp\u00a0here', 'softhyphen', 'soft\u00ADhyphen'],
    ['soft hyphen and nbsp\u00a0here', 'nbsp here', 'nbsp\u00a0here'],
    ['the ﬁrst oﬃce', 'first office', 'ﬁrst oﬃce'],
    ['the ﬁrst', 'f', 'ﬁ'],
    ['1 + 1 (two)', '1 (TWO)', '1 (two)'],
    ['two\n  words', 'two words', 'two\n  words'],
  ])('%s: %s', (text, words, found) => {
    expect(hits(text, words)).toEqual([found]);
  });

  it('and nothing is for no words', () => {
    expect(hits('anything', '  ')).toEqual([]);
  });

  it('within the text they are looked for in, whatever it holds', () => {
    fc.assert(
      fc.property(anyText(20), anyText(3), (text, words) => {
        for (const { start, end } of occurrencesIn(fold(text + words), words, 50)) {
          expect(start).toBeLessThan(end);
          expect(end).toBeLessThanOrEqual(text.length + words.length);
        }
      }),
    );
  });
});
