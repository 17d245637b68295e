// npm run mutants [-- AREA... --lines N --seed S]: plants small faults in a random sample of lines of each area and
// tells how many of them the unit tests notice. Stryker's instrumenter makes them; Vitest judges them all in one process
// for each test file (`mutants/runner.ts`), so that modules and models are loaded once and not once for each fault.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { root, runMain, SetupError, say } from './checkout.mjs';
import { findings } from './mutants/findings.mjs';
import { plant } from './mutants/plant.mjs';

/**
 * Folders in which faults are planted; `after`, folders whose own tests judge what those did not notice; and
 * the share of faults that tests must notice, 0 to 1, null where it is only reported.
 * @type {Record<string, { folders: string[], after: string[], floor: number | null }>}
 */
export const areas = {
  read: { folders: ['electron/engine/read'], after: ['electron/engine'], floor: null },
  clean: { folders: ['electron/engine/clean'], after: ['electron/engine'], floor: 0.8 },
  entities: { folders: ['electron/engine/entities'], after: ['electron/engine'], floor: 0.8 },
  timeline: { folders: ['electron/engine/timeline'], after: ['electron/engine'], floor: 0.8 },
  library: {
    folders: ['electron/library', 'electron/files', 'electron/checks'],
    after: ['electron/librarian'],
    floor: 0.8,
  },
  main: { folders: ['electron/main', 'electron/worker'], after: [], floor: 0.8 },
  state: { folders: ['renderer/state', 'renderer/export'], after: [], floor: null },
};

/** Main's files that only call Electron are driven by the end-to-end tests; unit tests cannot see them.
 * @param {string} path */
const isUnderUnitTest = (path) =>
  !/from 'electron'/.test(readFileSync(join(root, path), 'utf8')) && !path.endsWith('.d.ts');

/** @param {string} folder @returns {string[]} */
export function sourcesIn(folder) {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name).replaceAll('\\', '/'))
    .filter((path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path))
    .filter((path) => !path.includes('/fixtures/') && isUnderUnitTest(path))
    .sort();
}

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32, public domain).
 * @param {number} seed */
export function randomNumbers(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Lines that hold code, counted from 1. @param {string} path @returns {{ path: string, line: number }[]} */
function codeLines(path) {
  const lines = readFileSync(join(root, path), 'utf8').split('\n');
  return lines.flatMap((line, i) => {
    const code = line.trim();
    const idle =
      code.length < 8 ||
      /^(?:\/\/|\/?\*|import |export (?:type|interface)|interface |type |\}|\))/.test(code);
    return idle ? [] : [{ path, line: i + 1 }];
  });
}

/** @template T @param {T[]} items @param {number} count @param {() => number} random */
function sample(items, count, random) {
  const pool = [...items];
  for (let i = pool.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [pool[i], pool[j]] = [/** @type {T} */ (pool[j]), /** @type {T} */ (pool[i])];
  }
  return pool.slice(0, count);
}

/** What one area's run leaves to look at: the planted code, the findings, the tests' output. */
const folder = join(root, 'test-results/mutants');

/** A test file that goes wrong under its faults is judged in so many processes at most. */
const MOST_PROCESSES = 6;

/** Runs test files once; what they find is in the findings. @param {string[]} files */
function runTests(files) {
  const program = join(root, 'node_modules/vitest/vitest.mjs');
  const options = [
    'run',
    '--config',
    'electron/build/vitest-mutants.config.ts',
    '--reporter=dot',
    '--silent',
  ];
  const env = {
    ...process.env,
    NO_COLOR: '1',
    DATELINE_MUTANTS: folder,
    DATELINE_MUTANT_TESTS: files.join(','),
  };
  const run = spawnSync(process.execPath, [program, ...options], { cwd: root, env, encoding: 'utf8' });
  writeFileSync(join(folder, 'vitest.log'), run.stdout + run.stderr);
  if (/No test files found|Startup Error/.test(run.stderr))
    throw new SetupError(`the tests could not be run:\n${run.stderr}`);
}

