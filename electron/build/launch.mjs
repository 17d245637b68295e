// How the app is started on a runtime: one place for start and for the tests.
import { dirname, join } from 'node:path';
import { root } from './checkout.mjs';

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
 * Some Linux systems keep ordinary programs from making a sandbox; Chromium then ends itself at once. Says how to allow
 * it, or null where that cannot be the cause.
 * @param {string} executable
 */
export function sandboxAdvice(executable) {
  if (process.platform !== 'linux' || process.getuid?.() === 0) return null;
  const helper = join(dirname(executable), 'chrome-sandbox');
  return `the app ended itself. If it says above that its sandbox is not configured, this system restricts sandboxes; run once:\n  sudo chown root:root "${helper}" && sudo chmod 4755 "${helper}"`;
}
