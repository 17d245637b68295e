import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Predictor } from '../cli/predict/answer-line';

/** Precision, recall and F1 in percent, as the scorers of the data folder give them. */
interface Figure {
  P: number;
  R: number;
  F: number;
}

type Row = Record<string, unknown>;

export function folderIn(args: readonly string[], name: string): string {
  const at = args.indexOf('--data');
  return join(at < 0 ? '../shared/bench' : (args[at + 1] ?? ''), name);
}

/** Predictions of ours and of the data folder's baseline for a set, each scored by the folder's scorer. */
export async function scoreBoth(
  folder: string,
  set: string,
  predict: Predictor,
): Promise<{ ours: Row; baseline: Row }> {
  const path = join(folder, `${set}.jsonl`);
  const scorer = (await import(pathToFileURL(join(folder, 'score.mjs')).href)) as {
    score(gold: Row[], predicted: Row[]): Row;
  };
  const gold = rowsOf(readFileSync(path, 'utf8'));
  const ours: Row[] = [];
  for (const row of gold) ours.push({ id: row.id, ...(await predict(row)) });
  const run = spawnSync(process.execPath, [join(folder, 'baseline.mjs')], {
    input: readFileSync(path),
    encoding: 'utf8',
    maxBuffer: 1e9,
  });
  if (run.status !== 0) throw new Error(`The baseline failed: ${run.stderr}`);
  return { ours: scorer.score(gold, ours), baseline: scorer.score(gold, rowsOf(run.stdout)) };
}

const rowsOf = (lines: string): Row[] =>
  lines
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Row);

/** "F1 66.4 (P 73.5 R 60.6)" of a figure deep in a scorer's answer. */
export function shown(scores: Row, ...path: string[]): string {
  const { P, R, F } = path.reduce<Row>((at, key) => at[key] as Row, scores) as unknown as Figure;
  return `F1 ${F.toFixed(1)} (P ${P.toFixed(1)} R ${R.toFixed(1)})`;
}
