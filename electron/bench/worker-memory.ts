import { fork, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { NO_DECISIONS, type WorkerRequest } from '../contract';
import { type GoldDocument, readLines } from './entity-data';

const TEXTS = 40;
const TEXT_SET = 'worldwide-mideast.dev.jsonl';

/** What Electron gives a worker, over Node's own channel; each answer tells the memory held at that moment. */
const PORT = `
process.parentPort = {
  on: (_name, take) => process.on('message', (data) => take({ data })),
  postMessage: ({ kind, ticket }) =>
    process.send({ kind, ticket, now: process.memoryUsage().rss, most: process.resourceUsage().maxRSS * 1024 }),
};`;

interface Answer {
  kind: string;
  ticket: number;
  /** Bytes resident, and the most so far. */
  now: number;
  most: number;
}

const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(0);

/**
 * `npm run bench -- memory [--data FOLDER]`: builds the app's worker and lets it read article after article in a process
 * of its own, under Node in Electron's place. Prints what it holds before the first, at the end and at most.
 */
export async function run(args: string[]): Promise<void> {
  const at = args.indexOf('--data');
  const folder = join(at < 0 ? '../shared/bench' : (args[at + 1] ?? ''), 'entities');
  const built = spawnSync(process.execPath, ['electron/build/bundle.mjs'], { stdio: 'ignore' });
  if (built.status !== 0) throw new Error('The worker could not be built: node electron/build/bundle.mjs');
  const shim = `data:text/javascript,${encodeURIComponent(PORT)}`;
  const worker = fork('dist/worker.cjs', ['assets', 'cold'], {
    execArgv: ['--import', shim],
    serialization: 'advanced',
  });
  const ask = (request: WorkerRequest): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const hear = (answer: unknown): void => {
        const { kind, ticket } = answer as Answer;
        const done = kind === 'failure' || kind === (request.kind === 'open' ? 'analysis' : 'description');
        if (ticket !== request.ticket || !done) return;
        worker.off('message', hear);
        if (kind === 'failure') reject(new Error(`The worker failed on text ${ticket}.`));
        else resolve(answer as Answer);
      };
      worker.on('message', hear);
      worker.send(request);
    });
  const texts = readLines<GoldDocument>(join(folder, TEXT_SET)).slice(0, TEXTS);
  const request = (kind: 'describe' | 'open', ticket: number): WorkerRequest => {
    const bytes = new TextEncoder().encode(texts[ticket % texts.length]!.text);
    const source = { name: `${ticket}.txt`, size: bytes.length, modified: 0, hash: String(ticket) };
    return { kind, ticket, source, bytes, decisions: NO_DECISIONS, place: null } as WorkerRequest;
  };
  const before = await ask(request('describe', TEXTS));
  let last = before;
  for (let ticket = 0; ticket < texts.length; ticket++) last = await ask(request('open', ticket));
  worker.kill();
  process.stdout.write(
    `memory   worker: ${megabytes(before.now)} MB before the models are loaded, ${megabytes(last.now)} MB after ${texts.length} articles, ${megabytes(last.most)} MB at most (goal 260)\n`,
  );
}
