import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { seededRandom } from '../seeded-random';
import { serveCrashing } from './child';
import { Model } from './model';
import { lookAt } from './verdict';

/** Kills after which the next ones begin with a new library. */
const KILLS_A_LIBRARY = 30;
/** Milliseconds: longest life of a program before it is killed. The shortest is none: while it opens the library. */
const LONGEST_LIFE = 4_000;
/** Milliseconds that a busy machine may take to get anything done. */
const PATIENCE = 120_000;

/**
 * `npm run crash [-- KILLS]`: a program that takes articles in, tags, corrects, searches, backs up and forgets is killed
 * at random points (SIGKILL); after each, the library must open, be sound, and hold all that was acknowledged.
 */
async function main(): Promise<number> {
  const [first = '300', folder, seed] = process.argv.slice(2);
  if (first === '--child' && folder && seed) {
    await serveCrashing(folder, Number(seed));
    return 0;
  }
  const kills = Number(first);
  if (!Number.isInteger(kills) || kills < 1) {
    process.stderr.write('Usage: npm run crash [-- KILLS]\n');
    return 2;
  }
  return crash(kills);
}

async function crash(kills: number): Promise<number> {
  const random = seededRandom(Date.now());
  const faults: string[] = [];
  let acknowledged = 0;
  let root = '';
  let model = new Model();
  for (let kill = 0; kill < kills; kill += 1) {
    if (kill % KILLS_A_LIBRARY === 0) {
      if (root) rmSync(root, { recursive: true, force: true });
      root = mkdtempSync(join(tmpdir(), 'dateline-crash-'));
      model = new Model();
    }
    const library = join(root, 'library');
    // Every other program is killed while it opens or right after, the others once they got something done.
    const life = { atWork: kill % 2 === 1, milliseconds: random() * LONGEST_LIFE };
    acknowledged += await runAndKill(root, Math.floor(random() * 2 ** 31), life, model);
    for (const fault of await lookAt(library, model)) faults.push(`kill ${kill + 1}: ${fault}`);
    if (faults.length > 0) break;
    if (process.stderr.isTTY) process.stderr.write(`\r${kill + 1} of ${kills}`);
  }
  if (faults.length === 0) rmSync(root, { recursive: true, force: true });
  else
    process.stdout.write(
      `${faults.join('\n')}\nThe library is kept in ${root}: ${readdirSync(root).join(', ')}\n`,
    );
  process.stdout.write(`${kills} kills, ${acknowledged} acknowledged changes, ${faults.length} faults.\n`);
  return faults.length > 0 ? 1 : 0;
}

/** How long a program lives; `atWork` counts from the first change it acknowledges, else from its first words. */
interface Life {
  atWork: boolean;
  milliseconds: number;
}

/** @returns how many changes were acknowledged. */
async function runAndKill(folder: string, seed: number, life: Life, model: Model): Promise<number> {
  const [, program = ''] = process.argv;
  const child = spawn(process.execPath, ['--enable-source-maps', program, '--child', folder, String(seed)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const before = model.acknowledged;
  const ended = new Promise((resolve) => child.once('close', resolve));
  // Its life begins when it begins to work: a program that only loads its code crashes nothing.
  let timer: ReturnType<typeof setTimeout> | undefined;
  const patience = setTimeout(() => child.kill('SIGKILL'), PATIENCE);
  for await (const line of createInterface({ input: child.stdout })) {
    model.hear(line);
    if (!life.atWork || model.acknowledged > before)
      timer ??= setTimeout(() => child.kill('SIGKILL'), life.milliseconds);
  }
  clearTimeout(timer);
  clearTimeout(patience);
  await ended;
  return model.acknowledged - before;
}

process.exitCode = await main();
