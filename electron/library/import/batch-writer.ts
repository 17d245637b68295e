import type { SourceInfo } from '../../contract';
import { commit, type LibraryContext } from '../context';
import { entryId } from '../entries/entry-row';
import { type Findings, putFindings } from '../entries/findings';
import type { LibraryRecord } from '../records/record';
import type { ImportItem } from './import-queue';

/** Articles put into the database in one transaction, and the longest they wait for it, in milliseconds. */
const BATCH = 16;
const LONGEST_WAIT = 80;

/** An article that was read, whose copy lies on disk, and that only waits for its rows. */
export interface Ready {
  item: ImportItem;
  info: SourceInfo;
  findings: Findings;
}

/**
 * Puts finished articles into the database several at a time: one wait for the disk serves them all. An article's rows
 * come whole, and its item leaves the queue with them.
 */
export class BatchWriter {
  private ready: Ready[] = [];
  private timer: ReturnType<typeof setTimeout> | null = null;

  constructor(
    private readonly context: LibraryContext,
    private readonly written: (batch: readonly Ready[]) => void,
    private readonly failed: (batch: readonly Ready[], error: unknown) => void,
  ) {}

  get isEmpty(): boolean {
    return this.ready.length === 0;
  }

  add(ready: Ready): void {
    this.ready.push(ready);
    if (this.ready.length >= BATCH) this.flush();
    else this.timer ??= setTimeout(() => this.flush(), LONGEST_WAIT);
  }

  flush(): void {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    const batch = this.ready.splice(0);
    if (batch.length === 0) return;
    try {
      this.write(batch);
    } catch (error) {
      this.failed(batch, error);
      return;
    }
    this.written(batch);
  }

  private write(batch: readonly Ready[]): void {
    const { database, now } = this.context;
    const at = now();
    commit(
      this.context,
      batch.flatMap((ready) => recordsOf(ready, at)),
      () => {
        for (const { item, info, findings } of batch) {
          const entry = entryId(database, info.hash);
          if (entry === null) continue;
          putFindings(database, entry, findings);
          database.run('DELETE FROM import_item WHERE id = ? OR entry = ?', [item.id, entry]);
        }
      },
    );
  }
}

function recordsOf({ item, info }: Ready, at: number): LibraryRecord[] {
  if (item.path === null) return [];
  const { hash: article, name, size } = info;
  const modified = Math.trunc(info.modified);
  return [
    { kind: 'added', article, name, size, modified, at },
    { kind: 'located', article, path: item.path, size, modified },
  ];
}
