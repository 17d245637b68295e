// Writes what the encoder of names is fitted to, as the engine itself would show it to the encoder:
//   npm run train -- encoder-examples --data ../shared/bench/entities --vocabulary FILE --out FILE
// VOCABULARY holds the model's pieces, one a line in the order of their ids. fit-encoder.py reads the result.
import { readFileSync, writeFileSync } from 'node:fs';
import { type GoldDocument, type ParsedDocument, parseDocuments, readLines } from '../../bench/entity-data';
import { createPlainParser } from '../../cli/predict/parsed-blocks';
import { chunksOf } from '../../engine/entities/encoder/chunks';
import { wordEvidence } from '../../engine/entities/encoder/evidence';
import { taggerInput } from '../../engine/entities/features';
import { documentWords } from '../../engine/entities/words';
import { WordPieces } from '../../engine/language/encoder/word-pieces';
import { allowedTags, fineTags } from './gold-tags';
import { pathOf, SETS, type TrainingSet } from './sets';

/** Part of GUM's open texts is enough: their annotation leaves most open. */
const WEIGHTS: Record<string, number> = { 'gum-open.train': 0.6 };

function option(args: readonly string[], name: string, fallback: string): string {
  const at = args.indexOf(`--${name}`);
  return at < 0 ? fallback : (args[at + 1] ?? fallback);
}

function exampleOf(set: TrainingSet, document: ParsedDocument, vocabulary: WordPieces): object {
  const input = taggerInput(documentWords(document.blocks));
  const allowed =
    set.name === 'ordinary-pages'
      ? fineTags(document, input)
      : allowedTags(document, input, set.completeness);
  const chunks = chunksOf(input, vocabulary, () => true).map(
    ({ pieces, wordOfPiece, firstPieces, words }) => ({
      pieces,
      word: wordOfPiece.map((w) => (w < 0 ? -1 : w - words[0]!)),
      first: firstPieces,
      evidence: words.map((w) => wordEvidence(input, w)),
      allowed: words.map((w) => allowed[w]!),
    }),
  );
  const types = set.name === 'ordinary-pages' ? 17 : 9;
  return { set: set.name, id: document.gold.id, weight: WEIGHTS[set.name] ?? 1, types, chunks };
}

export async function run(args: string[]): Promise<void> {
  const data = option(args, 'data', '../shared/bench/entities');
  const pieces = readFileSync(option(args, 'vocabulary', 'vocab.txt'), 'utf8')
    .split('\n')
    .filter(Boolean);
  const vocabulary = new WordPieces(pieces);
  const parse = createPlainParser(args);
  const lines = SETS.flatMap((set) => {
    const documents = readLines<GoldDocument & { held?: boolean }>(pathOf(set, data)).filter(
      ({ held }) => !held,
    );
    return parseDocuments(documents, parse).map((document) =>
      JSON.stringify(exampleOf(set, document, vocabulary)),
    );
  });
  writeFileSync(option(args, 'out', 'examples.jsonl'), `${lines.join('\n')}\n`);
}
