import { readdir } from 'node:fs/promises';
import { extname, join, resolve } from 'node:path';
import { app } from 'electron';
import { list, ShapeError } from '../library/shape';
import { path as pathShape } from '../library/shapes';
import type { MainWindow } from './main-window';

/** Name endings that Open Folder takes; a single file is opened whatever it is called. */
export const ARTICLE_ENDINGS = ['txt', 'text', 'md', 'markdown', 'html', 'htm', 'xhtml', 'mht', 'mhtml'];
const MOST_FILES_AT_ONCE = 200;

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
    else void expandFolders(paths).then((files) => this.window.notify('files.open', { paths: files }));
  }

  get waits(): boolean {
    return this.pending.length > 0;
  }

  /** For the window that has just started; later files reach it as notices. */
  takePending(): Promise<string[]> {
    this.windowListens = true;
    return expandFolders(this.pending.splice(0));
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

/** The files directly in a folder that may be articles, by name. */
export async function articlesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries
    .filter((entry) => (entry.isFile() || entry.isSymbolicLink()) && hasArticleEnding(entry.name))
    .map((entry) => join(folder, entry.name))
    .sort()
    .slice(0, MOST_FILES_AT_ONCE);
}

/** A folder without articles stays in the list, so that opening it tells what is wrong. */
export async function expandFolders(paths: readonly string[]): Promise<string[]> {
  const expanded = paths.map(async (path) => {
    const articles = await articlesIn(path).catch(() => []);
    return articles.length > 0 ? articles : [path];
  });
  return (await Promise.all(expanded)).flat();
}

function hasArticleEnding(name: string): boolean {
  return ARTICLE_ENDINGS.includes(extname(name).slice(1).toLowerCase());
}

/** False when an earlier Dateline runs: it has been handed the files, and this one must end. */
export function setUpSingleInstance(window: MainWindow, opening: Opening): boolean {
  const files = filesOf(process.argv, process.cwd(), app.isPackaged);
  if (!app.requestSingleInstanceLock({ files })) return false;
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
