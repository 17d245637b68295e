import { PIECE, type WordPieces } from '../../language/encoder/word-pieces';
import type { TaggerInput } from '../features';
import type { Word } from '../words';

/** A stretch of the article that the encoder sees at once: whole sentences, in reading order. */
export interface Chunk {
  /** Ids of the pieces, with the marks that open it and end its lines. */
  pieces: number[];
  /** For each piece the word it belongs to, or -1 for a mark. */
  wordOfPiece: number[];
  /** Index of the first piece of each of `words`. */
  firstPieces: number[];
  /** Indices in the document's words. */
  words: number[];
}

/** Pieces of one chunk: enough for a paragraph or two; the cost of attention grows with it. */
export const CHUNK_PIECES = 126;

/** Cuts the article into chunks, leaving out sentences for which `isWanted` is false. */
export function chunksOf(
  { document: { words } }: TaggerInput,
  vocabulary: WordPieces,
  isWanted: (first: number, end: number) => boolean,
): Chunk[] {
  const chunks: Chunk[] = [];
  let chunk = newChunk();
  const finish = (): void => {
    if (chunk.words.length > 0) chunks.push(chunk);
    chunk = newChunk();
  };
  for (const [first, end] of sentencesOf(words)) {
    if (!isWanted(first, end)) continue;
    const pieces = words.slice(first, end).map(({ lexeme }) => vocabulary.pieces(lexeme.text));
    const length = pieces.reduce((sum, own) => sum + own.length, 0);
    if (chunk.pieces.length + length >= CHUNK_PIECES) finish();
    if (chunk.words.length > 0 && words[first]!.lineStarts) addMark(chunk, PIECE.ends);
    for (const [k, own] of pieces.entries()) {
      if (chunk.pieces.length + own.length >= CHUNK_PIECES) finish();
      chunk.words.push(first + k);
      chunk.firstPieces.push(chunk.pieces.length);
      for (const id of own) {
        chunk.pieces.push(id);
        chunk.wordOfPiece.push(first + k);
      }
    }
  }
  finish();
  for (const { pieces, wordOfPiece } of chunks) {
    pieces.push(PIECE.ends);
    wordOfPiece.push(-1);
  }
  return chunks;
}

const newChunk = (): Chunk => ({ pieces: [PIECE.opens], wordOfPiece: [-1], firstPieces: [], words: [] });

function addMark(chunk: Chunk, id: number): void {
  chunk.pieces.push(id);
  chunk.wordOfPiece.push(-1);
}

/** Ranges of words, [first, end), a sentence or a line of its own each. */
function sentencesOf(words: readonly Word[]): [number, number][] {
  const ranges: [number, number][] = [];
  for (let i = 0; i < words.length; i++) {
    const previous = words[i - 1];
    const word = words[i]!;
    if (previous && previous.sentence === word.sentence && previous.block === word.block)
      ranges.at(-1)![1] = i + 1;
    else ranges.push([i, i + 1]);
  }
  return ranges;
}
