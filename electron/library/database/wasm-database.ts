import { statfsSync } from 'node:fs';
import { dirname } from 'node:path';
import * as driver from 'node-sqlite3-wasm';
import { type Database, DatabaseError, type SqlValue, troubleOf } from './database';

/** The driver is CommonJS: Node hands it over as `default`, a bundle as the module itself. */
const sqlite = (driver as { default?: typeof driver }).default ?? driver;

/** Prepared statements kept; the library asks some sixty different questions, searches make up more. */
const STATEMENTS_AT_HAND = 150;
/** Bytes of free space below which a failed write is put down to a full disk: the driver does not say which it was. */
const HARDLY_ANY_SPACE = 1024 * 1024;

/**
 * The five members over node-sqlite3-wasm. It hands out statements that must be finalised by hand, and leaves a row
 * that was fetched alone as a reading under way, so every statement is run to its end here.
 */
export class WasmDatabase implements Database {
  private readonly connection: driver.Database;
  private readonly statements = new Map<string, driver.Statement>();
  private depth = 0;

  constructor(private readonly path: string) {
    this.connection = this.guarded(() => new sqlite.Database(path));
  }

  run(sql: string, values: readonly SqlValue[] = []): number {
    return this.use(sql, (statement) => statement.run([...values]).changes);
  }

  all<Row>(sql: string, values: readonly SqlValue[] = []): Row[] {
    return this.use(sql, (statement) => statement.all([...values]) as Row[]);
  }

  get<Row>(sql: string, values: readonly SqlValue[] = []): Row | null {
    return this.all<Row>(sql, values)[0] ?? null;
  }

  transaction<T>(work: () => T): T {
    if (this.depth > 0) return work();
    this.run('BEGIN IMMEDIATE');
    this.depth += 1;
    try {
      const result = work();
      this.run('COMMIT');
      return result;
    } catch (error) {
      // SQLite has rolled back by itself after some errors (a full disk).
      if (this.connection.inTransaction) this.run('ROLLBACK');
      throw error;
    } finally {
      this.depth -= 1;
    }
  }

  close(): void {
    if (!this.connection.isOpen) return;
    for (const statement of this.statements.values()) finalise(statement);
    this.statements.clear();
    this.guarded(() => this.connection.close());
  }

  private use<T>(sql: string, work: (statement: driver.Statement) => T): T {
    return this.guarded(() => {
      const statement = this.statement(sql);
      try {
        return work(statement);
      } catch (error) {
        // A statement that failed fails once more at its next use.
        this.statements.delete(sql);
        finalise(statement);
        throw error;
      }
    });
  }

  private statement(sql: string): driver.Statement {
    const known = this.statements.get(sql);
    if (known) {
      this.statements.delete(sql);
      this.statements.set(sql, known);
      return known;
    }
    const statement = this.connection.prepare(sql);
    this.statements.set(sql, statement);
    const [oldest] = this.statements;
    if (this.statements.size > STATEMENTS_AT_HAND && oldest) {
      this.statements.delete(oldest[0]);
      finalise(oldest[1]);
    }
    return statement;
  }

  private guarded<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      if (error instanceof DatabaseError || !(error instanceof Error)) throw error;
      throw this.databaseError(error);
    }
  }

  private databaseError(error: Error): Error {
    if (error.name !== 'SQLite3Error') return error;
    const trouble = troubleOf(error.message);
    const full = trouble === 'input-output' && this.hardlyAnySpace();
    return new DatabaseError(full ? 'full' : trouble, `${error.message} (${this.path})`, { cause: error });
  }

  private hardlyAnySpace(): boolean {
    try {
      const { bavail, bsize } = statfsSync(dirname(this.path));
      return bavail * bsize < HARDLY_ANY_SPACE;
    } catch {
      return false;
    }
  }
}

/** Finalising repeats the error of the last step; the statement is gone all the same. */
function finalise(statement: driver.Statement): void {
  try {
    statement.finalize();
  } catch {
    // See above.
  }
}
