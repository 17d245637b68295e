import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type PredictedName, predictedNames } from '../cli/predict/entities';
import { createPlainParser, type PlainParser } from '../cli/predict/parsed-blocks';
import { findEntities } from '../engine/entities/find';
import { mergeRules } from '../engine/entities/merge/places-organisations';
import { refineRules } from '../engine/entities/refine/refine';
import { CLASS_OF_LABEL } from '../engine/entities/statistics';
import { compromiseNames } from './compromise-names';
import {
  type GoldDocument,
  type GoldName,
  type ParsedDocument,
  parseDocuments,
  readLines,
} from './entity-data';
import { benchTime } from './entity-time';
import { type ClusterDocument, mergeScore } from './merge-score';
import { ALL_TYPES, exactScore, type Score } from './name-score';
import { fineNames } from './ordinary-pages';

const ORDINARY_PAGES = 'electron/training/ordinary-pages/pages.jsonl';
const SETS = ['re3d-named.dev', 'worldwide-mideast.dev', 'conll2003.testa', 'gum-news.dev', 'gum-open.dev'];
/** The tagger was fitted to the `train` sets, so that they tell of merging more than of finding. */
const MERGE_SETS = ['gum-news.dev', 'gum-news.train', 'gum-open.dev', 'gum-open.train'];

function option(args: readonly string[], name: string, fallback: string): string {
  const at = args.indexOf(`--${name}`);
  return at < 0 ? fallback : (args[at + 1] ?? fallback);
}

const shown = (score: Score): string =>
  `F1 ${score.f1.toFixed(1)} (P ${score.precision.toFixed(1)} R ${score.recall.toFixed(1)})`;

/** The language model's own names, mapped to the four classes: the yardstick. */
function plainNames({ starts, blocks }: ParsedDocument): GoldName[] {
  return blocks.flatMap(({ id, parsed }) =>
    parsed.names.flatMap(({ first, end, label }) => {
      const type = CLASS_OF_LABEL[label];
      const offset = starts.get(id)!;
      const [start, last] = [parsed.tokens[first]!.start, parsed.tokens[end - 1]!.end];
      return type ? [{ start: offset + start, end: offset + last, type }] : [];
    }),
  );
}

function ourNames(
  { starts, blocks, wordScores }: ParsedDocument,
  without: ReadonlySet<string>,
): PredictedName[] {
  return predictedNames(
    findEntities(blocks, { titleBlock: null, wordScores: wordScores(), without }),
    starts,
  );
}

interface Data {
  folder: string;
  parse: PlainParser;
}

function load<T extends { id: string; text: string }>(
  { folder, parse }: Data,
  file: string,
): { gold: T[]; documents: ParsedDocument[] } {
  const gold = readLines<T>(join(folder, file));
  const plain = gold.map((g): GoldDocument => ({ entities: [], ...g }));
  return { gold, documents: parseDocuments(plain, parse) };
}

function benchNames(data: Data, sets: readonly string[], ablate: boolean): void {
  const rules = ablate ? refineRules.map((rule) => rule.name) : [];
  for (const set of sets) {
    const { gold, documents } = load<GoldDocument>(data, `${set}.jsonl`);
    const score = (without: ReadonlySet<string>): Score =>
      exactScore(
        gold,
        documents.map((document) => ourNames(document, without)),
      );
    const plain = exactScore(gold, documents.map(plainNames));
    const ours = score(new Set());
    const gain = `${(ours.f1 - plain.f1).toFixed(1)} more`;
    const other = exactScore(
      gold,
      gold.map(({ text }) => compromiseNames(text)),
    );
    const yardsticks = `en_core_web_sm ${shown(plain)}   compromise ${shown(other)}`;
    console.log(`names    ${set.padEnd(22)} ours ${shown(ours)}   ${yardsticks}   ${gain}`);
    for (const rule of rules) {
      const worth = ours.f1 - score(new Set([rule])).f1;
      console.log(`           rule ${rule.padEnd(22)} ${worth >= 0 ? '+' : ''}${worth.toFixed(2)}`);
    }
  }
}

/** The thirty labelled pages of blogs, reviews and the like that nothing was fitted to. */
function benchOrdinaryPages({ parse }: Data): void {
  const gold = readLines<GoldDocument & { held: boolean }>(ORDINARY_PAGES).filter(({ held }) => held);
  const documents = parseDocuments(gold, parse);
  const ours = documents.map(fineNames);
  const common = `ours ${shown(exactScore(gold, ours))}   en_core_web_sm ${shown(exactScore(gold, documents.map(plainNames)))}`;
  console.log(`names    ${'ordinary pages'.padEnd(22)} ${common}`);
  console.log(`names    ${'  all eight types'.padEnd(22)} ours ${shown(exactScore(gold, ours, ALL_TYPES))}`);
}

function benchMerging(data: Data, sets: readonly string[], ablate: boolean): void {
  const rules = ablate
    ? [...mergeRules.map((rule) => rule.name), 'people', ...refineRules.map((r) => r.name)]
    : [];
  for (const set of sets) {
    const { gold, documents } = load<ClusterDocument>(data, join('aliases', `${set}.docs.jsonl`));
    const score = (without: ReadonlySet<string>): Score =>
      mergeScore(
        gold,
        documents.map((document) => ourNames(document, without)),
      );
    const ours = score(new Set());
    const bySpelling = score(new Set(['people', ...mergeRules.map((rule) => rule.name)]));
    console.log(`merging  ${set.padEnd(22)} ours ${shown(ours)}   by spelling alone ${shown(bySpelling)}`);
    for (const rule of rules) {
      const worth = ours.f1 - score(new Set([rule])).f1;
      console.log(`           rule ${rule.padEnd(22)} ${worth >= 0 ? '+' : ''}${worth.toFixed(2)}`);
    }
  }
}

/**
 * Exact F1 of names beside the plain language model's and compromise's, B-cubed of merging beside merging by spelling.
 * `--data FOLDER` gold data, `--ablate` what each rule is worth on each set, `--sets A,B` and `--merge-sets A,B` choose
 * sets, `--parses FILE` takes kept parses, `--no-time` leaves out the times.
 */
export async function run(args: string[]): Promise<void> {
  const data: Data = {
    folder: join(option(args, 'data', '../shared/bench'), 'entities'),
    parse: createPlainParser(args),
  };
  const listed = (name: string, fallback: string[]): string[] =>
    option(args, name, fallback.join(',')).split(',').filter(Boolean);
  const ablate = args.includes('--ablate');
  benchNames(data, listed('sets', SETS), ablate);
  if (existsSync(ORDINARY_PAGES)) benchOrdinaryPages(data);
  benchMerging(data, listed('merge-sets', MERGE_SETS), ablate);
  if (args.includes('--no-time')) return;
  const texts = readLines<GoldDocument>(join(data.folder, 'worldwide-mideast.dev.jsonl')).map(
    ({ text }) => text,
  );
  for (const line of benchTime(texts, data.parse, 20_000)) console.log(line);
}
