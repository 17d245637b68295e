// Bundles a program that needs no window (predict, bench, print) and runs it with the arguments that follow its name.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../..', import.meta.url));
const programs = {
  predict: 'electron/cli/predict.ts',
  print: 'electron/cli/print.ts',
  bench: 'electron/bench/index.ts',
};

/** @param {string} name @returns {Promise<string>} path of the bundle */
export async function bundleProgram(name) {
  const entry = programs[/** @type {keyof typeof programs} */ (name)];
  if (!entry) throw new Error(`No program "${name}"; there are: ${Object.keys(programs).join(', ')}.`);
  const outfile = `${root}dist/headless/${name}.mjs`;
  await build({
    absWorkingDir: root,
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    sourcemap: 'inline',
    logLevel: 'warning',
  });
  return outfile;
}

const [name = '', ...rest] = process.argv.slice(2);
const bundle = await bundleProgram(name);
const run = spawnSync(process.execPath, ['--enable-source-maps', bundle, ...rest], { stdio: 'inherit' });
process.exitCode = run.status ?? 1;
