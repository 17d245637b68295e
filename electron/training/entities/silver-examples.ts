// Writes examples for the encoder of names from openly licensed texts that nobody labelled: the whole engine as it is
// (encoder, tagger, tables, the rules over the article) labels them, and what it is not sure of is left open.
//   npm run train -- silver-examples --texts FILE --vocabulary FILE --out FILE
// TEXTS holds one {"id", "text"} a line; none may be measured on. fit-encoder.py goes on with the result.
import { readFileSync, writeFileSync } from 'node:fs';
import { readLines } from '../../bench/entity-data';
import { createPlainParser, type PlainParser } from '../../cli/predict/parsed-blocks';
import type { EntityType } from '../../contract';
import { chunksOf } from '../../engine/entities/encoder/chunks';
import { wordEvidence } from '../../engine/entities/encoder/evidence';
import { FINE_TAGS } from '../../engine/entities/encoder/fine-tags';
import { type TaggerInput, taggerInput } from '../../engine/entities/features';
import { findEntities } from '../../engine/entities/find';
import { CLASS_OF_LABEL } from '../../engine/entities/statistics';
import { documentWords } from '../../engine/entities/words';
import { WordPieces } from '../../engine/language/encoder/word-pieces';

/** Number of each type in FINE_TYPES. */
const NUMBER_OF: Record<EntityType, number> = {
  person: 0,
  place: 1,
  organisation: 2,
  product: 3,
  work: 4,
  law: 4,
  event: 5,
  group: 6,
  other: 7,
};
const ANY = (1 << FINE_TAGS) - 1;
/** Shares the encoder must give: to a name's tag; to none where the language model sees a name, and where it does not. */
const SURE_NAME = Math.log(0.75);
const SURE_NONE = Math.log(0.9);
const AGREED_NONE = Math.log(0.5);
const WEIGHT = 0.5;
/** A row that the encoder was not asked for counts so little for a name. */
const NOT_ASKED = -9;

/** The tag of each word as the engine shows it in the end. */
function finalTags(parsed: ReturnType<PlainParser>, { document: { words } }: TaggerInput): Int32Array {
  const found = findEntities(parsed.blocks, { titleBlock: null, wordScores: parsed.wordScores() });
  const types = new Map(found.entities.map(({ id, type }) => [id, type]));
  const tags = new Int32Array(words.length);
  const byBlock = new Map<string, number[]>();
  for (const [i, { block }] of words.entries()) {
    const id = parsed.blocks[block]!.id;
    byBlock.set(id, [...(byBlock.get(id) ?? []), i]);
  }
  for (const { span, entity } of found.mentions) {
    let begins = true;
    for (const i of byBlock.get(span.block) ?? []) {
      if (words[i]!.start < span.start || words[i]!.end > span.end) continue;
      tags[i] = 1 + 2 * NUMBER_OF[types.get(entity)!] + (begins ? 0 : 1);
      begins = false;
    }
  }
  return tags;
}

/** Bits of the tags that each word may have: one where the engine is sure, all where it is not. */
function silverTags(parsed: ReturnType<PlainParser>, input: TaggerInput): number[] {
  const { words } = input.document;
  const { rowOf, values } = parsed.wordScores();
  const tags = finalTags(parsed, input);
  const isSure = (i: number): boolean => {
    const [row, tag] = [rowOf[i]!, tags[i]!];
    const share = row < 0 ? (tag === 0 ? 0 : NOT_ASKED) : values[row * FINE_TAGS + tag]!;
    if (tag !== 0) return share > SURE_NAME;
    return share > (words[i]!.label in CLASS_OF_LABEL ? SURE_NONE : AGREED_NONE);
  };
  const allowed = words.map((_, i) => (isSure(i) ? 1 << tags[i]! : ANY));
  // A name whose parts differ in sureness is open as a whole.
  for (let first = 0; first < words.length; first++) {
    if (tags[first]! % 2 !== 1) continue;
    let end = first + 1;
    while (end < words.length && tags[end]! !== 0 && tags[end]! % 2 === 0) end++;
    if (allowed.slice(first, end).includes(ANY)) allowed.fill(ANY, first, end);
  }
  return allowed;
}

export async function run(args: string[]): Promise<void> {
  const option = (name: string, fallback: string): string =>
    args.includes(`--${name}`) ? (args[args.indexOf(`--${name}`) + 1] ?? fallback) : fallback;
  const pieces = readFileSync(option('vocabulary', 'vocab.txt'), 'utf8').split('\n').filter(Boolean);
  const vocabulary = new WordPieces(pieces);
  const parse = createPlainParser(args);
  const lines = readLines<{ id: string; text: string }>(option('texts', 'texts.jsonl')).map(
    ({ id, text }) => {
      const parsed = parse(text);
      const input = taggerInput(documentWords(parsed.blocks));
      const allowed = silverTags(parsed, input);
      const chunks = chunksOf(input, vocabulary, () => true).map((chunk) => ({
        pieces: chunk.pieces,
        word: chunk.wordOfPiece.map((w) => (w < 0 ? -1 : w - chunk.words[0]!)),
        first: chunk.firstPieces,
        evidence: chunk.words.map((w) => wordEvidence(input, w)),
        allowed: chunk.words.map((w) => allowed[w]!),
      }));
      return JSON.stringify({ set: 'silver', id, weight: WEIGHT, types: FINE_TAGS, chunks });
    },
  );
  writeFileSync(option('out', 'silver.jsonl'), `${lines.join('\n')}\n`);
}