/** Until every file has judged all it reaches. @param {string[]} files */
function judge(files) {
  let left = files;
  for (let round = 0; round < MOST_PROCESSES && left.length > 0; round++) {
    const before = findings(folder).length;
    runTests(left);
    const news = findings(folder).slice(before);
    left = news.flatMap((one) => (one.kind === 'stopped' ? [one.file] : []));
  }
}

/**
 * Sorts the mutants. One that only loading a module reaches lies in a table and is not counted: it is there before any
 * test could switch it on.
 * @param {import('./mutants/plant.mjs').Mutant[]} mutants @param {import('./mutants/findings.mjs').Finding[]} found
 */
export function verdicts(mutants, found) {
  /** @param {string} kind */
  const having = (kind) =>
    new Set(found.flatMap((one) => (one.kind === kind && 'mutant' in one ? [one.mutant] : [])));
  const [killed, reached, loaded] = [having('killed'), having('reached'), having('loaded')];
  const counted = mutants.filter(({ id }) => reached.has(id) || killed.has(id) || !loaded.has(id));
  return {
    killed: counted.filter(({ id }) => killed.has(id)).length,
    survived: counted.filter(({ id }) => !killed.has(id)),
    unreached: new Set(counted.flatMap(({ id }) => (reached.has(id) || killed.has(id) ? [] : [id]))),
    tables: mutants.length - counted.length,
  };
}

/** @param {string} name @param {number | null} floor @param {import('./mutants/plant.mjs').Mutant[]} mutants */
function report(name, floor, mutants) {
  const found = findings(folder);
  const { killed, survived, unreached, tables } = verdicts(mutants, found);
  for (const { id, path, line, mutator, replacement } of survived) {
    const words = readFileSync(join(root, path), 'utf8').split('\n')[line - 1]?.trim();
    const how = unreached.has(id) ? 'not reached' : 'not noticed';
    process.stdout.write(`  ${how}: ${path}:${line} ${mutator} -> ${replacement}  | ${words}\n`);
  }
  for (const one of new Set(
    found.flatMap((one) => (one.kind === 'unrepeatable' ? [`${one.file}: ${one.test}`] : [])),
  ))
    process.stdout.write(`  judges nothing, for it fails when run twice: ${one}\n`);
  const all = killed + survived.length;
  const share = all === 0 ? 1 : killed / all;
  const enough = floor === null || share >= floor;
  const verdict = floor === null ? '' : enough ? ' (enough)' : ` (below ${floor * 100} %)`;
  const apart = tables === 0 ? '' : `; ${tables} in tables not counted`;
  process.stdout.write(
    `${name}: ${killed} of ${all} faults noticed, ${(share * 100).toFixed(1)} %${verdict}${apart}\n`,
  );
  return enough;
}

/** @param {string} name @param {number} lines @param {number} seed @returns {Promise<boolean>} whether enough was noticed */
async function run(name, lines, seed) {
  const area = areas[name];
  if (!area) throw new SetupError(`there is no area ${name}; choose among ${Object.keys(areas).join(', ')}.`);
  const sampled = sample(area.folders.flatMap(sourcesIn).flatMap(codeLines), lines, randomNumbers(seed));
  const planting = await plant(sampled);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'planted.json'), JSON.stringify(planting));
  say(`planted ${planting.mutants.length} faults in ${sampled.length} lines of ${name} ...`);
  judge(area.folders.flatMap((one) => testsIn(one, true)));
  if (verdicts(planting.mutants, findings(folder)).survived.length > 0)
    judge(area.after.flatMap((one) => testsIn(one, false)));
  return report(name, area.floor, planting.mutants);
}

/** @param {string} folder @param {boolean} recursive */
function testsIn(folder, recursive) {
  return readdirSync(join(root, folder), { recursive, encoding: 'utf8' })
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => join(folder, name).replaceAll('\\', '/'))
    .sort();
}

/** @returns {Promise<number>} */
async function main() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { lines: { type: 'string', default: '120' }, seed: { type: 'string', default: '1' } },
  });
  const chosen = positionals.length > 0 ? positionals : Object.keys(areas);
  let code = 0;
  for (const name of chosen) if (!(await run(name, Number(values.lines), Number(values.seed)))) code = 1;
  return code;
}

if (process.argv[1]?.endsWith('mutants.mjs')) await runMain(main);
