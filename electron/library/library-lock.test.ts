import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { LibraryHeldError, lockLibrary } from './library-lock';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dateline-lock-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const leave = (holder: object | string) =>
  writeFileSync(join(folder, 'in-use.json'), typeof holder === 'string' ? holder : JSON.stringify(holder));

it('is held by one program, which is named to the others', () => {
  const lock = lockLibrary(folder, 'Dateline');
  expect(lock.uncleanEnd).toBe(false);
  expect(() => lockLibrary(folder, 'import')).toThrow(/in use by Dateline/);
  lock.release();
  expect(readdirSync(folder)).toEqual([]);
  lockLibrary(folder, 'import').release();
});

it('is taken over from a program that no longer runs, and tells of it', () => {
  // No process has this number: Linux stops at 2^22, macOS at 99,998, Windows counts in fours.
  leave({ host: hostname(), process: 2 ** 30 + 1, began: null, program: 'Dateline' });
  const lock = lockLibrary(folder, 'Dateline');
  expect(lock.uncleanEnd).toBe(true);
  lock.release();
  expect(readdirSync(folder)).toEqual([]);
});

it.runIf(process.platform === 'linux')('tells a later process with the same number apart', () => {
  leave({ host: hostname(), process: process.pid, began: '1', program: 'Dateline' });
  expect(lockLibrary(folder, 'Dateline').uncleanEnd).toBe(true);
});

it('is taken over when it says nothing usable', () => {
  leave('{"host":');
  expect(lockLibrary(folder, 'Dateline').uncleanEnd).toBe(true);
});

it('is left to another computer', () => {
  leave({ host: 'another', process: 1, began: null, program: 'Dateline' });
  expect(() => lockLibrary(folder, 'Dateline')).toThrow(LibraryHeldError);
});
