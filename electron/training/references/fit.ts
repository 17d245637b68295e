import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createPlainParser } from '../../cli/predict/parsed-blocks';
import { FEATURE_NAMES } from '../../engine/entities/references/features';
import {
  probabilities,
  RANKER_CLASSES,
  type RankerClass,
  type Weights,
} from '../../engine/entities/references/ranker';
import { answerWith } from '../../engine/entities/references/resolve';
import { type GoldDocument, LearningDocument, type LearntQuestion } from './gold';

const SETS = ['gum-news.train', 'gum-open.train'];
const FOLDS = 5;
/** Steps uphill, and how far the first goes. */
const STEPS = 300;
const RATE = 0.05;

/** Weights that all rankers share, and what each adds: a form with few examples leans on the others. */
interface Parts {
  shared: Float64Array;
  own: Weights;
}

const emptyWeights = (): Float64Array => new Float64Array(FEATURE_NAMES.length);
const eachRanker = (make: (ranker: RankerClass) => Float64Array): Weights => ({
  he: make('he'),
  it: make('it'),
  they: make('they'),
  noun: make('noun'),
});
const summed = ({ shared, own }: Parts): Weights =>
  eachRanker((ranker) => own[ranker].map((weight, feature) => weight + shared[feature]!));

/** Slope of the log probability of the right rows, by ranker. */
function slopes(questions: readonly LearntQuestion[], weights: Weights): Weights {
  const gradient = eachRanker(emptyWeights);
  for (const { ranker, rows, right } of questions) {
    const all = probabilities(weights[ranker], rows);
    const mass = right.reduce((sum, row) => sum + all[row]!, 0);
    for (const [index, row] of rows.entries()) {
      const push = (right.includes(index) ? all[index]! / mass : 0) - all[index]!;
      for (const feature of row) gradient[ranker][feature] = gradient[ranker][feature]! + push;
    }
  }
  return gradient;
}

/** One step up the slope, each weight by its own pace (root mean square propagation). */
class Climber {
  readonly #squares = emptyWeights();
  constructor(
    readonly weights: Float64Array,
    readonly penalty: number,
  ) {}

