import { isMainThread } from 'node:worker_threads';

/** Each benchmark prints our figures beside the yardstick's, measured in the same run. */
const benchmarks: Record<string, () => Promise<{ run(args: string[]): Promise<void> }>> = {
  extraction: () => import('./extraction'),
  timeline: () => import('./timeline'),
  dates: () => import('./dates'),
  hostile: () => import('./hostile'),
  growth: () => import('./growth'),
  entities: () => import('./entities'),
  references: () => import('./references'),
  statements: () => import('./statements'),
  language: () => import('./language'),
  memory: () => import('./worker-memory'),
  library: () => import('./library'),
  formats: () => import('./formats'),
  window: () => import('./window'),
};

async function main(): Promise<void> {
  const [name = '', ...args] = process.argv.slice(2);
  const load = benchmarks[name];
  if (!load) {
    process.stderr.write(`Usage: npm run bench -- ${Object.keys(benchmarks).join('|')} [--data FOLDER]\n`);
    process.exitCode = 2;
    return;
  }
  await (await load()).run(args);
}

// The library's benchmark runs its engines in threads that are given this same program.
if (isMainThread) await main();
else (await import('../cli/library/engine-thread')).serveEngine();
