import { execFileSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { Store } from '../store';
import { realDisk } from './disk';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dateline-disk-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const onUnix = process.platform !== 'win32';

it.runIf(onUnix)('keeps what it writes for the person alone', async () => {
  await realDisk.append(join(folder, 'journal.jsonl'), 'a line\n');
  await realDisk.replace(join(folder, 'settings.json'), '{}');
  for (const name of readdirSync(folder)) {
    expect(statSync(join(folder, name)).mode & 0o777, name).toBe(0o600);
  }
  expect(readdirSync(folder)).toHaveLength(2);
});

it.runIf(onUnix)('does not wait for a pipe that lies where a file belongs, and leaves it', async () => {
  execFileSync('mkfifo', [join(folder, 'settings.json'), join(folder, 'journal.jsonl')]);
  const store = new Store(folder);
  expect(store.settings.theme).toBeDefined();
  expect(store.trouble?.reason).toBe('EFTYPE');
  store.changeSettings({ theme: 'sepia' });
  expect(await store.flush()).toBe(false);
  expect(statSync(join(folder, 'settings.json')).isFIFO()).toBe(true);
  store.stop();
});

it.runIf(onUnix)('replaces a link by the file, and writes through none', async () => {
  const elsewhere = join(folder, 'elsewhere.txt');
  writeFileSync(elsewhere, 'as it was');
  symlinkSync(elsewhere, join(folder, 'settings.json'));
  await realDisk.replace(join(folder, 'settings.json'), '{}');
  expect(readFileSync(elsewhere, 'utf8')).toBe('as it was');
  expect(readFileSync(join(folder, 'settings.json'), 'utf8')).toBe('{}');
});

it('leaves nothing beside a file that could not be written', async () => {
  mkdirSync(join(folder, 'settings.json', 'in'), { recursive: true });
  await expect(realDisk.replace(join(folder, 'settings.json'), '{}')).rejects.toThrow();
  expect(readdirSync(folder)).toEqual(['settings.json']);
});
