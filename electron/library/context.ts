import type { Database } from './database/database';
import type { Originals } from './originals';
import { applyRecords } from './records/apply';
import type { LibraryRecord } from './records/record';
import type { RecordLog } from './records/record-log';
import type { SearchIndex } from './search/search-index';

/** What the parts of an open library work on. */
export interface LibraryContext {
  folder: string;
  database: Database;
  index: SearchIndex;
  originals: Originals;
  records: RecordLog;
  /** Milliseconds since 1970 UTC. */
  now(): number;
}

/**
 * Makes something happened: first it is on disk in the journal, then the rows follow, with `more` in the same
 * transaction. If the rows cannot be written, the next start makes up for them from the journal.
 */
export function commit(context: LibraryContext, records: readonly LibraryRecord[], more?: () => void): void {
  const numbered = context.records.append(records);
  context.database.transaction(() => {
    applyRecords(context.database, numbered);
    more?.();
  });
}
