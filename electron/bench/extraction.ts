import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cleanAgain } from './extraction-again';
import type { Outcome } from './extraction-methods';
import { bodyF1, type Outcomes, scoreMetadata, type Truths } from './extraction-scores';
import { type PageSet, SETS } from './extraction-sets';
import { yardsticks } from './extraction-yardsticks';
import { dataFolder, option, unpackPages } from './page-archive';

/** Pages run once before they count: the first method to meet a page would else pay for compiling what all share. */
const WARM_UP = 40;

/** Runs every method on each page in turn, so that all meet the same state of the machine. */
async function runSet(set: PageSet, folder: string, truths: Truths, ids: readonly string[], alone: boolean) {
  const methods = Object.entries(set.methods).slice(0, alone ? 1 : undefined);
  const outcomes: Record<string, Outcomes> = Object.fromEntries(methods.map(([name]) => [name, {}]));
  for (const id of [...ids.slice(0, WARM_UP), ...ids]) {
    const bytes = readFileSync(join(folder, set.file(id)));
    for (const [name, method] of methods) {
      outcomes[name]![id] = await method(bytes, set.file(id), truths[id]?.url ?? null);
    }
  }
  return outcomes;
}

const three = (value: number) => value.toFixed(4).padStart(8);
const of = (count: number, all: number) => `${count}/${all}`.padStart(9);

function row(set: PageSet, name: string, ids: readonly string[], found: Outcomes, truths: Truths): string {
  const halves = [0, 1].map((half) =>
    bodyF1(
      set.measure,
      ids.filter((_, i) => i % 2 === half),
      found,
      truths,
    ),
  );
  const ms = ids.reduce((sum, id) => sum + (found[id] as Outcome).ms, 0) / ids.length;
  const cells = [
    three(bodyF1(set.measure, ids, found, truths)),
    ...halves.map(three),
    ms.toFixed(1).padStart(7),
  ];
  if (set.metadata || set.measure === 'dumps') {
    const score = scoreMetadata(ids, found, truths);
    cells.push(of(score.title, score.titles));
    if (set.metadata)
      cells.push(
        of(score.author, score.authors),
        of(score.invented, score.anonymous),
        of(score.day, score.days),
      );
  }
  return `${name.padEnd(24)}${cells.join('')}\n`;
}

function head(set: PageSet, pages: number): string {
  const figure = set.measure === 'shingles' ? '4-gram' : 'word';
  const columns = ['F1', 'even F1', 'odd F1'].map((name) => name.padStart(8)).join('');
  const metadata = set.metadata
    ? ['title', 'author', 'invented', 'day']
    : set.measure === 'dumps'
      ? ['title']
      : [];
  const note = set.fitted ? '; Dateline is fitted on these pages, `train -- pruner` measures on others' : '';
  return `\n${set.name}, ${pages} pages, ${figure} F1${note}\n${' '.repeat(24)}${columns}     ms${metadata.map((name) => name.padStart(9)).join('')}\n`;
}

/**
 * `npm run bench -- extraction [--data FOLDER] [--set NAME] [--every N] [--alone] [--again] [--python PATH] [--list N]`: all
 * sets of articles beside the yardsticks, in one run: F1 over all pages and over each half (even and odd in the order
 * of the truth, which shows how far a figure may be chance), mean processor time a page in ms, and where the truth
 * has them titles, authors, authors invented where there is none, and days. `--python` names an interpreter in which
 * trafilatura and the like are installed. `--every` takes every Nth page, `--alone` leaves the others out, `--list`
 * names the N worst pages. `--again` cleans what cleaning left instead, and tells how much more goes.
 */
export async function run(args: string[]): Promise<void> {
  const data = dataFolder(args);
  const wanted = option(args, 'set');
  for (const set of SETS.filter(({ name }) => !wanted || name.startsWith(wanted))) {
    const folder = unpackPages(data, set.pages, set.archive);
    const truths = JSON.parse(readFileSync(join(data, set.truth), 'utf8')) as Truths;
    const step = Number(option(args, 'every') ?? 1);
    const ids = Object.keys(truths).filter((_, i) => i % step === 0);
    const listed = Number(option(args, 'list') ?? 0);
    if (args.includes('--again')) {
      process.stdout.write(`${await cleanAgain(set, folder, ids, listed)}\n`);
      continue;
    }
    const outcomes = await runSet(set, folder, truths, ids, args.includes('--alone'));
    const python = option(args, 'python');
    if (python && 'Defuddle' in set.methods) Object.assign(outcomes, yardsticks(python, folder, set, ids));
    process.stdout.write(head(set, ids.length));
    for (const [name, found] of Object.entries(outcomes))
      process.stdout.write(row(set, name, ids, found, truths));
    list(set, ids, outcomes.Dateline!, truths, listed);
  }
}

function list(set: PageSet, ids: readonly string[], found: Outcomes, truths: Truths, count: number): void {
  const rows = ids
    .map((id) => ({ id, f1: bodyF1(set.measure, [id], found, truths) }))
    .sort((a, b) => a.f1 - b.f1);
  for (const { id, f1 } of rows.slice(0, count)) process.stdout.write(`  ${id} ${f1.toFixed(3)}\n`);
}
