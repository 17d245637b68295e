// Fits the tagger of names to openly licensed annotated texts and writes electron/engine/data/name-tagger.json:
//   npm run train -- names --data ../shared/bench/entities [--parses FILE]
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type GoldDocument, parseDocuments, readLines } from '../../bench/entity-data';
import { createPlainParser, type PlainParser } from '../../cli/predict/parsed-blocks';
import { MOST_FEATURES, type TaggerInput, taggerInput, wordFeatures } from '../../engine/entities/features';
import { TAG_COUNT } from '../../engine/entities/tagger';
import { documentWords } from '../../engine/entities/words';
import { allowedTags, type Completeness, withoutOrphans } from './gold-tags';
import { fitRandomField, type TrainingRun } from './random-field';

interface TrainingSet {
  name: string;
  source: string;
  licence: string;
  completeness: Completeness;
  weight: number;
}

const SETS: TrainingSet[] = [
  {
    name: 'gum-news.train',
    source: 'Georgetown University Multilayer corpus (GUM), Wikinews part',
    licence: 'CC BY 2.5 (texts), CC BY 4.0 (annotations)',
    completeness: 'gaps',
    weight: 1,
  },
  {
    name: 'gum-open.train',
    source: 'Georgetown University Multilayer corpus (GUM), openly licensed genres',
    licence: 'CC BY, CC BY-SA',
    completeness: 'gaps',
    weight: 0.5,
  },
  {
    name: 'wikigold.all',
    source: 'Wikigold (Balasuriya and others 2009), Wikipedia articles',
    licence: 'CC BY 4.0, texts CC BY-SA',
    completeness: 'all',
    weight: 1,
  },
  {
    name: 'uner-ewt.dev',
    source: 'Universal NER, English Web Treebank',
    licence: 'CC BY-SA 4.0',
    completeness: 'noOthers',
    weight: 1,
  },
  {
    name: 'uner-ewt.test',
    source: 'Universal NER, English Web Treebank',
    licence: 'CC BY-SA 4.0',
    completeness: 'noOthers',
    weight: 1,
  },
];

/** Chosen by leaving one source out and by the benchmark's spread: a slow rate generalises across sources. */
const OPTIONS = { epochs: 8, rate: 0.015, decay: 1e-4, dropout: 0.3 };
/** One fit for each; their mean depends less on the order of the examples. */
const SEEDS = [1, 2, 3];
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
  const documents = readLines<GoldDocument>(join(data, `${set.name}.jsonl`));
  return parseDocuments(documents, parse).map((document) => {
    const input = taggerInput(documentWords(document.blocks));
    return { input, allowed: allowedTags(document, input, set.completeness), weight: set.weight };
  });
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
