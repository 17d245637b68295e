import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, indexText, searchWords, tokens } from './fold';

describe('folding', () => {
  it('makes case, accents and joined letters alike', () => {
    expect(fold('Čapek')).toBe('capek');
    expect(fold('Århus')).toBe('arhus');
    expect(fold('Łódź')).toBe('lodz');
    expect(fold('STRASSE')).toBe(fold('Straße'));
    expect(fold('ΟΔΥΣΣΕΎΣ')).toBe(fold('Οδυσσευς'));
    expect(fold('ＡＢＣ')).toBe('abc');
    expect(fold('مُحَمَّد')).toBe('محمد');
  });

  it('keeps the vowel signs that are part of a word', () => {
    expect(fold('हिन्दी')).toBe('हिन्दी');
    expect(fold('한국')).toBe('한국');
  });
});

describe('tokens', () => {
  it('are words without punctuation, with their place', () => {
    expect(tokens('“Don’t”, he said.')).toEqual([
      { word: 'don', start: 1, end: 4 },
      { word: 't', start: 5, end: 6 },
      { word: 'he', start: 9, end: 11 },
      { word: 'said', start: 12, end: 16 },
    ]);
    expect(indexText("Don't")).toBe(indexText('Don’t'));
  });

  it('are overlapping pairs where no space stands between words', () => {
    expect(tokens('北京大学').map(({ word }) => word)).toEqual(['北京', '京大', '大学', '学']);
    expect(tokens('在NATO的').map(({ word }) => word)).toEqual(['在', 'nato', '的']);
  });

  it('always point to the words they were read from', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        for (const { word, start, end } of tokens(text)) {
          expect(end).toBeGreaterThan(start);
          expect(fold(text.slice(start, end)).replace(/[^\p{L}\p{N}\p{M}]/gu, '')).toBe(word);
        }
      }),
    );
  });

  it('are the same when indexed text is indexed again, save for pairs', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-zA-Z0-9éöñçşø]{1,8}$/)), (words) => {
        const once = indexText(words.join(' '));
        expect(indexText(once)).toBe(once);
      }),
    );
  });
});

describe('words of a search', () => {
  it('ask for the pairs of a run, without its last letter alone', () => {
    expect(searchWords('北京')).toEqual({ words: ['北京'], prefix: false });
    expect(searchWords('北京大学')).toEqual({ words: ['北京', '京大', '大学'], prefix: false });
    expect(searchWords('京')).toEqual({ words: ['京'], prefix: true });
    expect(searchWords('AT&T')).toEqual({ words: ['at', 't'], prefix: false });
  });
});
