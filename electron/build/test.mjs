// npm test: sets up what is missing, then runs every check in order and stops at the first that fails.
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root, runMain, say } from './checkout.mjs';
import { addUp, closingLine, readPlaywrightReport, readVitestReport } from './counts.mjs';
import { ensureMachine } from './setup.mjs';

const reports = join(root, 'test-results');
const report = (/** @type {string} */ name) => join(reports, `${name}.json`);

/**
 * Steps run a program of an installed package on this very Node; `counts` reads how many tests it ran.
 * @typedef {{ name: string, program: string, args: string[], env?: Record<string, string>, counts?: () => import('./counts.mjs').Counts }} Step
 */

/** @param {string} project @param {string} name @returns {Step} */
function endToEnd(project, name) {
  return {
    name,
    program: 'node_modules/playwright/cli.js',
    args: ['test', '-c', 'e2e', `--project=${project}`],
    env: { DATELINE_E2E_REPORT: report(project) },
    counts: () => readPlaywrightReport(report(project)),
  };
}

/** @type {Step[]} */
const steps = [
  { name: 'type check', program: 'node_modules/typescript/bin/tsc', args: ['--build'] },
  { name: 'lint', program: 'node_modules/@biomejs/biome/bin/biome', args: ['check', '.'] },
  {
    name: 'dead code',
    program: 'node_modules/knip/bin/knip.js',
    args: ['--config', 'electron/build/knip.json'],
  },
  {
    name: 'unit tests',
    program: 'node_modules/vitest/vitest.mjs',
    args: [
      ...['run', '--config', 'electron/build/vitest.config.ts'],
      ...['--reporter=default', '--reporter=json', `--outputFile.json=${report('unit')}`],
    ],
    counts: () => readVitestReport(report('unit')),
  },
  // A few kills; `npm run crash` makes hundreds.
  { name: 'crash test', program: 'electron/build/headless.mjs', args: ['crash', '10'] },
  { name: 'build', program: 'electron/build/bundle.mjs', args: [] },
  endToEnd('app', 'end-to-end tests'),
  { name: 'package', program: 'electron/build/dist.mjs', args: ['--dir'] },
  endToEnd('packaged', 'test of the packaged app'),
];

/** @param {Step} step @returns {number} the program's exit code */
function runStep({ program, args, env }) {
  const options = { cwd: root, env: { ...process.env, ...env } };
  const run = spawnSync(process.execPath, [join(root, program), ...args], {
    ...options,
    stdio: ['ignore', 1, 2],
  });
  return run.status ?? 1;
}

/** @returns {Promise<number>} */
async function main() {
  rmSync(reports, { recursive: true, force: true });
  mkdirSync(reports, { recursive: true });
  await ensureMachine({ virtualDisplay: process.platform === 'linux' });
  const lines = [];
  let total = { passed: 0, failed: 0, skipped: 0 };
  let code = 0;
  for (const step of steps) {
    say(`${step.name} ...`);
    const began = Date.now();
    code = runStep(step);
    if (step.counts) total = addUp(total, step.counts());
    lines.push(
      `${code === 0 ? 'ok    ' : 'FAILED'} ${step.name} (${Math.round((Date.now() - began) / 1000)} s)`,
    );
    if (code !== 0) break;
  }
  process.stdout.write(`\n${lines.join('\n')}\n\n${closingLine(total)}\n`);
  return code;
}

await runMain(main);
