import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
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

  // Quadratic time would take minutes for any of these.
  it.each([
    ['letters', 'a'.repeat(1_000_000)],
    ['full stops between letters', `a${'.'.repeat(1_000_000)}b`],
    ['colons and at signs', ':@'.repeat(500_000)],
    ['a host without end', 'a.'.repeat(500_000)],
    ['many users', `http://${'a.b@'.repeat(250_000)}!`],
    ['longest labels', `${'a'.repeat(64)}.`.repeat(15_000)],
    ['closing brackets', ')'.repeat(200_000)],
    ['apostrophes', "'".repeat(200_000)],
    ['infixes', 'a-b'.repeat(100_000)],
    ['emoticons', ':-) '.repeat(100_000)],
    ['lone surrogates', '\ud800'.repeat(300_000)],
  ])('takes time in proportion: %s', (_, text) => {
    const start = performance.now();
    tokenizer.tokenize(text);
    expect(performance.now() - start).toBeLessThan(8000);
  });
});
