import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { doublingFactor, LINEAR } from '../../../build/growth';
import { loadEngineAssets } from '../../../cli/assets';
import { readModelFile } from '../model-file';
import { NumericKernel } from '../numeric-kernel';
import { isWhiteSpace } from './characters';
import { Lexicon } from './lexicon';
import { Tokenizer } from './tokenizer';

const assets = loadEngineAssets();
const { norms, tokenizer: tables } = readModelFile(assets.languageModel).tables;
const tokenizer = new Tokenizer(tables, new Lexicon(norms, new NumericKernel(assets.languageKernel)));

const words = (text: string): string[] => tokenizer.tokenize(text).lexemes.map((lexeme) => lexeme.text);

describe('the tokenizer', () => {
  it.each([
    ["She can't go.", ['She', 'ca', "n't", 'go', '.']],
    ['(U.S. exports)', ['(', 'U.S.', 'exports', ')']],
    ['a 34-year-old', ['a', '34', '-', 'year', '-', 'old']],
    ['5pm, 10km', ['5', 'pm', ',', '10', 'km']],
    ['See https://example.org/a?b=c.', ['See', 'https://example.org/a?b=c', '.']],
    ['ok:-)now', ['ok:-)now']],
    ['well :-) yes', ['well', ':-)', 'yes']],
    ['a  b', ['a', ' ', 'b']],
    [' a', [' ', 'a']],
    ['one\n\ntwo', ['one', '\n\n', 'two']],
    ['', []],
  ])('splits %j', (text, expected) => {
    expect(words(text)).toEqual(expected);
  });

  it('leaves nothing out and nothing in: tokens and absorbed spaces are the text', () => {
    const pieces = [
      'Dr.',
      "n't",
      '(',
      ')',
      '...',
      ' ',
      '  ',
      '\n',
      ':-)',
      '$5',
      'km',
      '😀',
      'https://a.bc/d',
      '-',
    ];
    const text = fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'grapheme' })));
    fc.assert(
      fc.property(text, (parts) => {
        const joined = parts.join('');
        const { lexemes, starts, spaces } = tokenizer.tokenize(joined);
        let rebuilt = '';
        for (const [i, lexeme] of lexemes.entries()) {
          expect(starts[i]).toBe(rebuilt.length);
          rebuilt += lexeme.text + (spaces[i] ? ' ' : '');
          const isSpace = isWhiteSpace(lexeme.text.charCodeAt(0));
          expect([...lexeme.text].every((c) => isWhiteSpace(c.charCodeAt(0)) === isSpace)).toBe(true);
        }
        expect(rebuilt).toBe(joined);
      }),
    );
  });

  it.each<[string, (n: number) => string]>([
    ['letters', (n) => 'a'.repeat(n * 10)],
    ['full stops between letters', (n) => `a${'.'.repeat(n * 10)}b`],
    ['colons and at signs', (n) => ':@'.repeat(n * 5)],
    ['a host without end', (n) => 'a.'.repeat(n * 5)],
    ['many users', (n) => `http://${'a.b@'.repeat(n * 3)}!`],
    ['longest labels', (n) => `${'a'.repeat(64)}.`.repeat(n / 8)],
    ['closing brackets', (n) => ')'.repeat(n * 2)],
    ['apostrophes', (n) => "'".repeat(n * 2)],
    ['infixes', (n) => 'a-b'.repeat(n)],
    ['emoticons', (n) => ':-) '.repeat(n)],
    ['lone surrogates', (n) => '\ud800'.repeat(n * 3)],
  ])('takes time in proportion: %s', (_, textOf) => {
    const work = (n: number) => {
      const text = textOf(n);
      return () => void tokenizer.tokenize(text);
    };
    expect(doublingFactor(work(20_000), work(40_000))).toBeLessThanOrEqual(LINEAR);
  });
});
