import { resolve } from 'node:path';
import { app } from 'electron';
import { list, ShapeError } from '../checks/shape';
import { path as pathShape } from '../checks/shapes';
import type { FoundFiles } from '../contract';
import { findArticles } from '../files/folders';
import { isWritable } from '../files/writable';
import { holdDataFolder } from './data-folder';
import type { MainWindow } from './main-window';

/**
 * Files asked for from outside the window: the command line, a second start, the file manager. They wait until the
 * window has asked for its state, then they are sent to it.
 */
export class Opening {
  private pending: string[] = [];
  private windowListens = false;

  constructor(private readonly window: MainWindow) {}

  open(paths: string[]): void {
    if (paths.length === 0) return;
    if (!this.windowListens) this.pending.push(...paths);
    else void findArticles(paths).then((found) => this.window.notify('files.open', found));
  }

  get waits(): boolean {
    return this.pending.length > 0;
  }

  /** For the window that has just started; later files reach it as notices. */
  takePending(): Promise<FoundFiles> {
    this.windowListens = true;
    return findArticles(this.pending.splice(0));
  }

  /** The window was closed or loads anew. */
  windowGone(): void {
    this.windowListens = false;
  }
}

/** File arguments of a command line as absolute paths: what is neither a switch nor the app's own folder. */
export function filesOf(commandLine: readonly string[], folder: string, packaged: boolean): string[] {
  const [, ...rest] = commandLine;
  const end = rest.indexOf('--');
  const before = (end < 0 ? rest : rest.slice(0, end)).filter((argument) => !argument.startsWith('-'));
  const after = end < 0 ? [] : rest.slice(end + 1);
  return [...before, ...after]
    .slice(packaged ? 0 : 1)
    .filter((argument) => argument !== '')
    .map((argument) => resolve(folder, argument));
}

/** False when an earlier Dateline runs: it has been handed the files, and this one must end. */
export function setUpSingleInstance(window: MainWindow, opening: Opening): boolean {
  const files = filesOf(process.argv, process.cwd(), app.isPackaged);
  // Where nothing can be written no lock can be taken either; the app then runs, and says that it keeps nothing.
  const folder = app.getPath('userData');
  const first = app.requestSingleInstanceLock({ files });
  if (!first && isWritable(folder)) return false;
  if (first && !holdDataFolder(folder)) return false;
  app.on('second-instance', (_event, _argv, _folder, data) => {
    window.show();
    opening.open(filesOfSecondStart(data));
  });
  opening.open(files);
  return true;
}

function filesOfSecondStart(data: unknown): string[] {
  try {
    return list(pathShape, 10_000)((data as { files?: unknown } | null)?.files);
  } catch (error) {
    if (error instanceof ShapeError) return [];
    throw error;
  }
}

/** macOS tells of files by this, also before the app is ready. */
export function setUpOpenFile(window: MainWindow, opening: Opening): void {
  app.on('open-file', (event, path) => {
    event.preventDefault();
    opening.open([path]);
    if (app.isReady()) window.show();
  });
}
