import { join } from 'node:path';
import { createPredictor } from '../cli/predict/entities';
import { createPlainParser } from '../cli/predict/parsed-blocks';
import { findEntities } from '../engine/entities/find';
import { findReferences } from '../engine/entities/references/find';
import { readLines } from './entity-data';
import { folderIn, scoreBoth, shown } from './spoken';

const RUNS = 3;

/**
 * What "he" and "the company" mean: attachment to named entities and CoNLL, ours on names we find beside the baseline
 * of the data folder, which is given the gold names. Then the time beyond the language engine.
 */
export async function run(args: string[]): Promise<void> {
  const folder = folderIn(args, 'references');
  const predict = await createPredictor([...args, '--references']);
  for (const set of ['gum-news.dev', 'gum-open.dev']) {
    const { ours, baseline } = await scoreBoth(folder, set, predict);
    for (const form of ['all', 'third', 'pronoun', 'noun']) {
      const line = `ours ${shown(ours, 'attachment', form)}   baseline ${shown(baseline, 'attachment', form)}`;
      console.log(`references ${set.padEnd(13)} ${form.padEnd(8)} ${line}`);
    }
    const conll = (scores: Record<string, unknown>): string =>
      (scores.plo as { conll: number }).conll.toFixed(1);
    console.log(
      `references ${set.padEnd(13)} CoNLL over persons, organisations, places: ours ${conll(ours)}   baseline ${conll(baseline)}`,
    );
  }
  benchTime(readLines<{ text: string }>(join(folder, 'gum-open.dev.jsonl')).map(({ text }) => text));
}

/** Processor milliseconds of the quickest of some runs. */
function quickest(work: () => void): number {
  let best = Number.POSITIVE_INFINITY;
  for (let run = 0; run < RUNS; run++) {
    const from = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(from);
    best = Math.min(best, (user + system) / 1000);
  }
  return best;
}

function benchTime(texts: readonly string[]): void {
  const parse = createPlainParser([]);
  const language = quickest(() => {
    for (const text of texts) parse(text);
  });
  const parsed = texts.map((text) => {
    const { blocks, wordScores } = parse(text);
    return { blocks, entities: findEntities(blocks, { titleBlock: null, wordScores: wordScores() }) };
  });
  const own = quickest(() => {
    for (const { blocks, entities } of parsed) findReferences(blocks, entities, { titleBlock: null });
  });
  console.log(
    `references and statements take ${((100 * own) / language).toFixed(0)} % of the language engine's time`,
  );
}
