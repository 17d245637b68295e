// npm run mutants [-- AREA... --lines N --seed S]: plants small faults in a random sample of lines of each area and
// tells how many of them the unit tests notice. Stryker makes and judges the mutants; the sample keeps a run short.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { root, runMain, SetupError, say } from './places.mjs';

/** Folders whose tests must notice at least this share of faults, 0 to 1; null only reports. */
/** @type {Record<string, { folders: string[], floor: number | null }>} */
export const areas = {
  read: { folders: ['electron/engine/read'], floor: null },
  clean: { folders: ['electron/engine/clean'], floor: 0.8 },
  entities: { folders: ['electron/engine/entities'], floor: 0.8 },
  timeline: { folders: ['electron/engine/timeline'], floor: 0.8 },
  library: { folders: ['electron/library', 'electron/files', 'electron/checks'], floor: 0.8 },
  main: { folders: ['electron/main', 'electron/worker'], floor: 0.8 },
  state: { folders: ['renderer/state', 'renderer/export'], floor: null },
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

/** Lines that hold code, as Stryker's ranges. @param {string} path @returns {string[]} */
function codeLines(path) {
  const lines = readFileSync(join(root, path), 'utf8').split('\n');
  return lines.flatMap((line, i) => {
    const code = line.trim();
    const idle =
      code.length < 8 ||
      /^(?:\/\/|\/?\*|import |export (?:type|interface)|interface |type |\}|\))/.test(code);
    return idle ? [] : [`${path}:${i + 1}-${i + 1}`];
  });
}

/** @param {string[]} items @param {number} count @param {() => number} random */
function sample(items, count, random) {
  const pool = [...items];
  for (let i = pool.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [pool[i], pool[j]] = [/** @type {string} */ (pool[j]), /** @type {string} */ (pool[i])];
  }
  return pool.slice(0, count).sort();
}

const folder = join(root, 'test-results/mutants');

/** @param {string} area @param {string[]} folders @param {string[]} ranges @returns {{ killed: number, survived: string[] }} */
function judge(area, folders, ranges) {
  const report = join(folder, `${area}.json`);
  const settings = {
    testRunner: 'vitest',
    plugins: ['@stryker-mutator/vitest-runner'],
    vitest: { configFile: 'electron/build/vitest-mutants.config.ts' },
    // TypeScript 7 has no programming interface that Stryker could rewrite configurations with, and needs none here:
    // Vitest strips types without checking them.
    tsconfigFile: 'none',
    disableTypeChecks: false,
    coverageAnalysis: 'perTest',
    mutate: ranges,
    mutator: { excludedMutations: ['StringLiteral', 'Regex'] },
    ignorePatterns: ['dist', 'release', 'test-results', 'coverage', 'assets/screenshots', 'assets/icons'],
    ignoreStatic: true,
    tempDirName: 'test-results/mutants/sandbox',
    reporters: ['json'],
    jsonReporter: { fileName: report },
    thresholds: { break: null },
    concurrency: 2,
    timeoutMS: 20_000,
    allowEmpty: true,
    logLevel: 'warn',
  };
  const config = join(folder, `${area}.config.json`);
  writeFileSync(config, JSON.stringify(settings));
  const program = join(root, 'node_modules/@stryker-mutator/core/bin/stryker.js');
  const env = { ...process.env, DATELINE_MUTANT_TESTS: folders.join(',') };
  const run = spawnSync(process.execPath, [program, 'run', config], {
    ...{ cwd: root, env },
    stdio: ['ignore', 2, 2],
  });
  if (run.status !== 0) throw new SetupError(`the mutants of ${area} could not be judged.`);
  return readReport(readFileSync(report, 'utf8'));
}

/** @param {string} json a mutation testing report @returns {{ killed: number, survived: string[] }} */
export function readReport(json) {
  /** @type {{ files: Record<string, { source: string, mutants: { status: string, mutatorName: string, replacement?: string, location: { start: { line: number } } }[] }> }} */
  const { files } = JSON.parse(json);
  let killed = 0;
  /** @type {string[]} */
  const survived = [];
  for (const [path, { source, mutants }] of Object.entries(files))
    for (const { status, mutatorName, replacement, location } of mutants) {
      if (status === 'Killed' || status === 'Timeout') killed++;
      else if (status === 'Survived' || status === 'NoCoverage') {
        const line = source.split('\n')[location.start.line - 1]?.trim();
        survived.push(`${path}:${location.start.line} ${mutatorName} -> ${replacement}  | ${line}`);
      }
    }
  return { killed, survived };
}

/** @returns {Promise<number>} */
async function main() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { lines: { type: 'string', default: '120' }, seed: { type: 'string', default: '1' } },
  });
  const chosen = positionals.length > 0 ? positionals : Object.keys(areas);
  mkdirSync(folder, { recursive: true });
  let code = 0;
  for (const name of chosen) {
    const area = areas[name];
    if (!area)
      throw new SetupError(`there is no area ${name}; choose among ${Object.keys(areas).join(', ')}.`);
    const random = randomNumbers(Number(values.seed));
    const ranges = sample(area.folders.flatMap(sourcesIn).flatMap(codeLines), Number(values.lines), random);
    say(`planting faults in ${ranges.length} lines of ${name} ...`);
    const { killed, survived } = judge(name, area.folders, ranges);
    const all = killed + survived.length;
    const share = all === 0 ? 1 : killed / all;
    const verdict =
      area.floor === null ? '' : share >= area.floor ? ' (enough)' : ` (below ${area.floor * 100} %)`;
    process.stdout.write(`${survived.map((line) => `  not noticed: ${line}\n`).join('')}`);
    process.stdout.write(
      `${name}: ${killed} of ${all} faults noticed, ${(share * 100).toFixed(1)} %${verdict}\n`,
    );
    if (area.floor !== null && share < area.floor) code = 1;
  }
  rmSync(join(folder, 'sandbox'), { recursive: true, force: true });
  return code;
}

if (process.argv[1]?.endsWith('mutants.mjs')) await runMain(main);
