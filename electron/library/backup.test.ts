import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listBackups, outdated, restoreBackup, setAside } from './backup';
import { moveLibrary } from './move';
import { hashOf, TestLibrary } from './test-library';

const DAY = 86_400_000;
let test: TestLibrary;
beforeEach(() => {
  test = new TestLibrary();
});
afterEach(() => test.remove());

/** Backups of so many days ago, newest first, counted from the end of a week. */
const backups = (...daysAgo: number[]) =>
  daysAgo.map((ago) => ({ name: `${ago}`, made: (2_800 * 7 + 6 - ago) * DAY, bytes: 1 }));
const gone = (...daysAgo: number[]) => outdated(backups(...daysAgo)).map(({ name }) => Number(name));

describe('the rotation of backups', () => {
  it('keeps the three newest, whenever they were made', () => {
    expect(gone(0, 0, 0)).toEqual([]);
    expect(gone(0, 1, 2, 3, 4)).toEqual([3, 4]);
  });

  it('keeps the newest of each of the last four weeks', () => {
    expect(gone(0, 1, 2, 7, 8, 14, 15, 21)).toEqual([8, 15]);
    expect(gone(0, 1, 2, 7, 14, 21, 28)).toEqual([28]);
  });

  it('counts only weeks with a backup, so that a long pause costs none', () => {
    expect(gone(0, 100, 200, 300, 400)).toEqual([400]);
    expect(gone()).toEqual([]);
  });
});

describe('a backup', () => {
  it('is listed by when it was made, the newest first; other files are none', async () => {
    await test.import({ 'a.txt': 'The ferry\nIt sailed.' });
    const first = test.library.backUp();
    test.clock += DAY;
    const second = test.library.backUp();
    writeFileSync(join(test.folder, 'backups', 'notes.txt'), '');
    writeFileSync(join(test.folder, 'backups', 'library-2026-01-02T00-00-00Z.db.new'), '');
    const listed = listBackups(test.folder);
    expect(listed.map(({ name }) => name)).toEqual([second, first]);
    expect(listed.map(({ made }) => made)).toEqual([test.clock, test.clock - DAY]);
    expect(listed[0]?.bytes).toBeGreaterThan(4_096);
    expect(listBackups(join(test.folder, 'nowhere'))).toEqual([]);
  });

  it('put back keeps what was there under a name that says so', async () => {
    await test.import({ 'a.txt': 'The ferry\nIt sailed.' });
    const name = test.library.backUp();
    await test.close();
    const kept = restoreBackup(test.folder, 'library.db', name, test.clock);
    expect(kept).toMatch(/^library-set-aside-.*\.db$/);
    expect(existsSync(join(test.folder, kept ?? ''))).toBe(true);
    expect(test.titles()).toEqual(['The ferry']);
  });

  it('of a name that is none is refused before anything is touched', async () => {
    await test.import({ 'a.txt': 'The ferry\nIt sailed.' });
    await test.close();
    const before = readdirSync(test.folder).sort();
    expect(() => restoreBackup(test.folder, 'library.db', '../library.db', test.clock)).toThrow(
      'is no backup',
    );
    expect(readdirSync(test.folder).sort()).toEqual(before);
    expect(setAside(join(test.root, 'nowhere'), 'library.db', test.clock)).toBeNull();
  });
});

describe('a library that is moved', () => {
  const to = () => join(test.root, 'new', 'place');
  beforeEach(async () => {
    await test.import({ 'a.txt': 'The ferry\nIt sailed.' });
    await test.close();
  });

  it('is whole in the new place, and no longer in the old one', async () => {
    await moveLibrary(test.folder, to());
    expect(existsSync(test.folder)).toBe(false);
    Object.assign(test, { folder: to() });
    expect(test.titles()).toEqual(['The ferry']);
    expect(new TextDecoder().decode(await test.library.original(hashOf('The ferry\nIt sailed.')))).toContain(
      'sailed',
    );
  });

  it('may take the place of an empty folder, and of no other', async () => {
    mkdirSync(to(), { recursive: true });
    await moveLibrary(test.folder, to());
    const full = join(test.root, 'full');
    mkdirSync(full);
    writeFileSync(join(full, 'mine.txt'), '');
    await expect(moveLibrary(to(), full)).rejects.toMatchObject({ error: { code: 'invalid-request' } });
    expect(readdirSync(full)).toEqual(['mine.txt']);
    expect(existsSync(join(to(), 'library.db'))).toBe(true);
  });

  it('never goes into itself; a folder whose name begins alike is another', async () => {
    for (const inside of [test.folder, join(test.folder, 'deeper')])
      await expect(moveLibrary(test.folder, inside)).rejects.toMatchObject({
        error: { code: 'invalid-request' },
      });
    await moveLibrary(test.folder, `${test.folder}-2`);
    expect(existsSync(join(`${test.folder}-2`, 'library.db'))).toBe(true);
  });
});
