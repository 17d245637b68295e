import { mkdirSync, readFileSync, renameSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Shape } from '../checks/shape';

/**
 * One small JSON file. Reading tolerates damage: a file that cannot be used is set aside as `….damaged` and the
 * default taken. Writing is atomic (a new file takes the old one's name), one at a time, the newest value wins.
 */
export class JsonFile<T> {
  private current: T;
  private writing: Promise<void> | null = null;
  private dirty = false;

  constructor(
    private readonly path: string,
    shape: Shape<T>,
    initial: T,
  ) {
    this.current = this.load(shape) ?? initial;
  }

  get value(): T {
    return this.current;
  }

  set(value: T): void {
    this.current = value;
    this.dirty = true;
    this.writing ??= this.write().finally(() => {
      this.writing = null;
    });
  }

  /** True when nothing waits to be written. */
  get idle(): boolean {
    return this.writing === null;
  }

  /** Settles when everything set so far is on disk, or could not be written. */
  async flush(): Promise<void> {
    while (this.writing) await this.writing;
  }

  private load(shape: Shape<T>): T | null {
    let content: string;
    try {
      content = readFileSync(this.path, 'utf8');
    } catch {
      return null;
    }
    try {
      return shape(JSON.parse(content));
    } catch {
      this.setAside();
      return null;
    }
  }

  private setAside(): void {
    try {
      renameSync(this.path, `${this.path}.damaged`);
    } catch {
      // The next write replaces it.
    }
  }

  /** A full or read-only disk must not stop reading: the value then lives until the app ends. */
  private async write(): Promise<void> {
    while (this.dirty) {
      this.dirty = false;
      const content = JSON.stringify(this.current);
      try {
        mkdirSync(dirname(this.path), { recursive: true });
        await writeAtomically(this.path, content);
      } catch (error) {
        console.error(`Could not keep ${this.path}:`, error);
      }
    }
  }
}

/** Writes beside the target, then renames over it, so that a crash leaves the old file or the new one, never half. */
export async function writeAtomically(path: string, content: string | Uint8Array): Promise<void> {
  const temporary = `${path}.${process.pid}.new`;
  try {
    const handle = await open(temporary, 'w');
    try {
      await handle.writeFile(content);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}
