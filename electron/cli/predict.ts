import { createInterface } from 'node:readline';
import { answerLine, type Predictor } from './predict/answer-line';

/** Each task's module exports `createPredictor(flags)`. Loaded on demand: no task pays for another. */
const tasks: Record<string, () => Promise<{ createPredictor(flags: string[]): Promise<Predictor> }>> = {
  extraction: () => import('./predict/extraction'),
  timex: () => import('./predict/timex'),
  events: () => import('./predict/events'),
  entities: () => import('./predict/entities'),
  statements: () => import('./predict/statements'),
};

async function main(): Promise<void> {
  const [task = '', ...flags] = process.argv.slice(2);
  const load = tasks[task];
  if (!load) {
    const known = Object.keys(tasks).join('|');
    process.stderr.write(`Usage: predict ${known} < input.jsonl > output.jsonl\n`);
    process.exitCode = 2;
    return;
  }
  const predict = await (await load()).createPredictor(flags);
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line.trim() !== '') process.stdout.write(`${JSON.stringify(await answerLine(predict, line))}\n`);
  }
}

await main();
