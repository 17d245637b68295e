import { mkdtemp, rm } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright';
import { startVirtualDisplay } from '../../build/display.mjs';
import { appArguments, appEnvironment, sandboxSwitches } from '../../build/launch.mjs';
import { presentRuntime } from '../../build/runtime.mjs';
import { ensureBuild, ensureMachine } from '../../build/setup.mjs';

/** What was seen of one file in the real window. */
export interface WindowOutcome {
  file: string;
  /** "shown", "refused (CODE words)", or, in capitals, what must not be. */
  outcome: string;
  /** Until the first block or the refusal stood in the window. */
  seconds: number;
  /** Milliseconds: the longest time in which the window answered nothing, from opening to the end of the actions. */
  standstill: number;
  /** Most resident memory of the window's process, and of the engine's. */
  windowMegabytes: number;
  engineMegabytes: number;
}

/** Seconds until a file must be shown, and until its names and days are waited for. */
const SHOWN_WITHIN = 60;
const ANALYSED_WITHIN = 20;
const SAMPLE = 250;

interface Running {
  app: ElectronApplication;
  window: Page;
  folder: string;
  crashed: boolean;
}

async function launch(): Promise<Running> {
  const folder = await mkdtemp(join(tmpdir(), 'dateline-hostile-window-'));
  const app = await _electron.launch({
    executablePath: presentRuntime().executable,
    args: appArguments([`--user-data-dir=${folder}`]),
    chromiumSandbox: sandboxSwitches().length === 0,
    env: appEnvironment(),
  });
  const window = await app.firstWindow();
  const running = { app, window, folder, crashed: false };
  window.on('crash', () => {
    running.crashed = true;
  });
  await window.waitForSelector('.window');
  return running;
}

async function end({ app, folder }: Running): Promise<void> {
  await app.close().catch(() => {});
  await rm(folder, { recursive: true, force: true });
}

/** What runs in the page, whose types are not those of this program. */
const IN_PAGE = {
  /** Listens for standstills: a timer that comes late was held up. */
  watch: `(() => {
    const beat = (globalThis.beat ??= { longest: 0, last: performance.now(), timer: 0 });
    beat.longest = 0;
    beat.last = performance.now();
    beat.timer ||= setInterval(() => {
      const now = performance.now();
      beat.longest = Math.max(beat.longest, now - beat.last);
      beat.last = now;
    }, 5);
    document.querySelector('.blocks')?.replaceChildren();
  })()`,
  standstill: 'globalThis.beat?.longest ?? 0',
  state: `(() => {
    const failure = document.querySelector('.notice.failure')?.textContent;
    if (failure) return 'refused (' + failure.slice(0, 60) + ')';
    return document.querySelector('.blocks .block') ? 'shown' : '';
  })()`,
  analysed: "document.querySelector('.notice.work') === null",
  scrollTo: (part: number) => `(() => {
    const scroller = document.querySelector('.scroller');
    scroller.scrollTop = scroller.scrollHeight * ${part};
  })()`,
};

/** Samples the resident memory of the processes until it is stopped. */
function watchMemory({ app }: Running) {
  const most = { window: 0, engine: 0 };
  const sample = async () => {
    const found = await app
      .evaluate(({ app: electron }) =>
        electron
          .getAppMetrics()
          .map(({ type, name, memory }) => ({ type, name, size: memory.workingSetSize })),
      )
      .catch(() => []);
    for (const { type, name, size } of found) {
      if (type === 'Tab') most.window = Math.max(most.window, size / 1024);
      if (name === 'Dateline engine') most.engine = Math.max(most.engine, size / 1024);
    }
  };
  const timer = setInterval(() => void sample(), SAMPLE);
  return { most, stop: () => clearInterval(timer) };
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

async function waitForState(running: Running): Promise<string> {
  const until = performance.now() + SHOWN_WITHIN * 1000;
  while (performance.now() < until && !running.crashed) {
    const state = await running.window.evaluate<string>(IN_PAGE.state).catch(() => '');
    if (state) return state;
    await pause(20);
  }
  return running.crashed ? 'THE WINDOW CRASHED' : 'NOTHING SHOWN';
}

/** What a person does in a long article: to its end, into its middle, and all of it selected. */
async function act({ window }: Running): Promise<void> {
  const until = performance.now() + ANALYSED_WITHIN * 1000;
  while (performance.now() < until && !(await window.evaluate<boolean>(IN_PAGE.analysed))) await pause(100);
  for (const part of [1, 0.5]) {
    await window.evaluate(IN_PAGE.scrollTo(part));
    await pause(300);
  }
  await window.keyboard.press('ControlOrMeta+a');
  await pause(300);
}

async function openOne(running: Running, file: string, path: string): Promise<WindowOutcome> {
  const { app, window } = running;
  await window.evaluate(IN_PAGE.watch);
  const memory = watchMemory(running);
  const started = performance.now();
  await app.evaluate(({ BrowserWindow }, opened) => {
    const [first] = BrowserWindow.getAllWindows();
    first?.webContents.send('notice', 'files.open', { paths: [opened], folders: [] });
  }, path);
  let outcome = await waitForState(running);
  const seconds = (performance.now() - started) / 1000;
  if (outcome === 'shown') await Promise.race([act(running).catch(() => {}), pause(60_000)]);
  if (running.crashed) outcome = 'THE WINDOW CRASHED';
  const longest = running.crashed
    ? Number.POSITIVE_INFINITY
    : await window.evaluate<number>(IN_PAGE.standstill).catch(() => 0);
  memory.stop();
  const { window: windowMegabytes, engine: engineMegabytes } = memory.most;
  return { file, outcome, seconds, standstill: longest, windowMegabytes, engineMegabytes };
}

/**
 * Opens files one after the other in the real window, started anew after a crash, and tells what was seen of each.
 * @param files with their paths, in order
 */
export async function openInWindow(
  files: readonly { file: string; path: string }[],
  onOutcome: (outcome: WindowOutcome) => void,
): Promise<void> {
  await ensureMachine({ virtualDisplay: process.platform === 'linux' });
  await ensureBuild();
  const display =
    process.platform === 'linux' ? await startVirtualDisplay({ width: 1600, height: 1000 }) : null;
  Object.assign(process.env, display?.env);
  console.log(
    `Load of the machine at the start: ${loadavg()
      .map((load) => load.toFixed(1))
      .join(', ')}.`,
  );
  let running = await launch();
  try {
    for (const { file, path } of files) {
      const outcome = await openOne(running, file, path).catch((error: Error) => ({
        file,
        outcome: `FAILS (${error.message.split('\n')[0]})`,
        seconds: 0,
        standstill: 0,
        windowMegabytes: 0,
        engineMegabytes: 0,
      }));
      onOutcome(outcome);
      if (/^[A-Z]/.test(outcome.outcome)) {
        await end(running);
        running = await launch();
      }
    }
  } finally {
    await end(running);
    display?.stop();
  }
}
