// Installs the npm packages when they are missing or not the ones the lock file names.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, SetupError, say } from './checkout.mjs';

/**
 * The part of a lock file that is compared: npm writes the same form into node_modules/.package-lock.json
 * when an installation is complete.
 * @typedef {{ packages?: Record<string, { version?: string, optional?: boolean, devOptional?: boolean }> }} LockFile
 */

/**
 * Whether every package of the lock is installed at its version. Optional ones (other platforms') may be absent.
 * @param {LockFile} lock @param {LockFile | null} installed
 */
export function installationMatches(lock, installed) {
  if (!installed?.packages) return false;
  const there = installed.packages;
  return Object.entries(lock.packages ?? {}).every(([path, wanted]) => {
    if (path === '') return true;
    const found = there[path];
    return found ? found.version === wanted.version : Boolean(wanted.optional);
  });
}

/** @param {string} path @returns {LockFile | null} */
function readLock(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return null;
  }
}

/** Runs the npm that started us, or else the one on the path; its registry and proxy settings are the person's own.
 * @param {string[]} args @param {import('node:child_process').SpawnSyncOptions} options */
export function runNpm(args, options) {
  const own = process.env.npm_execpath;
  const windows = process.platform === 'win32';
  if (own && /\bnpm-cli\.c?js$/.test(own)) return spawnSync(process.execPath, [own, ...args], options);
  return spawnSync(windows ? 'npm.cmd' : 'npm', args, { ...options, shell: windows });
}

export function ensureDependencies() {
  const lock = readLock(join(root, 'package-lock.json'));
  if (!lock)
    throw new SetupError(
      'package-lock.json is missing or broken; restore it (git checkout package-lock.json).',
    );
  if (installationMatches(lock, readLock(join(root, 'node_modules/.package-lock.json')))) return;
  say('installing the npm packages that package-lock.json names (npm ci) ...');
  const run = runNpm(['ci', '--include=dev', '--no-progress', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  });
  if (run.status !== 0)
    throw new SetupError(
      'npm ci failed (see above). Check the connection to your npm registry, then start again.',
    );
}
