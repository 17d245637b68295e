import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'playwright/test';
import { root } from '../electron/build/checkout.mjs';

/** The commands that need no window, run as a person runs them: through npm, from somewhere else. */
let elsewhere = '';
test.beforeAll(() => {
  elsewhere = mkdtempSync(join(tmpdir(), 'dateline-commands-'));
  writeFileSync(
    join(elsewhere, 'note.md'),
    '# Bridge to reopen\n\nThe old bridge in Turin reopens on Monday, said mayor Carla Bassi. It closed on 3 March 2025.\n',
  );
});
test.afterAll(() => rmSync(elsewhere, { recursive: true, force: true }));

function npm(args: string[], input = '') {
  // Without what the npm that runs these tests has set: the one started here finds it out by itself.
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(npm_|INIT_CWD)/i.test(name)),
  );
  const options = {
    cwd: elsewhere,
    env,
    input,
    encoding: 'utf8' as const,
    shell: process.platform === 'win32',
  };
  return spawnSync('npm', ['--prefix', root, ...args], options);
}

test('--print writes the article, and nothing else, to standard output', () => {
  const { status, stdout } = npm(['start', '--', '--print', 'note.md', '--date', '2026-05-08']);
  expect(status).toBe(0);
  expect(stdout.trimStart().split('\n')[0]).toMatch(/^(#|_)/);
  expect(stdout).toContain('# Bridge to reopen');
  expect(stdout).toContain('Carla Bassi');
  expect(stdout).toContain('2025-03-03');
  expect(stdout).not.toContain('npm');
});

test('--json writes the whole analysis as one JSON text', () => {
  const { status, stdout } = npm(['start', '--', '--print', 'note.md', '--json', '--date', '2026-05-08']);
  expect(status).toBe(0);
  const analysis = JSON.parse(stdout) as { article: { title: { value: string } } };
  expect(analysis.article.title.value).toBe('Bridge to reopen');
});

test('a file that is not there is told on standard error, with exit code 1', () => {
  const { status, stdout, stderr } = npm(['start', '--', '--print', 'missing.txt']);
  expect(status).toBe(1);
  // What stands there is npm's own word that the script failed, as one JSON text.
  expect(Object.keys(JSON.parse(stdout))).toEqual(['error']);
  expect(stderr).toContain('missing.txt');
  const program = [join(root, 'electron/build/start.mjs'), '--print', 'missing.txt'];
  const alone = spawnSync(process.execPath, program, { cwd: elsewhere, encoding: 'utf8' });
  expect([alone.status, alone.stdout]).toEqual([1, '']);
});

test('predict answers one line of JSON for each line, in order, with its id', () => {
  const lines = ['first', 'second'].map((id) =>
    JSON.stringify({ id, text: 'Carla Bassi came on Monday.', dct: '2026-05-08' }),
  );
  const { status, stdout } = npm(['run', '--silent', 'predict', '--', 'timex'], `${lines.join('\n')}\n`);
  expect(status).toBe(0);
  const answers = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { id: string; timex: object[] });
  expect(answers.map(({ id }) => id)).toEqual(['first', 'second']);
  expect(answers.every(({ timex }) => timex.length === 1)).toBe(true);
});