  step(gradient: Float64Array, number: number): void {
    for (const [feature, weight] of this.weights.entries()) {
      const slope = gradient[feature]! - this.penalty * weight;
      if (slope === 0) continue;
      this.#squares[feature] = 0.9 * this.#squares[feature]! + 0.1 * slope * slope;
      this.weights[feature] =
        weight + ((RATE / (1 + number / 20)) * slope) / (Math.sqrt(this.#squares[feature]!) + 1e-6);
    }
  }
}

/** Maximises the log probability of the right rows, less `penalty` times the squared weights (own ones twice that). */
export function fitWeights(questions: readonly LearntQuestion[], penalty: number): Weights {
  const parts: Parts = { shared: emptyWeights(), own: eachRanker(emptyWeights) };
  const climbers = Object.fromEntries(
    RANKER_CLASSES.map((ranker) => [ranker, new Climber(parts.own[ranker], 2 * penalty)]),
  );
  const shared = new Climber(parts.shared, penalty);
  for (let step = 0; step < STEPS; step++) {
    const gradient = slopes(questions, summed(parts));
    for (const ranker of RANKER_CLASSES) climbers[ranker]!.step(gradient[ranker], step);
    shared.step(
      emptyWeights().map((_, feature) =>
        RANKER_CLASSES.reduce((sum, ranker) => sum + gradient[ranker][feature]!, 0),
      ),
      step,
    );
  }
  return summed(parts);
}

const fitAll = (documents: readonly LearningDocument[], penalty: number): Weights =>
  fitWeights(
    documents.flatMap((document) => document.questions()),
    penalty,
  );

interface Outcome {
  ranker: RankerClass;
  confidence: number;
  right: boolean;
}

/** Ties made on documents that the weights were not fitted on. */
function crossValidate(documents: readonly LearningDocument[], penalty: number): Outcome[] {
  const outcomes: Outcome[] = [];
  for (let fold = 0; fold < FOLDS; fold++) {
    const held = documents.filter((_, index) => index % FOLDS === fold);
    const weights = fitAll(
      documents.filter((_, index) => index % FOLDS !== fold),
      penalty,
    );
    for (const document of held) {
      for (const { item, ranker, entity, confidence } of document.resolver().resolve(answerWith(weights))) {
        if (document.isLoose(item)) continue;
        const cluster = document.clusterOf(item);
        outcomes.push({
          ranker,
          confidence,
          right: cluster !== null && cluster === document.clusterOfEntity(entity),
        });
      }
    }
  }
  return outcomes;
}

/** Items of the gold data that a ranker could tie rightly. */
function countItems(documents: readonly LearningDocument[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const document of documents) {
    const named = new Set(
      [...document.gold.mentions.filter(({ kind }) => kind === 'name'), ...document.gold.singles].map(
        ({ cluster }) => cluster,
      ),
    );
    for (const { kind, type, cluster } of document.gold.mentions) {
      if ((kind === 'pronoun' || kind === 'noun') && /^(?:PER|ORG|LOC)$/.test(type) && named.has(cluster))
        counts[kind] = (counts[kind] ?? 0) + 1;
    }
  }
  return counts;
}

const percent = (part: number, whole: number): string => (whole ? ((100 * part) / whole).toFixed(1) : '-');

function report(outcomes: readonly Outcome[]): void {
  for (const ranker of RANKER_CLASSES) {
    const own = outcomes.filter((outcome) => outcome.ranker === ranker);
    const cells = [0, 0.5, 0.6, 0.7, 0.8, 0.9].map((floor) => {
      const made = own.filter(({ confidence }) => confidence >= floor);
      const right = made.filter((outcome) => outcome.right).length;
      return `${floor}: ${percent(right, made.length)} of ${made.length} (${right})`;
    });
    console.log(`  ${ranker.padEnd(5)} ${cells.join('   ')}`);
  }
}

/** A tie is more likely right than wrong by some way, whatever the measure says. */
const LEAST_FLOOR = 0.5;
/** Above all confidences: a form that is never tied well enough is not tied at all. */
const NEVER = 0.99;
const FEWEST_TIES = 10;
/** No form is tied less precisely than this, however sure the others are. */
const LEAST_PRECISION = 0.75;
const FLOOR_STEP = 0.02;

interface Share {
  floor: number;
  made: number;
  right: number;
}

/** What each floor leaves of a form's ties; those too few or too often wrong to be shown are left out. */
function sharesOf(outcomes: readonly Outcome[], ranker: RankerClass): Share[] {
  const own = outcomes.filter((outcome) => outcome.ranker === ranker);
  const shares: Share[] = [{ floor: NEVER, made: 0, right: 0 }];
  for (let floor = LEAST_FLOOR; floor < NEVER; floor += FLOOR_STEP) {
    const made = own.filter(({ confidence }) => confidence >= floor);
    const right = made.filter((outcome) => outcome.right).length;
    if (made.length >= FEWEST_TIES && right >= LEAST_PRECISION * made.length)
      shares.push({ floor: Math.round(floor * 100) / 100, made: made.length, right });
  }
  return shares;
}

/** The floors, one a form, that leave most right ties where all ties together are right so often. */
function floorsFor(outcomes: readonly Outcome[], precision: number): Record<string, number> {
  let chosen: Record<string, number> = {};
  let most = -1;
  const visit = (at: number, made: number, right: number, floors: Record<string, number>): void => {
    const ranker = RANKER_CLASSES[at];
    if (!ranker) {
      if (right >= precision * made && right > most) [most, chosen] = [right, floors];
      return;
    }
    for (const share of options[at]!)
      visit(at + 1, made + share.made, right + share.right, { ...floors, [ranker]: share.floor });
  };
  const options = RANKER_CLASSES.map((ranker) => sharesOf(outcomes, ranker));
  visit(0, 0, 0, {});
  return chosen;
}

const ABOUT =
  'Weights of the ranker that says whom "he", "it", "they" and "the company" mean, by form and feature (names as in references/features.ts), and the floors below which nothing is tied. Fitted by training/references/fit.ts on the training part of OntoGUM (GUM corpus, news, bio, interview, academic, voyage and court texts; Zeldes and others, annotations CC BY 4.0, texts CC BY, CC BY-SA or public domain). Written by that program: do not edit.';

/** `[--data FOLDER] [--penalty N,N] [--precision P] [--write]`: cross-validates by document; with --write fits on all and writes the table. */
export async function run(args: readonly string[]): Promise<void> {
  const option = (name: string, fallback: string): string =>
    args.includes(`--${name}`) ? (args[args.indexOf(`--${name}`) + 1] ?? fallback) : fallback;
  const folder = join(option('data', '../shared/bench'), 'references');
  const parse = createPlainParser(args);
  const documents = SETS.flatMap((set) =>
    readFileSync(join(folder, `${set}.jsonl`), 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => new LearningDocument(JSON.parse(line) as GoldDocument, parse)),
  );
  console.log(`${documents.length} documents, items to tie: ${JSON.stringify(countItems(documents))}`);
  for (const penalty of option('penalty', '1').split(',').map(Number)) {
    const outcomes = crossValidate(documents, penalty);
    console.log(`penalty ${penalty}`);
    report(outcomes);
    const precision = Number(option('precision', '0.88'));
    const floors = floorsFor(outcomes, precision);
    console.log(`  floors for ${precision}: ${JSON.stringify(floors)}`);
    if (args.includes('--write')) write(fitAll(documents, penalty), floors);
  }
}

function write(weights: Weights, floors: Record<string, number>): void {
  const table = Object.fromEntries(
    RANKER_CLASSES.map((ranker) => [
      ranker,
      Object.fromEntries(
        FEATURE_NAMES.flatMap((name, index) =>
          Math.abs(weights[ranker][index]!) < 0.005
            ? []
            : [[name, Math.round(weights[ranker][index]! * 100) / 100]],
        ),
      ),
    ]),
  );
  writeFileSync(
    'electron/engine/data/reference-ranker.json',
    `${JSON.stringify({ about: ABOUT, floors, weights: table }, null, 1)}\n`,
  );
}
