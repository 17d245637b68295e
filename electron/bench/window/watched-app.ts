import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright';
import { appArguments, appEnvironment, sandboxSwitches } from '../../build/launch.mjs';
import { presentRuntime } from '../../build/runtime.mjs';

/** How long the two threads that a person waits for did nothing else. */
export interface Standstills {
  /** Milliseconds; the longest time in which the window answered nothing, whatever it was busy with. */
  window: number;
  /** Milliseconds of each task over 50 ms that the Long Tasks API knows; those of the bridge to main it does not. */
  longTasks: number[];
  /** Milliseconds; the longest time between two turns of main. */
  main: number;
  /** Until the step was done. */
  seconds: number;
}

/** Reading 200,000 words takes minutes on a slow machine. */
const PATIENCE = 300_000;
/** Milliseconds after the last sign of a step, in which what it left to do late is done. */
const AFTERMATH = 3_000;

/** Notes long tasks, and the longest time between two turns of a timer, which stands still with everything else. */
const WATCH_WINDOW = `
  window.longTasks = [];
  window.longestStandstill = 0;
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) window.longTasks.push(duration);
  }).observe({ type: 'longtask' });
  let last = performance.now();
  setInterval(() => {
    const now = performance.now();
    window.longestStandstill = Math.max(window.longestStandstill, now - last);
    last = now;
  }, 2);
`;

type Watched = typeof globalThis & { longestStandstill: number };

/** The real app, whose window and main process are watched while somebody works in it. */
export class WatchedApp {
  private constructor(
    private readonly app: ElectronApplication,
    private readonly page: Page,
    private readonly userData: string,
  ) {}

  static async start(): Promise<WatchedApp> {
    const userData = mkdtempSync(join(tmpdir(), 'dateline-window-data-'));
    const app = await _electron.launch({
      executablePath: presentRuntime().executable,
      args: appArguments([`--user-data-dir=${userData}`]),
      chromiumSandbox: sandboxSwitches().length === 0,
      env: appEnvironment(),
    });
    const page = await app.firstWindow();
    page.setDefaultTimeout(PATIENCE);
    await page.waitForLoadState('load');
    await page.evaluate(WATCH_WINDOW);
    await app.evaluate(() => {
      const watched = globalThis as Watched;
      let last = performance.now();
      watched.longestStandstill = 0;
      setInterval(() => {
        const now = performance.now();
        watched.longestStandstill = Math.max(watched.longestStandstill, now - last);
        last = now;
      }, 2);
    });
    // The engine loads its models meanwhile.
    await page.waitForTimeout(AFTERMATH);
    return new WatchedApp(app, page, userData);
  }

  /** Standstills from now until `work` is done, with what follows in the background. */
  async during(work: () => Promise<void>): Promise<Standstills> {
    await this.page.evaluate('window.longTasks = []; window.longestStandstill = 0;');
    await this.app.evaluate(() => {
      (globalThis as Watched).longestStandstill = 0;
    });
    const started = performance.now();
    await work();
    const seconds = (performance.now() - started) / 1000;
    await this.page.waitForTimeout(AFTERMATH);
    const window = await this.page.evaluate<number>('window.longestStandstill');
    const longTasks = await this.page.evaluate<number[]>('window.longTasks');
    const main = await this.app.evaluate(() => (globalThis as Watched).longestStandstill);
    return { window, longTasks, main, seconds };
  }

  async open(file: string): Promise<void> {
    await this.app.evaluate(({ BrowserWindow }, path) => {
      const [window] = BrowserWindow.getAllWindows();
      window?.webContents.send('notice', 'files.open', { paths: [path], folders: [] });
    }, file);
    await this.entities.first().waitFor();
  }

  async removeFirstEntity(): Promise<void> {
    await this.entities.first().click();
    await this.page.keyboard.press('x');
    await this.corrections.waitFor();
  }

  async takeBack(): Promise<void> {
    await this.page.keyboard.press('Control+z');
    await this.corrections.waitFor({ state: 'detached' });
  }

  /** From the library, which has kept what was found, in a fresh page. */
  async openAgain(file: string): Promise<void> {
    await this.page.reload();
    await this.page.evaluate(WATCH_WINDOW);
    await this.page.waitForTimeout(AFTERMATH);
    await this.open(file);
  }

  async close(): Promise<void> {
    await this.app.close();
    rmSync(this.userData, { recursive: true, force: true });
  }

  private get entities() {
    return this.page.getByRole('list', { name: 'Entities in this article' }).locator('.summary');
  }

  private get corrections() {
    return this.page.locator('.status').getByRole('button', { name: '1 correction' });
  }
}
