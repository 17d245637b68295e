import { describe, expect, it } from 'vitest';
import type { Block } from '../contract';
import type { LanguagePipeline, ParsedText } from './language/document';
import { joinLines, parseBlocks, textBlocks } from './parse-blocks';

/** One token a word, one sentence a text, the first word a name: enough to follow the offsets. */
function parse(text: string): ParsedText {
  const tokens = [...text.matchAll(/\S+/g)].map((word, index) => ({
    text: word[0],
    start: word.index,
    end: word.index + word[0].length,
    tag: 'NN',
    pos: 'NOUN',
    lemma: word[0],
    morph: '',
    head: index,
    dep: 'ROOT',
    spaceAfter: true,
  }));
  const whole = { first: 0, end: tokens.length };
  return tokens.length === 0
    ? { text, tokens, sentences: [], names: [] }
    : { text, tokens, sentences: [whole], names: [{ first: 0, end: 1, label: 'GPE' }] };
}

const pipeline: LanguagePipeline = { parse, parseAll: (texts) => texts.map(parse) };
const block = (id: string, text: string, kind: 'paragraph' | 'quote' = 'paragraph'): Block => ({
  id,
  kind,
  text,
  marks: [],
});

describe('parseBlocks', () => {
  it('takes an opening quotation mark inside a word for the apostrophe that it is', async () => {
    const text = 'Ida Holm‘s mill said: ‘Good.’\nThe mill‘s end';
    const [parsed] = await parseBlocks(pipeline, [block('b1', text)], async () => {});
    expect(parsed?.parsed.text).toBe('Ida Holm’s mill said: ‘Good.’\nThe mill’s end');
    expect(parsed?.parsed.tokens[1]?.text).toBe('Holm’s');
  });

  it('keeps a sentence within its line and every offset true to the block', async () => {
    const quote = block('b1', 'first line\n\nand a third', 'quote');
    const [parsed] = await parseBlocks(pipeline, [quote], async () => {});
    const { tokens, sentences, names } = parsed?.parsed ?? parse('');
    expect(tokens.map(({ start, end }) => quote.text.slice(start, end))).toEqual(tokens.map((t) => t.text));
    expect(tokens.map(({ head }) => head)).toEqual([0, 1, 2, 3, 4]);
    expect(sentences.map(({ first, end }) => [first, end])).toEqual([
      [0, 2],
      [2, 5],
    ]);
    expect(names.map(({ first }) => tokens[first]?.text)).toEqual(['first', 'and']);
  });

  it('gives way between batches and tells how far it is', async () => {
    const blocks = Array.from({ length: 5 }, (_, i) => block(`b${i}`, 'word '.repeat(1_000)));
    const seen: number[] = [];
    const parsed = await parseBlocks(pipeline, blocks, async (done, total) => {
      expect(total).toBe(25_000);
      seen.push(done);
    });
    expect(seen).toEqual([0, 10_000, 20_000, 25_000]);
    expect(parsed.map(({ id }) => id)).toEqual(blocks.map(({ id }) => id));
  });

  it('stops when the host says so', async () => {
    const stop = async () => {
      throw new Error('stopped');
    };
    await expect(parseBlocks(pipeline, [block('b1', 'a')], stop)).rejects.toThrow('stopped');
  });
});

it('joinLines gives a single line back as it is', () => {
  const parsed = parse('one line');
  expect(joinLines('one line', [parsed])).toBe(parsed);
});

it('textBlocks leaves out code, rules and empty blocks', () => {
  const blocks: Block[] = [
    block('b1', 'text'),
    { id: 'b2', kind: 'code', text: 'x', marks: [] },
    { id: 'b3', kind: 'rule', text: '', marks: [] },
    block('b4', ' '),
  ];
  expect(textBlocks(blocks).map(({ id }) => id)).toEqual(['b1']);
});
