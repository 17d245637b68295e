// npm run dev [-- FILE...]: builds, opens the app with the inspector, and starts it anew whenever a source has changed.
import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { watchApp } from './bundle.mjs';
import { runMain, say } from './checkout.mjs';
import { hasDisplay, startVirtualDisplay } from './display.mjs';
import { appArguments, appEnvironment } from './launch.mjs';
import { ensureMachine } from './setup.mjs';

/** Milliseconds without another build before the app starts: one change often touches several programs. */
const SETTLED = 150;
/** Where Node's inspector listens for the main process; Chromium's tools open from the window with F12. */
const INSPECTOR = '--inspect=127.0.0.1:9229';

/** @param {string} executable @param {string[]} args @param {NodeJS.ProcessEnv} env */
function restarter(executable, args, env) {
  /** @type {import('node:child_process').ChildProcess | null} */
  let app = null;
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  const start = () => {
    const started = spawn(executable, args, { stdio: 'inherit', env });
    started.once('exit', (code) => {
      if (app !== started) return;
      say('the app was closed; development ends.');
      process.exit(code ?? 0);
    });
    app = started;
  };
  const restart = () => {
    const old = app;
    app = null;
    if (!old || old.exitCode !== null) return start();
    old.once('exit', start);
    old.kill();
  };
  return {
    /** @param {boolean} sound */
    afterBuild(sound) {
      clearTimeout(timer);
      if (sound) timer = setTimeout(restart, SETTLED);
    },
    stop: () => app?.kill(),
  };
}

/** @returns {Promise<void>} */
async function main() {
  const runtime = await ensureMachine({ virtualDisplay: !hasDisplay() });
  const display = hasDisplay() ? null : await startVirtualDisplay({ width: 1600, height: 1000 });
  const files = process.argv.slice(2).map((file) => resolve(process.env.INIT_CWD ?? '.', file));
  const args = [INSPECTOR, ...appArguments(files)];
  const app = restarter(runtime.executable, args, appEnvironment(display?.env));
  process.once('SIGINT', () => {
    app.stop();
    display?.stop();
    process.exit(0);
  });
  await watchApp((sound) => app.afterBuild(sound));
}

await runMain(main);
