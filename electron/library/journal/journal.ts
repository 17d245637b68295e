import type { NotSaved } from '../../contract';
import { type Disk, realDisk, TornAppend } from './disk';
import { JOURNAL_VERSION, type JournalRecord, type Line, lineOf, readLine } from './record';

/** Milliseconds until a write that failed is tried again: the first time, and at most. */
const RETRY = { first: 1_000, most: 30_000 };

/** `waiting`: it could not be written yet and is tried again. */
export type Kept = 'kept' | 'waiting';

interface Pending {
  line: Line;
  settle(kept: Kept): void;
}

/**
 * A file that is only ever added to, one record a line. A record counts as kept when it lies on the disk (`fsync`).
 * A torn end and damaged lines are passed over and stay where they are. A file that is there but cannot be read is
 * never written to; it is read again before each attempt to write.
 */
export class Journal {
  private lines: Line[] = [];
  private pending: Pending[] = [];
  private lastSeq = 0;
  private loaded = false;
  /** The file does not end with a line feed. */
  private tornEnd = false;
  private writing: Promise<void> | null = null;
  private retry: ReturnType<typeof setTimeout> | undefined;
  private delay = RETRY.first;
  /** Lines that are no sound record. */
  damaged = 0;

  /**
   * @param onTrouble called with what stands in the way of writing, and with null when it is gone
   * @param onLoaded called when a file that could not be read at first could be: `records` are other than before
   */
  constructor(
    readonly path: string,
    private readonly onTrouble: (trouble: NotSaved | null) => void,
    private readonly onLoaded: () => void = () => {},
    private readonly disk: Disk = realDisk,
  ) {
    try {
      this.load();
    } catch (error) {
      this.tell(error);
      this.tryLater();
    }
  }

  /** False while a file that is there cannot be read. */
  get isLoaded(): boolean {
    return this.loaded;
  }

  /** Records that lie in the file. */
  get length(): number {
    return this.lines.length;
  }

  /** Everything recorded, also what waits to be written, in order. */
  get records(): JournalRecord[] {
    return [...this.lines, ...this.pending.map(({ line }) => line)].map(({ record }) => record);
  }

  /** Settles when the record lies on the disk, or could not be written at the first attempt. */
  append(kind: string, fields: object): { record: JournalRecord; kept: Promise<Kept> } {
    this.lastSeq += 1;
    const line = lineOf({ seq: this.lastSeq, version: JOURNAL_VERSION, kind, ...fields });
    const kept = new Promise<Kept>((settle) => {
      this.pending.push({ line, settle });
    });
    this.write();
    return { record: line.record, kept };
  }

  /** Tries at once to write what waits. @returns how many records still wait */
  async flush(): Promise<number> {
    if (!this.writing) this.write();
    while (this.writing) await this.writing;
    return this.pending.length;
  }

  /** No further attempt is made; for the end of the app. */
  stop(): void {
    clearTimeout(this.retry);
  }

  /**
   * Leaves out records that `isLive` no longer needs. The lines that stay are copied as they are; the file as it was
   * stays beside as `….before`, or for good as `….damaged-N` when it holds damaged lines. Does nothing while something
   * waits to be written.
   */
  async compact(isLive: (record: JournalRecord) => boolean): Promise<void> {
    if (!this.loaded || this.pending.length > 0 || this.writing) return;
    const live = this.lines.filter(({ record }) => isLive(record));
    // The numbers go on from the last one, also when its record is left out.
    const last = this.lines.at(-1);
    if (last && live.at(-1) !== last) live.push(last);
    this.writing = this.replaceBy(live).finally(() => {
      this.writing = null;
      if (this.pending.length > 0) this.write();
    });
    await this.writing;
  }

  private async replaceBy(live: Line[]): Promise<void> {
    try {
      const aside = this.damaged > 0 ? `damaged-${this.lastSeq}` : 'before';
      await this.disk.replace(`${this.path}.${aside}`, this.disk.read(this.path));
      await this.disk.replace(this.path, textOf(live));
      this.lines = live;
      this.damaged = 0;
      this.tornEnd = false;
    } catch {
      // The longer file is as good as the shorter one.
    }
  }

  /** Throws what the system says when the file is there and cannot be read. */
  private load(): void {
    const text = readIfThere(this.disk, this.path);
    const seen = new Set<number>();
    for (const part of text.replace(/^\uFEFF/, '').split('\n')) {
      if (part.trim() === '') continue;
      const line = readLine(part.replace(/\r$/, ''));
      if (!line) this.damaged += 1;
      else if (!seen.has(line.record.seq)) this.lines.push(line);
      if (line) seen.add(line.record.seq);
    }
    this.tornEnd = text !== '' && !text.endsWith('\n');
    this.loaded = true;
    this.renumber();
  }

  /** What was recorded before the file could be read comes behind what stands in it. */
  private renumber(): void {
    this.lastSeq = this.lines.reduce((most, { record }) => Math.max(most, record.seq), 0);
    for (const waiting of this.pending) {
      this.lastSeq += 1;
      waiting.line = lineOf({ ...waiting.line.record, seq: this.lastSeq });
    }
  }

  private write(): void {
    clearTimeout(this.retry);
    if (this.writing || (this.loaded && this.pending.length === 0)) return;
    this.writing = this.writeAll();
  }

  /** Ends with `writing` set back in the same breath as it looks whether anything waits, so that nothing is left out. */
  private async writeAll(): Promise<void> {
    while (this.pending.length > 0 || !this.loaded) {
      try {
        await this.writeBatch();
      } catch (error) {
        if (error instanceof TornAppend) this.tornEnd = true;
        for (const { settle } of this.pending) settle('waiting');
        this.tell(error instanceof TornAppend ? error.cause : error);
        this.tryLater();
        this.writing = null;
        return;
      }
    }
    this.writing = null;
    this.delay = RETRY.first;
    this.onTrouble(null);
  }

  private async writeBatch(): Promise<void> {
    await Promise.resolve();
    if (!this.loaded) {
      this.load();
      this.onLoaded();
    }
    if (this.pending.length === 0) return;
    this.disk.makeFolder(this.path);
    const batch = [...this.pending];
    await this.disk.append(this.path, (this.tornEnd ? '\n' : '') + textOf(batch.map(({ line }) => line)));
    this.tornEnd = false;
    this.pending.splice(0, batch.length);
    for (const { line, settle } of batch) {
      this.lines.push(line);
      settle('kept');
    }
  }

  private tryLater(): void {
    this.retry = setTimeout(() => this.write(), this.delay);
    this.retry.unref?.();
    this.delay = Math.min(RETRY.most, this.delay * 2);
  }

  private tell(error: unknown): void {
    this.onTrouble({ path: this.path, waiting: this.pending.length, reason: reasonOf(error) });
  }
}

export function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return code ?? message ?? String(error);
}

function textOf(lines: readonly Line[]): string {
  return lines.map(({ text }) => `${text}\n`).join('');
}

/** Only a file that is missing is an empty one. */
export function readIfThere(disk: Pick<Disk, 'read'>, path: string): string {
  try {
    return disk.read(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw error;
  }
}
