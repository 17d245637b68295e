import { describe, expect, it } from 'vitest';
import { PIECE, WordPieces } from './word-pieces';

const vocabulary = Array.from({ length: 103 }, (_, i) => `[unused${i}]`);
vocabulary.push('play', '##ing', '##s', 'munch', '##en', 'a', '-', '24', '##m', 'su');
const pieces = new WordPieces(vocabulary);
const names = (word: string): (string | undefined)[] => pieces.pieces(word).map((id) => vocabulary[id]);

describe('pieces of a word', () => {
  it('are the longest that fit, from the left', () => {
    expect(names('playing')).toEqual(['play', '##ing']);
    expect(names('Plays')).toEqual(['play', '##s']);
  });

  it('leave accents and case aside', () => {
    expect(names('München')).toEqual(['munch', '##en']);
  });

  it('stand apart at marks', () => {
    expect(names('Su-24M')).toEqual(['su', '-', '24', '##m']);
  });

  it('are one unknown piece where nothing fits, and never none', () => {
    expect(pieces.pieces('xyz')).toEqual([PIECE.unknown]);
    expect(pieces.pieces('\u0301')).toEqual([PIECE.unknown]);
    expect(pieces.pieces('q'.repeat(5000))).toEqual([PIECE.unknown]);
  });
});
