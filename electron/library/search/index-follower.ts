import { DatabaseError } from '../database/database';
import type { SearchIndex } from './search-index';

/** Entries indexed before a search is answered; more than that, and the rest follows in the background. */
const INDEXED_FIRST = 60;
/** Entries indexed between two questions. */
const AT_ONCE = 10;
/** Entries indexed in one transaction where nothing else is to be answered. */
const AT_REST = 200;

/** Keeps the search index up with the entries, a little at a time, so that questions are answered meanwhile. */
export class IndexFollower {
  private next: ReturnType<typeof setImmediate> | null = null;
  private stopped = false;

  constructor(private readonly index: SearchIndex) {}

  /** Goes on in the background until nothing waits. */
  start(): void {
    if (this.stopped) return;
    this.next ??= setImmediate(() => {
      this.next = null;
      if (!this.some(AT_ONCE)) this.start();
    });
  }

  stop(): void {
    this.stopped = true;
    if (this.next) clearImmediate(this.next);
  }

  /** Before a search. @returns how many entries its answer does not look into yet. */
  beforeSearch(): number {
    this.some(INDEXED_FIRST);
    return this.index.behind;
  }

  /** Indexes all that waits. Throws `DatabaseError`. */
  all(): void {
    while (!this.index.catchUp(AT_REST));
  }

  /**
   * A full disk must keep nobody from searching: the index is behind then, and the next change or search tries again.
   * @returns false while more can be done right away
   */
  private some(entries: number): boolean {
    try {
      return this.index.catchUp(entries);
    } catch (error) {
      if (!(error instanceof DatabaseError)) throw error;
      return true;
    }
  }
}
