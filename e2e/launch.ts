import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright';
import { appArguments, appEnvironment, sandboxSwitches } from '../electron/build/launch.mjs';
import { presentRuntime } from '../electron/build/runtime.mjs';

export interface LaunchOptions {
  /** Article files to open, absolute or relative to the working directory. None: the built-in sample. */
  files?: string[];
  /** Folder that keeps the app's state, given to start the app a second time over it; else a new one. */
  userData?: string;
  /** More command-line switches for the app. */
  switches?: string[];
  /** An executable of a packaged app; else the runtime over the built sources. */
  packaged?: string;
  env?: Record<string, string>;
}

export interface RunningApp {
  app: ElectronApplication;
  window: Page;
  userData: string;
  /** Addresses outside the machine that anything in the app asked for so far, whether refused or not. */
  networkAttempts(): Promise<string[]>;
  /** Ends the app; removes its state unless the caller named the folder. */
  close(): Promise<void>;
}

/** Starts the real app with a state of its own and waits for its window. */
export async function launchApp(options: LaunchOptions = {}): Promise<RunningApp> {
  const userData = options.userData ?? (await mkdtemp(join(tmpdir(), 'dateline-e2e-')));
  const files = (options.files ?? []).map((file) => resolve(file));
  const args = [`--user-data-dir=${userData}`, ...(options.switches ?? []), ...files];
  const app = await _electron.launch({
    executablePath: options.packaged ?? presentRuntime().executable,
    args: options.packaged ? [...sandboxSwitches(), ...args] : appArguments(args),
    // Playwright would switch Chromium's sandbox off everywhere; it stays on wherever it can start.
    chromiumSandbox: sandboxSwitches().length === 0,
    env: appEnvironment(options.env),
  });
  await watchNetwork(app);
  const window = await app.firstWindow();
  return {
    app,
    window,
    userData,
    networkAttempts: () => app.evaluate(() => (globalThis as Watched).networkAttempts ?? []),
    async close() {
      await app.close();
      if (!options.userData) await rm(userData, { recursive: true, force: true });
    },
  };
}

type Watched = typeof globalThis & { networkAttempts?: string[] };

/** Hears of every request beside the app's own refusal of it: a session has one listener of each kind, and the app
 * takes `onBeforeRequest`. */
async function watchNetwork(app: ElectronApplication): Promise<void> {
  await app.evaluate(async ({ app: electronApp, session }) => {
    await electronApp.whenReady();
    const attempts: string[] = [];
    (globalThis as Watched).networkAttempts = attempts;
    const filter = { urls: ['http://*/*', 'https://*/*', 'ws://*/*', 'wss://*/*', 'ftp://*/*'] };
    session.defaultSession.webRequest.onErrorOccurred(filter, ({ url }) => void attempts.push(url));
    session.defaultSession.webRequest.onCompleted(filter, ({ url }) => void attempts.push(url));
  });
}
