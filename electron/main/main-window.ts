import { join } from 'node:path';
import { BrowserWindow, dialog, nativeTheme, screen, type WebContents } from 'electron';
import { type NoticeName, type Notices, THEMES, type Theme } from '../contract';
import type { Store, WindowBounds } from '../library/store';
import { programsFolder } from './folders';
import { PAGE } from './protocol';

const DEFAULT_SIZE = { width: 1280, height: 800 };
/** 320 CSS px is the width that WCAG 2.2 (1.4.10) asks a page to reflow to. */
const LEAST_SIZE = { minWidth: 340, minHeight: 320 };

/** Milliseconds; a window that lasts no longer is begun anew only after a pause. */
const SOON = 5_000;

/** The one window. On macOS the app lives on without it and `show` makes it again. */
export class MainWindow {
  private window: BrowserWindow | null = null;
  private lastGone = Number.NEGATIVE_INFINITY;
  /** Called when the window's process ended by itself, with why. */
  onGone: (reason: string) => void = () => {};

  constructor(private readonly store: Store) {}

  get contents(): WebContents | null {
    return this.window && !this.window.isDestroyed() ? this.window.webContents : null;
  }

  /** To hang dialogues on. */
  get native(): BrowserWindow | null {
    return this.window;
  }

  notify<N extends NoticeName>(name: N, notice: Notices[N]): void {
    this.contents?.send('notice', name, notice);
  }

  /** Shows what is read in the window's title, as lists of windows show it. */
  name(article: string | null): void {
    this.window?.setTitle(article === null ? 'Dateline' : `${article} – Dateline`);
  }

  /** Makes the window, or brings it to the front. */
  show(): void {
    if (!this.window) {
      this.create();
      return;
    }
    if (this.window.isMinimized()) this.window.restore();
    this.window.show();
    this.window.focus();
  }

  private create(): void {
    const bounds = this.store.windowBounds;
    const window = new BrowserWindow({
      ...DEFAULT_SIZE,
      ...(bounds && isOnScreen(bounds) ? inner(bounds) : {}),
      ...LEAST_SIZE,
      title: 'Dateline',
      show: false,
      backgroundColor: backgroundFor(this.store.settings.theme),
      webPreferences: {
        preload: join(programsFolder, 'preload.cjs'),
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        nodeIntegrationInWorker: false,
        nodeIntegrationInSubFrames: false,
        webviewTag: false,
        webSecurity: true,
        allowRunningInsecureContent: false,
        navigateOnDragDrop: false,
        spellcheck: false,
        enableWebSQL: false,
      },
    });
    this.window = window;
    if (bounds?.maximised) window.maximize();
    window.once('ready-to-show', () => window.show());
    window.on('close', () => this.keepBounds(window));
    window.on('closed', () => {
      this.window = null;
    });
    window.on('page-title-updated', (event) => event.preventDefault());
    this.watch(window);
    void window.loadURL(PAGE);
  }

  /** A process that ended is begun anew; one that does not answer may be, when the person wants it. */
  private watch(window: BrowserWindow): void {
    let waiting: AbortController | null = null;
    window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
      waiting?.abort();
      if (reason === 'clean-exit' || window.isDestroyed()) return;
      this.onGone(`${reason}, exit ${exitCode}`);
      // One that ends at once again must not keep the machine busy.
      const pause = performance.now() - this.lastGone < SOON ? SOON : 0;
      this.lastGone = performance.now();
      setTimeout(() => window.isDestroyed() || window.reload(), pause);
    });
    window.on('unresponsive', () => {
      waiting = new AbortController();
      void askWhetherToWait(window, waiting.signal).then((wait) => {
        if (!wait && !window.isDestroyed()) window.webContents.forcefullyCrashRenderer();
      });
    });
    window.on('responsive', () => waiting?.abort());
  }

  private keepBounds(window: BrowserWindow): void {
    this.store.keepWindowBounds({ ...window.getNormalBounds(), maximised: window.isMaximized() });
  }
}

/** The question goes away by itself when the window answers again. @returns false to begin the window anew */
async function askWhetherToWait(window: BrowserWindow, signal: AbortSignal): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    message: 'The window does not answer.',
    detail: 'A very long or odd article may need more time. Nothing that was saved is lost either way.',
    buttons: ['Wait', 'Begin Anew'],
    defaultId: 0,
    cancelId: 0,
    signal,
  });
  return response === 0;
}

function inner({ x, y, width, height }: WindowBounds) {
  return { x, y, width, height };
}

/** A screen may be gone since; then the window goes where the system puts a new one. */
function isOnScreen(bounds: WindowBounds): boolean {
  const { x, y, width, height } = screen.getDisplayMatching(bounds).workArea;
  const across = Math.min(bounds.x + bounds.width, x + width) - Math.max(bounds.x, x);
  const down = Math.min(bounds.y + bounds.height, y + height) - Math.max(bounds.y, y);
  return across >= 100 && down >= 50;
}

function backgroundFor(theme: Theme): string {
  const paper = (name: Theme) => THEMES.find((other) => other.theme === name)?.paper;
  return paper(theme) ?? paper(nativeTheme.shouldUseDarkColors ? 'dark' : 'light') ?? '#ffffff';
}

/** Native menus and dialogues follow the theme of the page. */
export function followTheme(theme: Theme): void {
  if (theme === 'dark') nativeTheme.themeSource = 'dark';
  else nativeTheme.themeSource = theme === 'auto' || theme === 'contrast' ? 'system' : 'light';
}
