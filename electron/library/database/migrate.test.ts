import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Database } from './database';
import { type Migration, migrate, NewerDatabaseError, versionOf } from './migrate';
import { migrations } from './migrations';
import { openDatabase } from './open';

let folder = '';
let database: Database;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dateline-migrate-'));
  database = openDatabase(join(folder, 'a.db'), { checkPages: false });
});
afterEach(() => {
  database.close();
  rmSync(folder, { recursive: true, force: true });
});

const step = (to: number, sql = `CREATE TABLE t${to} (a)`): Migration => ({
  to,
  about: '',
  run: (on) => on.run(sql),
});

describe('migrations', () => {
  it('run in order, once', () => {
    expect(migrate(database, [step(1)])).toBe(0);
    expect(migrate(database, [step(1), step(2)])).toBe(1);
    expect(versionOf(database)).toBe(2);
    expect(migrate(database, [step(1), step(2)])).toBe(2);
  });

  it('are whole or not at all', () => {
    const broken: Migration = {
      to: 2,
      about: '',
      run(on) {
        on.run('CREATE TABLE half (a)');
        on.run('CREATE TABLE t1 (a)');
      },
    };
    expect(() => migrate(database, [step(1), broken])).toThrow('already exists');
    expect(versionOf(database)).toBe(1);
    expect(database.get("SELECT name FROM sqlite_schema WHERE name = 'half'")).toBeNull();
  });

  it('are refused with a gap in them', () => {
    expect(() => migrate(database, [step(1), step(3)])).toThrow('Migration 2 is missing');
    expect(versionOf(database)).toBe(0);
  });

  it('leave the library of a later Dateline alone', () => {
    migrate(database, [step(1), step(2)]);
    expect(() => migrate(database, [step(1)])).toThrow(NewerDatabaseError);
  });

  it('of the library have no gap', () => {
    migrate(database, migrations);
    expect(versionOf(database)).toBe(migrations.length);
  });
});
