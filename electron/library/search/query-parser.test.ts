import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayNumber } from '../days';
import { QueryError } from './query';
import { parseQuery } from './query-parser';

const word = (text: string, more = {}) => ({
  kind: 'words',
  words: [text],
  prefix: false,
  field: null,
  ...more,
});

function problem(text: string): { message: string; marked: string } {
  try {
    parseQuery(text);
  } catch (error) {
    if (error instanceof QueryError) {
      return { message: error.message, marked: text.slice(error.range.start, error.range.end) };
    }
    throw error;
  }
  throw new Error(`“${text}” has nothing wrong with it.`);
}

describe('a search', () => {
  it('asks for all of its words', () => {
    expect(parseQuery('Kerry Syria')).toEqual({ kind: 'and', parts: [word('kerry'), word('syria')] });
    expect(parseQuery('kerry AND syria')).toEqual(parseQuery('kerry syria'));
  });

  it('takes operators in capitals, AND before OR, NOT closest', () => {
    expect(parseQuery('a OR b c')).toEqual({
      kind: 'or',
      parts: [word('a'), { kind: 'and', parts: [word('b'), word('c')] }],
    });
    expect(parseQuery('a -b')).toEqual(parseQuery('a NOT b'));
    expect(parseQuery('(a OR b) c')).toMatchObject({ kind: 'and', parts: [{ kind: 'or' }, word('c')] });
    expect(parseQuery('this or that')).toMatchObject({ kind: 'and', parts: [{}, word('or'), {}] });
    expect(parseQuery('twenty-one')).toEqual({ ...word(''), words: ['twenty', 'one'] });
  });

  it('takes phrases in any quotation marks, and beginnings of words', () => {
    const phrase = { kind: 'words', words: ['foreign', 'minister'], prefix: false, field: null };
    for (const text of [
      '"foreign minister"',
      '“Foreign Minister”',
      '„foreign minister“',
      '«foreign minister»',
    ])
      expect(parseQuery(text)).toEqual(phrase);
    expect(parseQuery('minist*')).toEqual(word('minist', { prefix: true }));
    expect(parseQuery('"foreign min"*')).toEqual({ ...phrase, words: ['foreign', 'min'], prefix: true });
  });

  it('takes the last word for a beginning while it is typed, unless it has one letter', () => {
    const typing = { typing: true };
    expect(parseQuery('ker', typing)).toEqual(word('ker', { prefix: true }));
    expect(parseQuery('kerry sy', typing)).toMatchObject({
      parts: [word('kerry'), word('sy', { prefix: true })],
    });
    expect(parseQuery('k', typing)).toEqual(word('k'));
    expect(parseQuery('ker ', typing)).toEqual(word('ker'));
  });

  it('takes fields of words, days and listed values', () => {
    expect(parseQuery('title:kerry')).toEqual(word('kerry', { field: 'title' }));
    expect(parseQuery('entity:(kerry OR obama)')).toMatchObject({
      kind: 'or',
      parts: [{ field: 'entity' }, {}],
    });
    expect(parseQuery('published:2015-09')).toEqual({
      kind: 'days',
      field: 'published',
      days: { first: dayNumber('2015-09-01'), last: dayNumber('2015-09-30') },
    });
    expect(parseQuery('told:2015..')).toMatchObject({ days: { first: dayNumber('2015-01-01'), last: null } });
    expect(parseQuery('is:starred')).toEqual({ kind: 'value', field: 'is', value: 'starred' });
    expect(parseQuery('https://example.org/a')).toMatchObject({ kind: 'words', field: null });
  });

  it('takes words near each other', () => {
    expect(parseQuery('kerry NEAR/5 "foreign minister"')).toEqual({
      kind: 'near',
      distance: 5,
      field: null,
      terms: [
        { kind: 'words', words: ['kerry'], prefix: false },
        { kind: 'words', words: ['foreign', 'minister'], prefix: false },
      ],
    });
    expect(parseQuery('a NEAR b')).toMatchObject({ distance: 10 });
  });

  it('asks for nothing when nothing but marks was typed', () => {
    for (const text of ['', '  ', '…', '""', '()']) expect(parseQuery(text)).toBeNull();
  });
});

describe('what is wrong with a search', () => {
  it('is said, with the place', () => {
    expect(problem('"foreign')).toEqual({
      message: 'The quotation mark is never closed.',
      marked: '"foreign',
    });
    expect(problem('(a OR b')).toEqual({ message: 'This bracket is never closed.', marked: '(' });
    expect(problem('a)')).toEqual({ message: 'This bracket was never opened.', marked: ')' });
    expect(problem('a AND')).toEqual({ message: 'Nothing stands behind AND.', marked: 'AND' });
    expect(problem('OR a')).toEqual({ message: 'Nothing stands before OR.', marked: 'OR' });
    expect(problem('titel:a').message).toContain('no field “titel”');
    expect(problem('title: a').message).toContain('right behind the colon');
    expect(problem('told:2015-13').message).toBe('The calendar has no 2015-13.');
    expect(problem('told:2016..2015').message).toContain('after the last');
    expect(problem('told:yesterday').message).toContain('is no day');
    expect(problem('is:new').message).toContain('is: takes unread');
    expect(problem('(a b) NEAR/3 c').message).toContain('NEAR stands between words');
  });

  it('is never a mistake of the program', () => {
    const pieces = fc.constantFrom(
      'a',
      'OR',
      'AND',
      'NOT',
      '-',
      '(',
      ')',
      '"',
      'title:',
      'told:',
      'NEAR/2',
      '*',
      '北京',
      '2015..',
    );
    fc.assert(
      fc.property(fc.array(pieces), fc.boolean(), (parts, typing) => {
        try {
          parseQuery(parts.join(' '), { typing });
        } catch (error) {
          expect(error).toBeInstanceOf(QueryError);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('is found in time that grows with the text', () => {
    const began = performance.now();
    expect(() => parseQuery('('.repeat(199))).toThrow(QueryError);
    expect(() => parseQuery('a OR '.repeat(399))).toThrow('too many parts');
    expect(() => parseQuery(`${'NOT '.repeat(99)}a`)).toThrow('Too many brackets');
    parseQuery(`${'a OR '.repeat(99)}a`);
    expect(performance.now() - began).toBeLessThan(500);
  });
});
