// Where things lie, and how the set-up speaks. Only Node's own modules: these files run before any dependency is installed.
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout's folder, without a closing slash. */
export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[/\\]$/, '');

/**
 * The folder for what is fetched once for a person and not for a checkout.
 * @param {NodeJS.ProcessEnv} env @param {NodeJS.Platform} platform
 */
export function cacheFolder(env = process.env, platform = process.platform) {
  if (env.DATELINE_CACHE) return env.DATELINE_CACHE;
  const home = env.HOME || homedir();
  if (platform === 'win32')
    return join(env.LOCALAPPDATA ?? join(home, 'AppData', 'Local'), 'dateline', 'cache');
  if (platform === 'darwin') return join(home, 'Library', 'Caches', 'dateline');
  return join(env.XDG_CACHE_HOME || join(home, '.cache'), 'dateline');
}

/** Set-up talks on standard error, so that headless programs keep standard output to themselves.
 * @param {string} line */
export function say(line) {
  process.stderr.write(`dateline: ${line}\n`);
}

/** A failure that the person can do something about; shown without a stack. */
export class SetupError extends Error {}

/** Runs a program's main function; a SetupError is told in plain words and ends with exit code 1.
 * @param {() => Promise<number | void>} main */
export async function runMain(main) {
  try {
    process.exitCode = (await main()) ?? 0;
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    say(error.message);
    process.exitCode = 1;
  }
}
