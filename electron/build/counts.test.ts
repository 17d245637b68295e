import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addUp, closingLine, readPlaywrightReport, readVitestReport } from './counts.mjs';

let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'dateline-counts-'));
});

afterAll(() => rmSync(folder, { recursive: true }));

function reportFile(content: object): string {
  const path = join(folder, 'report.json');
  writeFileSync(path, JSON.stringify(content));
  return path;
}

it('adds the runners up into one closing line', () => {
  const unit = readVitestReport(
    reportFile({ numPassedTests: 40, numFailedTests: 0, numPendingTests: 1, numTodoTests: 0, success: true }),
  );
  const app = readPlaywrightReport(
    reportFile({ stats: { expected: 8, unexpected: 2, flaky: 0, skipped: 0 }, errors: [] }),
  );
  expect(closingLine(addUp(unit, app))).toBe('48 passed, 2 failed, 1 skipped');
  expect(closingLine({ passed: 3, failed: 0, skipped: 0 })).toBe('3 passed, 0 failed');
});

it('counts a runner that left no report, or could not load a file, as a failure', () => {
  expect(readPlaywrightReport('/nowhere/report.json').failed).toBe(1);
  expect(readVitestReport('/nowhere/report.json').failed).toBe(1);
  const broken = { numPassedTests: 5, numFailedTests: 0, numPendingTests: 0, success: false };
  expect(readVitestReport(reportFile(broken)).failed).toBe(1);
  const crashed = { stats: { expected: 0, unexpected: 0, flaky: 0, skipped: 0 }, errors: [{}] };
  expect(readPlaywrightReport(reportFile(crashed)).failed).toBe(1);
});
