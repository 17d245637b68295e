import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';

const PROGRAM = new URL('./temporary-folder.mjs', import.meta.url).href;
let base = '';

beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'dateline-base-'));
});

afterEach(() => rmSync(base, { recursive: true }));

/** Runs a program that keeps its temporary files together; gives what it printed. */
function run(then: string) {
  const program = `
    import { mkdtempSync } from 'node:fs';
    import { tmpdir } from 'node:os';
    import { keepTemporaryFilesTogether } from ${JSON.stringify(PROGRAM)};
    keepTemporaryFilesTogether();
    console.log(mkdtempSync(tmpdir() + '/made-'));
    ${then}`;
  const env = { ...process.env, TMPDIR: base, TEMP: base, TMP: base };
  return spawnSync(process.execPath, ['--input-type=module', '-e', program], { env, encoding: 'utf8' });
}

it.each(['', 'throw new Error("failed");', 'process.exit(3);'])('leaves nothing behind: %s', (then) => {
  const made = run(then).stdout.trim();
  expect(made).toMatch(/dateline-run-\d+-\w+.made-/);
  expect(existsSync(made)).toBe(false);
  expect(readdirSync(base)).toEqual([]);
});

it('clears away what a killed run left, and nothing of a run under way or of others', () => {
  const made = run('process.kill(process.pid, "SIGKILL");').stdout.trim();
  expect(existsSync(made)).toBe(true);
  const others = [`dateline-run-${process.pid}-mine`, 'dateline-run-old', 'something'];
  for (const name of others) mkdirSync(join(base, name));
  run('');
  expect(readdirSync(base).sort()).toEqual(others.sort());
});
