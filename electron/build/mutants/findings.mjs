// What the test files find out about the planted faults: one JSON object a line, in the order of the findings.
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * - `reached`: some test runs through the mutant; `loaded`: a module does when it is loaded, before any test
 * - `killed`: a test fails with the mutant, and passes again without it
 * - `doubtful`: a test failed with it, and then also without: something stayed behind, so a new process must judge
 * - `stopped`: the process of this test file is not to be trusted any more; what it has not judged waits for a new one
 * - `unrepeatable`: a test that fails when it is run twice in one process cannot judge anything
 * @typedef {{ kind: 'reached' | 'loaded', mutant: string }
 *   | { kind: 'killed' | 'doubtful', mutant: string, file: string, test: string }
 *   | { kind: 'stopped', file: string }
 *   | { kind: 'unrepeatable', file: string, test: string }} Finding
 */

const NAME = 'findings.jsonl';

/** @param {string} folder @param {Finding} finding */
export function note(folder, finding) {
  appendFileSync(join(folder, NAME), `${JSON.stringify(finding)}\n`);
}

/** @param {string} folder @returns {Finding[]} */
export function findings(folder) {
  const path = join(folder, NAME);
  if (!existsSync(path)) return [];
  const lines = readFileSync(path, 'utf8').split('\n').filter(Boolean);
  return lines.map((line) => JSON.parse(line));
}

/**
 * The mutant that a file's next process must judge before all others: one left in doubt and killed nowhere since.
 * @param {readonly Finding[]} found @param {string} file
 */
export function doubtfulIn(found, file) {
  const killed = new Set(found.flatMap((one) => (one.kind === 'killed' ? [one.mutant] : [])));
  const doubtful = found.flatMap((one) => (one.kind === 'doubtful' && one.file === file ? [one.mutant] : []));
  return doubtful.filter((mutant) => !killed.has(mutant)).at(-1) ?? null;
}
