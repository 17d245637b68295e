import type { Encoder } from '../../language/encoder/encoder';
import type { TaggerInput } from '../features';
import { chunksOf } from './chunks';
import { wordEvidence } from './evidence';
import { FINE_TAGS, type WordScores } from './fine-tags';

/**
 * Asks the encoder about every word that may be part of a name. Yields after each chunk (some hundred words), with the
 * share done, so that the caller can give way or stop; the last value is the result.
 */
export function* scoreWords(input: TaggerInput, encoder: Encoder): Generator<number, WordScores> {
  const { words } = input.document;
  const asked = new Uint8Array(words.length);
  for (const [first, end] of input.runs) asked.fill(1, first, end);
  const chunks = chunksOf(input, encoder.vocabulary, (first, end) => mayName(input, asked, first, end));
  const rowOf = new Int32Array(words.length).fill(-1);
  const values = new Float32Array(asked.reduce((sum, one) => sum + one, 0) * FINE_TAGS);
  let row = 0;
  for (const [number, chunk] of chunks.entries()) {
    const evidence = chunk.words.map((word) => wordEvidence(input, word));
    const evidenceOf = new Map(chunk.words.map((word, i) => [word, evidence[i]!]));
    const wanted = chunk.words.flatMap((word, i) => (asked[word] ? [i] : []));
    const scores = encoder.run({
      pieces: chunk.pieces,
      evidence: chunk.wordOfPiece.map((word) => evidenceOf.get(word) ?? []),
      wanted: wanted.map((i) => chunk.firstPieces[i]!),
    });
    for (const [k, i] of wanted.entries()) {
      rowOf[chunk.words[i]!] = row;
      setShares(scores.subarray(k * FINE_TAGS, (k + 1) * FINE_TAGS), values, row++ * FINE_TAGS);
    }
    yield (number + 1) / chunks.length;
  }
  return { rowOf, values };
}

/** Runs to the end at once. */
export function allWordScores(input: TaggerInput, encoder: Encoder): WordScores {
  const steps = scoreWords(input, encoder);
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value;
}

/** Whether a sentence has a word that may name something: more than a pronoun or a small word in its first place. */
function mayName({ document }: TaggerInput, asked: Uint8Array, first: number, end: number): boolean {
  for (let i = first; i < end; i++) {
    const word = document.words[i]!;
    if (!asked[i]) continue;
    if (word.label !== '' || !SMALL_TAGS.test(word.tag)) return true;
    if (word.lexeme.capitalised && !word.sentenceStarts && !/^I\b/.test(word.lexeme.text)) return true;
  }
  return false;
}

/** Tags of words that name nothing by themselves: pronouns, determiners, prepositions, conjunctions, adverbs, verbs. */
const SMALL_TAGS = /^(?:PRP\$?|DT|IN|CC|WP\$?|WRB|WDT|RB|EX|MD|TO|UH|VB[DGNPZ]?)$/;

function setShares(scores: Float32Array, out: Float32Array, at: number): void {
  let most = Number.NEGATIVE_INFINITY;
  for (const score of scores) if (score > most) most = score;
  let sum = 0;
  for (const score of scores) sum += Math.exp(score - most);
  const total = most + Math.log(sum);
  for (const [k, score] of scores.entries()) out[at + k] = score - total;
}
