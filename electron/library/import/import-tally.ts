import type { AppError, ImportProgress, ImportState } from '../../contract';

/** Files whose pace the time left is told from. */
const RECENT = 200;
/** Files after which it can be told. */
const ENOUGH = 5;

/** Counts what became of the files since the import began, and how long the rest may take. */
export class ImportTally {
  /** Why it stopped by itself; null while it did not. */
  trouble: AppError | null = null;
  private added = 0;
  private known = 0;
  private failed = 0;
  /** When each of the last files was done, milliseconds. */
  private readonly done: number[] = [];

  constructor(private readonly now: () => number) {}

  count(as: 'added' | 'known' | 'failed' | 'redone'): void {
    if (as !== 'redone') this[as] += 1;
    this.done.push(this.now());
    if (this.done.length > RECENT) this.done.shift();
  }

  /** After a pause, whose time is not to be counted. */
  goOn(): void {
    this.trouble = null;
    this.done.length = 0;
  }

  progress(state: ImportState, waiting: number): ImportProgress {
    const { added, known, failed, trouble } = this;
    return {
      state,
      total: added + known + failed + waiting,
      added,
      known,
      failed,
      left: this.left(waiting),
      trouble,
    };
  }

  private left(waiting: number): number | null {
    const [first] = this.done;
    const last = this.done.at(-1);
    // A clock that was set back tells nothing.
    if (first === undefined || last === undefined || this.done.length < ENOUGH || last <= first) return null;
    return Math.round(((last - first) / (this.done.length - 1)) * waiting);
  }
}
