// Bundles a program that needs no window (predict, bench, print) and runs it with the arguments that follow its name.
// Works on a fresh clone: it installs the packages first, and says so on standard error.
import { spawnSync } from 'node:child_process';
import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { root, runMain, SetupError } from './checkout.mjs';
import { ensureDependencies } from './dependencies.mjs';
import { appInputs, checkNode } from './setup.mjs';
import { fingerprint, isCurrent, writeStamp } from './stamps.mjs';
import { keepTemporaryFilesTogether } from './temporary-folder.mjs';

/** @type {Record<string, string>} */
const programs = {
  predict: 'electron/cli/predict.ts',
  print: 'electron/cli/print.ts',
  library: 'electron/cli/library.ts',
  bench: 'electron/bench/index.ts',
  crash: 'electron/bench/crash/index.ts',
  train: 'electron/training/index.ts',
};

/** Programs that put away whole sets of pages, or libraries, while they run. The crash test keeps what it finds faulty. */
const lavish = new Set(['bench', 'train']);

/**
 * Bundles unless the bundle was made from the very files that lie there now. Writes beside the place and renames, so
 * that a program started at the same moment never reads half a file.
 * @param {string} name @returns {Promise<string>} path of the bundle
 */
export async function bundleProgram(name) {
  const entry = programs[name];
  if (!entry) throw new SetupError(`no program "${name}"; there are: ${Object.keys(programs).join(', ')}.`);
  const outfile = join(root, `dist/headless/${name}.mjs`);
  const value = fingerprint(root, appInputs);
  if (isCurrent(`${outfile}.built-from`, value)) return outfile;
  const [{ build }, { copyAssets }] = await Promise.all([import('esbuild'), import('./bundle.mjs')]);
  const fresh = join(root, `dist/headless/.${name}-${process.pid}.mjs`);
  await build({
    absWorkingDir: root,
    entryPoints: [entry],
    outfile: fresh,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    loader: { '.py': 'text' },
    sourcemap: 'inline',
    logLevel: 'warning',
  });
  copyAssets();
  renameSync(fresh, outfile);
  writeStamp(`${outfile}.built-from`, value);
  return outfile;
}

/**
 * Runs a program where the person stands, so that relative paths mean what they say.
 * @param {string} name @param {string[]} args @returns {Promise<number>} its exit code
 */
export async function runHeadless(name, args) {
  checkNode();
  ensureDependencies();
  const bundle = await bundleProgram(name);
  if (lavish.has(name)) keepTemporaryFilesTogether();
  const cwd = process.env.INIT_CWD ?? process.cwd();
  const run = spawnSync(process.execPath, ['--enable-source-maps', bundle, ...args], {
    stdio: 'inherit',
    cwd,
  });
  return run.status ?? 1;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [name = '', ...args] = process.argv.slice(2);
  await runMain(() => runHeadless(name, args));
}
