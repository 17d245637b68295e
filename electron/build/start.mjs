// npm start [-- FILE...]: sets up what is missing, then opens the app.
// npm start -- --library FOLDER ...: works on a library without a window; says how when asked wrongly.
// npm start -- --print FILE [--json] [--date YYYY-MM-DD]: prints the article instead; needs no window and no Electron.
import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { root, runMain, say } from './checkout.mjs';
import { runHeadless } from './headless.mjs';
import { appArguments, appEnvironment, sandboxAdvice } from './launch.mjs';
import { ensureBuild, ensureMachine } from './setup.mjs';

/** Large enough for the window as it opens the first time. */
const screen = { width: 1600, height: 1000 };

/** Milliseconds within which Chromium gives up when it may not make its sandbox. */
const soon = 5000;

/** The article that comes with the app, for a start with none named. @returns {string[]} */
function sample() {
  const folder = join(root, 'assets/samples');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.html'))
    .slice(0, 1)
    .map((name) => join(folder, name));
}

/** Files are named from where the person stands; npm moves the script to the checkout and notes the place.
 * @param {string[]} args */
function filesAndSwitches(args) {
  const here = process.env.INIT_CWD ?? process.cwd();
  const isSwitch = (/** @type {string} */ argument) => argument.startsWith('-');
  const named = args.map((argument) => (isSwitch(argument) ? argument : resolve(here, argument)));
  return args.every(isSwitch) ? [...named, ...sample()] : named;
}

/** @param {string} executable @param {string[]} args @param {NodeJS.ProcessEnv} env @returns {Promise<number>} */
function runApp(executable, args, env) {
  const began = Date.now();
  const child = spawn(executable, args, { stdio: 'inherit', env });
  for (const signal of /** @type {NodeJS.Signals[]} */ (['SIGTERM', 'SIGHUP']))
    process.on(signal, () => child.kill(signal));
  // Ctrl+C reaches the app by itself; here it only must not end us before the app has ended.
  process.on('SIGINT', () => {});
  return new Promise((done, failed) => {
    child.once('error', failed);
    child.once('exit', (code, signal) => {
      const atOnce = (signal === 'SIGTRAP' || signal === 'SIGABRT') && Date.now() - began < soon;
      const advice = atOnce ? sandboxAdvice(executable) : null;
      if (advice) say(advice);
      done(signal ? 1 : (code ?? 0));
    });
  });
}

/** @param {string[]} args @returns {Promise<number>} */
async function openApp(args) {
  const { hasDisplay, startVirtualDisplay } = await import('./display.mjs');
  const visible = hasDisplay();
  const runtime = await ensureMachine({ virtualDisplay: !visible });
  await ensureBuild();
  const display = visible ? null : await startVirtualDisplay(screen);
  if (display)
    say(`there is no display, so the window opens on a virtual one (Xvfb ${display.env.DISPLAY}).`);
  try {
    return await runApp(
      runtime.executable,
      appArguments(filesAndSwitches(args)),
      appEnvironment(display?.env),
    );
  } finally {
    display?.stop();
  }
}

/** @param {string[]} args @returns {Promise<number>} */
function run(args) {
  if (args.some((argument) => argument === '--library' || argument.startsWith('--library=')))
    return runHeadless('library', args);
  const printed = args.filter((argument) => argument !== '--print');
  return printed.length < args.length ? runHeadless('print', printed) : openApp(args);
}

await runMain(() => run(process.argv.slice(2)));
