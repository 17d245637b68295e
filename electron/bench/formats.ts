import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { NO_DECISIONS } from '../contract';
import { cleanDraft } from '../engine/clean/clean';
import { EngineError } from '../engine/errors';
import { readSource } from '../engine/read/read';
import { option } from './page-archive';

/** Longer than this for one file is too long for somebody who waits. */
const TOO_LONG = 10_000;
/** A file of which so few words are shown holds an article only by accident. */
const NEARLY_EMPTY = 5;

interface Outcome {
  file: string;
  /** "opened", or the code of a refusal, or the fault. */
  result: string;
  format: string;
  milliseconds: number;
  words: number;
  /** Share of the reference's words that are shown; null without a reference. */
  kept: number | null;
}

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return filesUnder(path);
    return entry.isFile() ? [path] : [];
  });
}

const WORD = /[\p{L}\p{N}]+/gu;

function wordsOf(text: string): string[] {
  return text.normalize('NFKC').toLowerCase().match(WORD) ?? [];
}

/** Share of the words of `reference` that `text` has, each as often as it is there (recall over a bag of words). */
export function wordsKept(text: string, reference: string): number | null {
  const counts = new Map<string, number>();
  for (const word of wordsOf(text)) counts.set(word, (counts.get(word) ?? 0) + 1);
  const wanted = wordsOf(reference);
  let found = 0;
  for (const word of wanted) {
    const left = counts.get(word) ?? 0;
    if (left > 0) found++;
    counts.set(word, left - 1);
  }
  return wanted.length === 0 ? null : found / wanted.length;
}

async function open(file: string, folder: string, references: string | null): Promise<Outcome> {
  const name = relative(folder, file);
  const bytes = new Uint8Array(readFileSync(file));
  const info = { name, size: bytes.length, modified: statSync(file).mtimeMs, hash: 'bench' };
  const started = performance.now();
  const outcome = (result: string, format = '', text = ''): Outcome => {
    const path = references === null ? null : join(references, `${name}.txt`);
    const reference = path !== null && existsSync(path) ? readFileSync(path, 'utf8') : null;
    return {
      file: name,
      result,
      format,
      milliseconds: performance.now() - started,
      words: wordsOf(text).length,
      kept: reference === null ? null : wordsKept(text, reference),
    };
  };
  try {
    const draft = await readSource({ info, bytes }, NO_DECISIONS);
    const { article } = cleanDraft(draft, info, NO_DECISIONS);
    const shown = article.blocks.flatMap((block) => [
      block.text,
      block.noteLabel ?? '',
      ...(block.kind === 'list'
        ? block.items.map(({ number }) => (number === undefined ? '' : `${number}`))
        : []),
    ]);
    return outcome('opened', article.detected.format, shown.join('\n'));
  } catch (error) {
    if (error instanceof EngineError) return outcome(error.code);
    return outcome(`fault: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function mean(values: readonly number[]): string {
  if (values.length === 0) return '-';
  return (values.reduce((sum, value) => sum + value, 0) / values.length).toFixed(3);
}

function summary(outcomes: readonly Outcome[]): string[] {
  const groups = new Map<string, Outcome[]>();
  for (const outcome of outcomes) {
    const { result, format } = outcome;
    const name = result === 'opened' ? `opened as ${format}` : result.replace(/:.*/, '');
    groups.set(name, [...(groups.get(name) ?? []), outcome]);
  }
  return [...groups].sort().map(([name, group]) => {
    const kept = group.flatMap((one) => (one.kept === null ? [] : [one.kept]));
    const empty = group.filter(({ result, words }) => result === 'opened' && words < NEARLY_EMPTY).length;
    const slow = group.filter(({ milliseconds }) => milliseconds > TOO_LONG).length;
    return `${name.padEnd(24)}${String(group.length).padStart(6)}  words kept ${mean(kept)} of ${kept.length}  nearly empty ${empty}  over time ${slow}`;
  });
}

/**
 * Opens every file of a folder as the app does and tells what came of it. With `--references FOLDER` it also tells
 * which share of the words of `FOLDER/NAME.txt` is shown: what another program, such as pdftotext or pandoc, finds in
 * the file of that name. `--all` prints a line for every file; else only those that somebody should look at.
 */
export async function run(args: string[]): Promise<void> {
  const folder = option(args, 'files');
  if (!folder) {
    process.stderr.write('Usage: npm run bench -- formats --files FOLDER [--references FOLDER] [--all]\n');
    process.exitCode = 2;
    return;
  }
  const references = option(args, 'references');
  const outcomes: Outcome[] = [];
  for (const file of filesUnder(folder).sort()) {
    const outcome = await open(file, folder, references);
    outcomes.push(outcome);
    const { result, words, kept, milliseconds, format } = outcome;
    const fine =
      result === 'opened' && words >= NEARLY_EMPTY && milliseconds <= TOO_LONG && (kept ?? 1) >= 0.9;
    if (fine && !args.includes('--all')) continue;
    const share = kept === null ? '' : `${(100 * kept).toFixed(1)} %`;
    process.stdout.write(
      `${result.padEnd(16)} ${format.padEnd(9)} ${String(words).padStart(7)} words ${share.padStart(8)} ${milliseconds.toFixed(0).padStart(6)} ms  ${outcome.file}\n`,
    );
  }
  process.stdout.write(`\n${outcomes.length} files\n${summary(outcomes).join('\n')}\n`);
}
