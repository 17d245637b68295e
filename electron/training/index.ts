/** What fits the weights that the engine carries. Each says in its own file from which data, and where it writes. */
const trainings: Record<string, () => Promise<{ run(args: string[]): Promise<void> }>> = {
  names: () => import('./entities/train'),
  'encoder-examples': () => import('./entities/export-encoder'),
  'silver-examples': () => import('./entities/silver-examples'),
  pruner: () => import('./pruner'),
  references: () => import('./references/fit'),
};

async function main(): Promise<void> {
  const [name = '', ...args] = process.argv.slice(2);
  const load = trainings[name];
  if (!load) {
    process.stderr.write(`Usage: npm run train -- ${Object.keys(trainings).join('|')} [--data FOLDER]\n`);
    process.exitCode = 2;
    return;
  }
  await (await load()).run(args);
}

await main();

export {};
