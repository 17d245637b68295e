// Fits the tagger of names to openly licensed annotated texts and writes electron/engine/data/name-tagger.json:
//   npm run train -- names --data ../shared/bench/entities [--parses FILE]
import { writeFileSync } from 'node:fs';
import { type GoldDocument, parseDocuments, readLines } from '../../bench/entity-data';
import { createPlainParser, type PlainParser } from '../../cli/predict/parsed-blocks';
import { MOST_FEATURES, type TaggerInput, taggerInput, wordFeatures } from '../../engine/entities/features';
import { TAG_COUNT } from '../../engine/entities/tagger';
import { documentWords } from '../../engine/entities/words';
import { allowedTags, withoutOrphans } from './gold-tags';
import { fitRandomField, type TrainingRun } from './random-field';
import { pathOf, SETS, type TrainingSet } from './sets';

/** Chosen by leaving one source out and by the benchmark's spread: a slow rate generalises across sources. */
const OPTIONS = { epochs: 8, rate: 0.015, decay: 1e-4, dropout: 0.3 };
/** What field and encoder weigh together; chosen on the held ordinary pages and GUM's development part. */
const POOL = { field: 0.9, encoder: 1 };
/** One fit for each; their mean depends less on the order of the examples. */
const SEEDS = [1, 2];
/** A feature seen less often is not learnt. */
const FEWEST = 3;
/** Rows whose weights are all smaller than this are left out of the file. */
const SMALLEST = 0.01;

interface Example {
  input: TaggerInput;
  allowed: Uint16Array;
  weight: number;
}

function option(args: readonly string[], name: string, fallback: string): string {
  const at = args.indexOf(`--${name}`);
  return at < 0 ? fallback : (args[at + 1] ?? fallback);
}

function examplesOf(set: TrainingSet, data: string, parse: PlainParser): Example[] {
  const documents = readLines<GoldDocument & { held?: boolean }>(pathOf(set, data))
    .filter(({ held }) => !held)
    .map((document) => ({ ...document, entities: document.entities.map(toClass) }));
  return parseDocuments(documents, parse).map((document) => {
    const input = taggerInput(documentWords(document.blocks));
    return { input, allowed: allowedTags(document, input, set.completeness), weight: set.weight };
  });
}

/** The ordinary pages tell more types apart than the tagger does. */
function toClass<T extends { type: string }>(name: T): T {
  return /^(?:PER|LOC|ORG)$/.test(name.type) ? name : { ...name, type: 'MISC' };
}

/** Gives a row to each feature seen often enough. */
function rowsOf(examples: readonly Example[]): Map<number, number> {
  const counts = new Map<number, number>();
  const buffer = new Uint32Array(MOST_FEATURES);
  for (const { input } of examples) {
    for (const [first, end] of input.runs) {
      for (let i = first; i < end; i++) {
        const n = wordFeatures(input, i, buffer);
        for (let f = 0; f < n; f++) counts.set(buffer[f]!, (counts.get(buffer[f]!) ?? 0) + 1);
      }
    }
  }
  const rows = new Map<number, number>();
  for (const [hash, count] of counts) if (count >= FEWEST) rows.set(hash, rows.size);
  return rows;
}

function runsOf({ input, allowed, weight }: Example, rows: Map<number, number>): TrainingRun[] {
  const buffer = new Uint32Array(MOST_FEATURES);
  return input.runs.map(([first, end]) => {
    const features: number[] = [];
    const ends = new Int32Array(end - first);
    for (let i = first; i < end; i++) {
      const n = wordFeatures(input, i, buffer);
      for (let f = 0; f < n; f++) {
        const row = rows.get(buffer[f]!);
        if (row !== undefined) features.push(row);
      }
      ends[i - first] = features.length;
    }
    return {
      features: Int32Array.from(features),
      ends,
      allowed: withoutOrphans(allowed.slice(first, end)),
      weight,
    };
  });
}

/** The weights as JSON: hashes in ascending order, values in steps of `scale`, both little endian in base 64. */
function serialise(rows: Map<number, number>, values: Float64Array, transitions: Float64Array): string {
  const most = values.reduce((a, b) => Math.max(a, Math.abs(b)), 0);
  const scale = most / 127;
  const kept = [...rows]
    .filter(([, row]) =>
      values.subarray(row * TAG_COUNT, (row + 1) * TAG_COUNT).some((v) => Math.abs(v) >= SMALLEST),
    )
    .sort(([a], [b]) => a - b);
  const hashes = new Uint32Array(kept.map(([hash]) => hash));
  const steps = new Int8Array(
    kept.flatMap(([, row]) =>
      [...values.subarray(row * TAG_COUNT, (row + 1) * TAG_COUNT)].map((v) => Math.round(v / scale)),
    ),
  );
  const about =
    'Weights of the tagger of names, a conditional random field; written by electron/training/entities/train.ts, not edited by hand. Fitted to: ' +
    SETS.map((s) => `${s.source} [${s.licence}]`)
      .filter((s, i, all) => all.indexOf(s) === i)
      .join('; ') +
    '.';
  return `${JSON.stringify(
    {
      about,
      pool: POOL,
      scale,
      transitions: [...transitions].map((t) => Number(t.toFixed(4))).join(' '),
      hashes: Buffer.from(hashes.buffer).toString('base64'),
      values: Buffer.from(steps.buffer).toString('base64'),
    },
    null,
    2,
  )}\n`;
}

export async function run(args: string[]): Promise<void> {
  const data = option(args, 'data', '../shared/bench/entities');
  const parse = createPlainParser(args);
  const examples = SETS.flatMap((set) => examplesOf(set, data, parse));
  const rows = rowsOf(examples);
  const runs = examples.flatMap((example) => runsOf(example, rows));
  const fits = SEEDS.map((seed) => fitRandomField(runs, rows.size, { ...OPTIONS, seed }, console.log));
  const mean = (of: (fit: (typeof fits)[number]) => Float64Array): Float64Array =>
    of(fits[0]!).map((_, i) => fits.reduce((sum, fit) => sum + of(fit)[i]!, 0) / fits.length);
  const values = mean((fit) => fit.values);
  const transitions = mean((fit) => fit.transitions);
  const out = option(args, 'out', 'electron/engine/data/name-tagger.json');
  writeFileSync(out, serialise(rows, values, transitions));
}
