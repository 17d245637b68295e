import type { Stats } from 'node:fs';
import { basename, dirname } from 'node:path';
import { type FSWatcher, watch } from 'chokidar';
import { hasArticleEnding, isPartsFolder } from './folders';

/** Milliseconds a file must have kept its size before it counts as written. */
const SETTLED = 1_500;
/** Milliseconds in which changes are gathered. */
const GATHERED = 500;

/** Tells of files that are new or changed in some folders and the folders in them, once they are written. */
export class FolderWatch {
  private watcher: FSWatcher | null = null;
  private folders: readonly string[] = [];
  private found = new Set<string>();
  private timer: ReturnType<typeof setTimeout> | null = null;

  /** @param onFound paths, each once */
  constructor(private readonly onFound: (paths: string[]) => void) {}

  /** Watches these folders and no others. One that is not there is watched for. */
  set(folders: readonly string[]): void {
    if (folders.length === this.folders.length && folders.every((folder, at) => folder === this.folders[at]))
      return;
    this.stop();
    this.folders = folders;
    if (folders.length === 0) return;
    this.watcher = watch([...folders], {
      ignoreInitial: true,
      followSymlinks: false,
      ignored: isIgnored,
      awaitWriteFinish: { stabilityThreshold: SETTLED, pollInterval: 200 },
    });
    this.watcher.on('add', (path) => this.note(path)).on('change', (path) => this.note(path));
    // A drive that goes away ends the watching of it; the next rescan finds what changed.
    this.watcher.on('error', (error) => console.error('Could not watch:', error));
  }

  stop(): void {
    void this.watcher?.close();
    this.watcher = null;
    this.folders = [];
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    this.found.clear();
  }

  private note(path: string): void {
    this.found.add(path);
    this.timer ??= setTimeout(() => {
      this.timer = null;
      const paths = [...this.found];
      this.found.clear();
      this.onFound(paths);
    }, GATHERED);
  }
}

/** The same files as `findArticles` takes: no hidden ones, no parts of saved pages, nothing of other kinds. */
function isIgnored(path: string, found?: Stats): boolean {
  const name = basename(path);
  if (name.startsWith('.') || isPartsFolder(name) || isPartsFolder(basename(dirname(path)))) return true;
  return found?.isFile() === true && !hasArticleEnding(name);
}
