/** What a column holds. Whole numbers beyond 2^53 come back as `bigint`; none is ever stored. */
export type SqlValue = number | bigint | string | Uint8Array | null;

/**
 * All that the library asks of a database. Five members, so that the driver can change without the library noticing.
 * Every member throws `DatabaseError`.
 */
export interface Database {
  /** @returns the number of rows changed. */
  run(sql: string, values?: readonly SqlValue[]): number;
  all<Row>(sql: string, values?: readonly SqlValue[]): Row[];
  /** The first row, or null. */
  get<Row>(sql: string, values?: readonly SqlValue[]): Row | null;
  /** All of `work` or nothing of it. One called inside another is part of it. `work` must not wait for anything. */
  transaction<T>(work: () => T): T;
  close(): void;
}

/** What went wrong, as far as a person can do something about it. */
export type DatabaseTrouble =
  /** Another program holds the file. */
  | 'busy'
  | 'read-only'
  | 'full'
  /** The file cannot be opened at all. */
  | 'unopenable'
  /** The content is not what was written. */
  | 'damaged'
  /** The system failed to read or write. */
  | 'input-output'
  /** A fault of the program: wrong SQL, a broken constraint. */
  | 'fault';

export class DatabaseError extends Error {
  constructor(
    readonly trouble: DatabaseTrouble,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'DatabaseError';
  }
}

/** SQLite's own messages (sqlite3_errstr), which are all that the driver hands on. */
const messages: [RegExp, DatabaseTrouble][] = [
  [/database (table |schema )?is locked/i, 'busy'],
  [/readonly database|read-only/i, 'read-only'],
  [/database or disk is full/i, 'full'],
  [/could not open the database|unable to open database/i, 'unopenable'],
  [/disk image is malformed|file is not a database|malformed database schema/i, 'damaged'],
  [/disk I\/O error|locking protocol/i, 'input-output'],
];

export function troubleOf(message: string): DatabaseTrouble {
  return messages.find(([pattern]) => pattern.test(message))?.[1] ?? 'fault';
}
