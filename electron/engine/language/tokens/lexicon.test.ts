import { describe, expect, it } from 'vitest';
import { loadEngineAssets } from '../../../cli/assets';
import { NumericKernel } from '../numeric-kernel';
import { Lexicon } from './lexicon';

const kernel = new NumericKernel(loadEngineAssets().languageKernel);
const lexicon = new Lexicon({ 731021: 'unused' }, kernel);

/** String id as the kernel computes it; published values of spaCy's string store. */
function stringId(text: string): bigint {
  const bytes = new TextEncoder().encode(text);
  const [from, to] = [kernel.allocate(bytes.length), kernel.allocate(8)];
  kernel.bytes.set(bytes, from);
  kernel.call.stringId(from, bytes.length, to);
  return (BigInt(kernel.words[to / 4 + 1]!) << 32n) | BigInt(kernel.words[to / 4]!);
}

describe('the lexicon', () => {
  it('computes the string ids of spaCy', () => {
    expect(stringId('apple')).toBe(8566208034543834098n);
    expect(stringId('coffee')).toBe(3197928453018144401n);
    expect(stringId('hello')).toBe(5983625672228268878n);
  });

  it('finds the table rows of a norm', () => {
    expect(lexicon.get('apple').rows.slice(0, 4)).toEqual([3934, 1080, 901, 472]);
    expect(lexicon.get('apple').rows).toHaveLength(16);
  });

  it('lets the norm of an exception, of the punctuation table or the lower case decide', () => {
    const norm = (text: string, given?: string) => lexicon.get(text, given).rows.slice(0, 4);
    expect(norm('APPLE')).toEqual(norm('apple'));
    expect(norm('n’t', 'not')).toEqual(norm('not'));
    expect(norm('“')).toEqual(norm('"'));
    expect(norm('“')).not.toEqual(norm('('));
  });

  it('keeps lexemes, apart by norm', () => {
    expect(lexicon.get('ca')).toBe(lexicon.get('ca'));
    expect(lexicon.get('ca', 'can')).not.toBe(lexicon.get('ca'));
  });

  it('takes texts longer than its working memory, and lone surrogates', () => {
    const long = 'ß'.repeat(100_000);
    expect(lexicon.get(long).rows).toHaveLength(16);
    expect(lexicon.get('\ud800').rows.slice(0, 4)).toEqual(lexicon.get('\ufffd').rows.slice(0, 4));
  });
});
