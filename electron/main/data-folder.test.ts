import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { holdDataFolder } from './data-folder';

const quit = vi.hoisted(() => ({ listeners: [] as (() => void)[] }));
vi.mock('electron', () => ({
  app: { once: (_name: string, done: () => void) => quit.listeners.push(done) },
}));

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dateline-data-'));
  quit.listeners.length = 0;
});
afterEach(() => rmSync(folder, { recursive: true }));

it('is held by one program at a time, and let go when it quits', () => {
  expect(holdDataFolder(folder)).toBe(true);
  if (process.platform === 'linux') expect(holdDataFolder(folder)).toBe(false);
  for (const done of quit.listeners) done();
  expect(readdirSync(folder)).toEqual([]);
  expect(holdDataFolder(folder)).toBe(true);
});

it('is not held against anybody by a program that is gone or cannot be told', () => {
  const lock = join(folder, 'in-use.json');
  const held = (holder: object) => writeFileSync(lock, JSON.stringify({ host: hostname(), ...holder }));
  held({ process: 2 ** 22 + 1, began: '1', program: 'Dateline' });
  expect(holdDataFolder(folder)).toBe(true);
  held({ process: process.pid, began: null, program: 'Dateline' });
  expect(holdDataFolder(folder)).toBe(true);
  writeFileSync(lock, 'half a li');
  expect(holdDataFolder(folder)).toBe(true);
});

it('keeps nobody from reading where nothing can be written', () => {
  writeFileSync(join(folder, 'file'), 'x');
  expect(holdDataFolder(join(folder, 'file', 'below'))).toBe(true);
});
