import type { Shape } from '../checks/shape';
import type { NotSaved } from '../contract';
import { type Disk, realDisk } from './journal/disk';
import { reasonOf } from './journal/journal';

/** Milliseconds until a write that failed is tried again. */
const RETRY = 5_000;

/**
 * One small JSON file. A missing file gives the default; one that makes no sense is set aside as `….damaged`; one that
 * is there and cannot be read is not written over until it could be. Writing is atomic (a new file takes the old one's
 * name), one at a time, the newest value wins; what fails is tried again. Fields of a newer version stay.
 */
export class JsonFile<T> {
  private current: T;
  /** Fields that stand in the file and are unknown here. */
  private strangers: object = {};
  private loaded = false;
  /** What made no sense, until it lies beside. */
  private damaged: string | null = null;
  private dirty = false;
  private writing: Promise<void> | null = null;
  private retry: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly path: string,
    private readonly shape: Shape<T>,
    initial: T,
    private readonly onTrouble: (trouble: NotSaved | null) => void = () => {},
    private readonly disk: Disk = realDisk,
  ) {
    this.current = initial;
    try {
      this.load();
    } catch (error) {
      this.tell(error);
      this.tryLater();
    }
  }

  get value(): T {
    return this.current;
  }

  set(value: T): void {
    this.current = value;
    this.dirty = true;
    this.write();
  }

  /** Tries at once to write what waits. @returns 1 when it still waits, else 0 */
  async flush(): Promise<number> {
    this.write();
    while (this.writing) await this.writing;
    return this.dirty ? 1 : 0;
  }

  /** No further attempt is made; for the end of the app. */
  stop(): void {
    clearTimeout(this.retry);
  }

  /** Throws what the system says when the file is there and cannot be read. A value set meanwhile goes before. */
  private load(): void {
    let content: string;
    try {
      content = this.disk.read(this.path);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
      this.loaded = true;
      return;
    }
    this.loaded = true;
    try {
      const parsed: unknown = JSON.parse(content.replace(/^\uFEFF/, ''));
      const value = this.shape(parsed);
      this.strangers = strangersOf(parsed, value);
      if (!this.dirty) this.current = value;
    } catch {
      this.damaged = content;
      void this.setAside().catch((error) => this.tell(error));
    }
  }

  private async setAside(): Promise<void> {
    if (this.damaged === null) return;
    await this.disk.replace(`${this.path}.damaged`, this.damaged);
    this.damaged = null;
  }

  private write(): void {
    clearTimeout(this.retry);
    if (this.writing || (this.loaded && !this.dirty)) return;
    this.writing = this.writeAll();
  }

  /** Ends with `writing` set back in the same breath as it looks whether anything waits, so that nothing is left out. */
  private async writeAll(): Promise<void> {
    while (this.dirty || !this.loaded) {
      try {
        await Promise.resolve();
        if (!this.loaded) this.load();
        await this.setAside();
        if (!this.dirty) continue;
        this.dirty = false;
        const value = this.current;
        const whole = isObject(value) ? { ...this.strangers, ...value } : value;
        this.disk.makeFolder(this.path);
        await this.disk.replace(this.path, JSON.stringify(whole));
      } catch (error) {
        this.dirty = true;
        this.tell(error);
        this.tryLater();
        this.writing = null;
        return;
      }
    }
    this.writing = null;
    this.onTrouble(null);
  }

  private tryLater(): void {
    this.retry = setTimeout(() => this.write(), RETRY);
    this.retry.unref?.();
  }

  private tell(error: unknown): void {
    this.onTrouble({ path: this.path, waiting: this.dirty ? 1 : 0, reason: reasonOf(error) });
  }
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function strangersOf(parsed: unknown, value: unknown): object {
  if (!isObject(parsed) || !isObject(value)) return {};
  return Object.fromEntries(Object.entries(parsed).filter(([key]) => !Object.hasOwn(value, key)));
}
