// How the app is started on a runtime: one place for start and for the tests.
import { existsSync, readFileSync } from 'node:fs';
import { root } from './places.mjs';

/** Chromium's sandbox refuses to start for the superuser. Only launchers for developing and testing may do without;
 * the package never does.
 * @returns {string[]} */
export function sandboxSwitches() {
  return process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
}

/** The environment for an Electron child: without what an editor's terminal or npm may have left in ours.
 * @param {NodeJS.ProcessEnv} more @returns {Record<string, string>} */
export function appEnvironment(more = {}) {
  /** @type {Record<string, string>} */
  const clean = {};
  for (const [name, value] of Object.entries({ ...process.env, ...more }))
    if (value !== undefined && name !== 'ELECTRON_RUN_AS_NODE' && name !== 'NODE_OPTIONS')
      clean[name] = value;
  return clean;
}

/** @param {string[]} args switches and absolute file paths @returns {string[]} */
export function appArguments(args) {
  return [...sandboxSwitches(), root, ...args];
}

/**
 * Some Linux systems keep ordinary programs from making a sandbox. Says how to allow it, or null when all is well.
 * @param {string} executable @returns {string | null}
 */
export function sandboxAdvice(executable) {
  const restriction = '/proc/sys/kernel/apparmor_restrict_unprivileged_userns';
  if (process.platform !== 'linux' || process.getuid?.() === 0 || !existsSync(restriction)) return null;
  if (readFileSync(restriction, 'utf8').trim() !== '1') return null;
  const helper = executable.replace(/[^/]+$/, 'chrome-sandbox');
  return `this system restricts sandboxes. If the window does not open, run once:\n  sudo chown root "${helper}" && sudo chmod 4755 "${helper}"`;
}
