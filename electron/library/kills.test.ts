import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Store } from './store';

/** Sessions that are killed in the middle of their corrections. */
const KILLS = 25;
const article = 'a'.repeat(64);

/** Makes corrections without end and writes the number of each on standard output when the store says it is kept. */
const WRITER = `
  import { Store } from './store';
  const store = new Store(process.argv[2]);
  for (let number = Number(process.argv[3]); ; number++) {
    const change = { kind: 'renameEntity', entity: { name: 'Ellery', type: 'place' }, name: String(number) };
    const kept = await store.correct('${article}', store.newCorrection('article', change));
    if (kept === 'kept') process.stdout.write(number + '\\n');
    if (number % 3 === 0) store.keepPlace('${article}', { anchor: { span: { block: 'b', start: 0, end: 1 }, quote: { exact: 'x', before: '', after: '' } }, progress: 0.5 });
  }
`;

let folder = '';
let program = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dateline-kills-'));
  program = join(folder, 'writer.mjs');
  await build({
    stdin: { contents: WRITER, loader: 'ts', resolveDir: fileURLToPath(new URL('.', import.meta.url)) },
    ...{
      outfile: program,
      bundle: true,
      platform: 'node',
      format: 'esm',
      target: 'node20',
      logLevel: 'error',
    },
  });
});
afterAll(() => rm(folder, { recursive: true }));

/** Runs until `after` corrections were acknowledged, then ends the process at once. @returns what it acknowledged */
async function killedSession(first: number, after: number): Promise<number[]> {
  const child: ChildProcess = spawn(process.execPath, [program, join(folder, 'data'), String(first)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const acknowledged: number[] = [];
  if (!child.stdout) throw new Error('The process has no output.');
  for await (const line of createInterface({ input: child.stdout })) {
    acknowledged.push(Number(line));
    if (acknowledged.length === after) child.kill('SIGKILL');
  }
  return acknowledged;
}

it('a process killed while it writes loses nothing it acknowledged', async () => {
  const acknowledged: number[] = [];
  for (let kill = 0; kill < KILLS; kill++) {
    acknowledged.push(...(await killedSession(kill * 10_000, 1 + ((kill * 7) % 23))));
    const store = new Store(join(folder, 'data'));
    const kept = new Set(
      store.decisions(article).corrections.map(({ change }) => 'name' in change && Number(change.name)),
    );
    store.stop();
    expect(acknowledged.filter((number) => !kept.has(number))).toEqual([]);
  }
  expect(acknowledged.length).toBeGreaterThan(KILLS * 5);
}, 120_000);
