import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DatabaseError, troubleOf } from './database';
import { attachDatabase, openDatabase, quickCheck } from './open';
import { WasmDatabase } from './wasm-database';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dateline-database-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const path = () => join(folder, 'a.db');
const open = () => openDatabase(path(), { checkPages: false });

describe('the database', () => {
  it('gives back what was put in', () => {
    const database = open();
    database.run('CREATE TABLE t (a, b)');
    const bytes = new Uint8Array([0, 1, 255]);
    expect(database.run('INSERT INTO t VALUES (?, ?), (?, ?)', [1, 'é', null, bytes])).toBe(2);
    expect(database.all('SELECT * FROM t')).toEqual([
      { a: 1, b: 'é' },
      { a: null, b: bytes },
    ]);
    expect(database.get('SELECT a FROM t WHERE b = ?', ['none'])).toBeNull();
    database.close();
  });

  it('keeps the lock and a write-ahead log, and says so', () => {
    const database = open();
    expect(database.get('PRAGMA locking_mode')).toEqual({ locking_mode: 'exclusive' });
    expect(database.get('PRAGMA journal_mode')).toEqual({ journal_mode: 'wal' });
    attachDatabase(database, join(folder, 'b.db'), 'other');
    expect(database.get('PRAGMA other.journal_mode')).toEqual({ journal_mode: 'wal' });
    expect(database.get('PRAGMA other.locking_mode')).toEqual({ locking_mode: 'exclusive' });
    database.close();
  });

  it('takes a transaction whole or not at all, also one inside another', () => {
    const database = open();
    database.run('CREATE TABLE t (a)');
    expect(() =>
      database.transaction(() => {
        database.run('INSERT INTO t VALUES (1)');
        database.transaction(() => database.run('INSERT INTO t VALUES (2)'));
        throw new Error('no');
      }),
    ).toThrow('no');
    expect(database.all('SELECT * FROM t')).toEqual([]);
    database.transaction(() => database.run('INSERT INTO t VALUES (3)'));
    expect(database.all('SELECT * FROM t')).toEqual([{ a: 3 }]);
    database.close();
  });

  it('can use a statement again after it failed', () => {
    const database = open();
    database.run('CREATE TABLE t (a UNIQUE)');
    const insert = () => database.run('INSERT INTO t VALUES (?)', [1]);
    insert();
    expect(insert).toThrow(DatabaseError);
    database.run('DELETE FROM t');
    expect(insert()).toBe(1);
    database.close();
  });

  it('leaves no reading under way that would hold up a backup', () => {
    const database = open();
    database.run('CREATE TABLE t (a)');
    database.run('INSERT INTO t VALUES (1), (2)');
    database.get('SELECT a FROM t');
    database.run('VACUUM INTO ?', [join(folder, 'copy.db')]);
    database.close();
  });

  it('forgets old statements and still works', () => {
    const database = open();
    for (let value = 0; value < 400; value += 1) {
      expect(database.get(`SELECT ${value} AS n`)).toEqual({ n: value });
    }
    expect(database.get('SELECT 0 AS n')).toEqual({ n: 0 });
    database.close();
  });

  it('takes over the lock of a program that was killed', () => {
    mkdirSync(`${path()}.lock`);
    open().close();
  });

  it('does not get in while another holds the file', () => {
    const first = open();
    const second = new WasmDatabase(path());
    expect(() => second.all('SELECT * FROM sqlite_schema')).toThrow(
      expect.objectContaining({ trouble: 'busy' }),
    );
    second.close();
    first.close();
  });

  it('says that a file is no database, or not sound any more', () => {
    writeFileSync(
      path(),
      'This is a text file, and a long enough one to be taken for a header of a database.',
    );
    expect(open).toThrow(expect.objectContaining({ trouble: 'damaged' }));
  });

  it('looks at every page when asked to', () => {
    const database = open();
    expect(() => quickCheck(database)).not.toThrow();
    database.close();
  });

  it('tells the troubles apart by what SQLite says', () => {
    expect(troubleOf('database is locked')).toBe('busy');
    expect(troubleOf('attempt to write a readonly database')).toBe('read-only');
    expect(troubleOf('database or disk is full')).toBe('full');
    expect(troubleOf('disk I/O error')).toBe('input-output');
    expect(troubleOf('near "x": syntax error')).toBe('fault');
  });
});
