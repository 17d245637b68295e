// How many tests ran: read from the runners' own reports and added up.
import { existsSync, readFileSync } from 'node:fs';

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/** A runner that died before its report counts as one failure. @type {Counts} */
const noReport = { passed: 0, failed: 1, skipped: 0 };

/** @param {Counts} a @param {Counts} b @returns {Counts} */
export function addUp(a, b) {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped };
}

/** The plain closing line that tools which run these tests look for. @param {Counts} counts */
export function closingLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`;
}

/** @param {string} path @returns {Counts} */
export function readVitestReport(path) {
  if (!existsSync(path)) return noReport;
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, success } = JSON.parse(
    readFileSync(path, 'utf8'),
  );
  // A test file that does not load fails no test of its own.
  const failed = numFailedTests || (success ? 0 : 1);
  return { passed: numPassedTests, failed, skipped: numPendingTests + (numTodoTests ?? 0) };
}

/** @param {string} path @returns {Counts} */
export function readPlaywrightReport(path) {
  if (!existsSync(path)) return noReport;
  const { stats, errors } = JSON.parse(readFileSync(path, 'utf8'));
  const failed = stats.unexpected || (errors?.length ? 1 : 0);
  return { passed: stats.expected + stats.flaky, failed, skipped: stats.skipped };
}
