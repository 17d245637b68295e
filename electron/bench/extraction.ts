import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { dateline, defuddle, type Method, type Outcome, readability, wholeText } from './extraction-methods';
import { dataFolder, option, unpackPages } from './page-archive';

type Truth = Record<string, { articleBody: string; url?: string }>;
type Predictions = Record<string, { articleBody: string }>;

interface Rates {
  f1: number;
  precision: number;
  recall: number;
  accuracy: number;
}

interface PageSet {
  name: string;
  pages: string;
  truth: string;
  /** File name of a page. */
  file(id: string): string;
  methods: Record<string, Method>;
  /** WCXB's own word F1 is printed beside the 4-gram figures. */
  words: boolean;
}

const PAGE_METHODS = { Dateline: dateline, 'Readability+linkedom': readability, Defuddle: defuddle };
const TEXT_METHODS = { Dateline: dateline, uncleaned: wholeText };

const SETS: PageSet[] = [
  {
    name: 'scrapinghub',
    pages: 'extraction/scrapinghub',
    truth: 'extraction/scrapinghub/truth.json',
    file: (id) => `${id}.html`,
    methods: PAGE_METHODS,
    words: false,
  },
  {
    name: 'wcxb',
    pages: 'extraction/wcxb',
    truth: 'extraction/wcxb/truth.json',
    file: (id) => `${id}.html`,
    methods: PAGE_METHODS,
    words: true,
  },
  ...['container', 'page'].map((kind) => ({
    name: `text ${kind}`,
    pages: 'extraction/text',
    truth: 'extraction/scrapinghub/truth.json',
    file: (id: string) => `${id}.${kind}.txt`,
    methods: TEXT_METHODS,
    words: false,
  })),
];

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

/** Pages run once before they count: the first method to meet a page would else pay for compiling what all share. */
const WARM_UP = 40;

/** Runs every method on each page in turn, so that all meet the same state of the machine. */
async function runSet(set: PageSet, folder: string, truth: Truth, ids: readonly string[]) {
  const outcomes: Record<string, Record<string, Outcome>> = {};
  for (const name of Object.keys(set.methods)) outcomes[name] = {};
  for (const id of [...ids.slice(0, WARM_UP), ...ids]) {
    const bytes = readFileSync(join(folder, set.file(id)));
    for (const [name, method] of Object.entries(set.methods)) {
      outcomes[name]![id] = await method(bytes, set.file(id), truth[id]?.url ?? null);
    }
  }
  return outcomes;
}

function percent(value: number): string {
  return value.toFixed(4).padStart(8);
}

/** Word F1 as the set's own scorer prints it. */
function scoreWords(data: string, predictions: Predictions, truth: Truth): string {
  const folder = join(data, 'extraction');
  const stamp = `${process.pid}`;
  const files = ['predicted', 'truth'].map((name) =>
    join(process.env.TMPDIR ?? '/tmp', `dateline-${name}-${stamp}.json`),
  );
  writeFileSync(files[0]!, JSON.stringify(predictions));
  writeFileSync(files[1]!, JSON.stringify(truth));
  const { stdout } = spawnSync(process.execPath, [join(folder, 'score-wcxb.mjs'), ...files], {
    encoding: 'utf8',
  });
  return /wordF1 ([\d.]+)/.exec(stdout)?.[1] ?? '?';
}

/**
 * `npm run bench -- extraction [--data FOLDER] [--set NAME] [--first N]`: Dateline, Readability and Defuddle on the
 * same pages in one run: 4-gram F1, precision, recall and share of pages with exactly the right words, WCXB's word
 * F1, median ms a page, and the F1 of each half of the pages (even and odd in the order of the truth), which shows
 * how far a figure may be chance. The pruner's model was fitted on the set wcxb: its figures there flatter it, and
 * `bench -- pruner` tells what is left on pages it has not seen.
 */
export async function run(args: string[]): Promise<void> {
  const data = dataFolder(args);
  const { score } = (await import(pathToFileURL(join(data, 'extraction/score.mjs')).href)) as {
    score(truth: Truth, predictions: Predictions, options?: { ids?: string[] }): Rates;
  };
  const wanted = option(args, 'set');
  for (const set of SETS.filter(({ name }) => !wanted || name.startsWith(wanted))) {
    const folder = unpackPages(data, set.pages);
    const truth = JSON.parse(readFileSync(join(data, set.truth), 'utf8')) as Truth;
    const ids = Object.keys(truth).slice(0, Number(option(args, 'first') ?? Number.POSITIVE_INFINITY));
    const outcomes = await runSet(set, folder, truth, ids);
    const part = Object.fromEntries(ids.map((id) => [id, truth[id]!]));
    process.stdout.write(`\n${set.name}, ${ids.length} pages\n`);
    process.stdout.write(
      `${' '.repeat(22)}      F1   prec.  recall  exact  ${set.words ? 'word F1 ' : ''} even F1  odd F1  ms\n`,
    );
    for (const [name, byId] of Object.entries(outcomes)) {
      const all = score(part, byId, { ids: [...ids] });
      const halves = [0, 1].map(
        (half) => score(part, byId, { ids: ids.filter((_, i) => i % 2 === half) }).f1,
      );
      const words = set.words ? ` ${scoreWords(data, byId, part)} ` : '';
      const ms = median(ids.map((id) => byId[id]!.ms)).toFixed(1);
      const rates = [all.f1, all.precision, all.recall].map(percent).join('');
      const tail = `${all.accuracy.toFixed(3).padStart(7)} ${words}${halves.map(percent).join('')}${ms.padStart(7)}`;
      process.stdout.write(`${name.padEnd(22)}${rates}${tail}\n`);
    }
  }
}
