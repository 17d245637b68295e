import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block } from '../../contract';
import { hitsIn } from './find-words';
import { parseQuery } from './query-parser';
import { snippetOf } from './snippet';

const block = (text: string, id = 'b'): Block => ({ id, kind: 'paragraph', text, marks: [] });
const query = (text: string) => {
  const parsed = parseQuery(text);
  if (!parsed) throw new Error('An empty search.');
  return parsed;
};

describe('a snippet', () => {
  it('is the passage with most of the words', () => {
    const blocks = [block('One ferry.', 'a'), block('The ferry at night.', 'b')];
    expect(snippetOf(blocks, query('ferry night'))?.span.block).toBe('b');
    expect(snippetOf(blocks, query('ferry'))?.span).toEqual({ block: 'a', start: 4, end: 9 });
    expect(snippetOf(blocks, query('title:x tag:y'))).toBeNull();
  });

  it('is cut between words, with the hit in it', () => {
    const text = `${'before and before '.repeat(40)}needle ${'after it all '.repeat(40)}`;
    const { snippet } = snippetOf([block(text)], query('needle')) ?? {};
    expect(snippet?.text).toMatch(/^… (before|and) .*needle.* (after|it|all) …$/);
    expect(snippet?.text.length).toBeLessThan(260);
  });

  it('never marks anything but what was found, and never splits a letter', () => {
    const pieces = fc.constantFrom(
      'ferry ',
      'Ferry',
      ' ',
      '𝒜',
      '😀😀😀',
      'na\u0308chte',
      '北京',
      'x'.repeat(90),
      '. ',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 60 }), (parts) => {
        const text = parts.join('');
        const { snippet } = snippetOf([block(text)], query('ferry OR 北京')) ?? {};
        expect(snippet !== undefined).toBe(hitsIn([block(text)], query('ferry OR 北京')).length > 0);
        for (const { start, end } of snippet?.marks ?? []) {
          expect(['ferry', '北京']).toContain(snippet?.text.slice(start, end).toLowerCase());
        }
        // A letter outside the basic plane that was cut in half becomes a question mark in UTF-8.
        expect(Buffer.from(snippet?.text ?? '').toString()).toBe(snippet?.text ?? '');
      }),
    );
  });
});
