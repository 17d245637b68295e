// The steps from a fresh clone to a machine that can run the app.
import { join } from 'node:path';
import { root, SetupError, say } from './checkout.mjs';
import { ensureDependencies } from './dependencies.mjs';
import { fingerprint, isCurrent, writeStamp } from './stamps.mjs';

/** The oldest Node that the build tools run on, as package.json says. */
const oldest = { major: 20, minor: 19 };

export function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > oldest.major || (major === oldest.major && minor >= oldest.minor)) return;
  throw new SetupError(
    `Node ${oldest.major}.${oldest.minor} or newer is needed; this is ${process.versions.node}.`,
  );
}

/** What the built app, and every headless program, depends on. */
export const appInputs = [
  'electron',
  'renderer',
  'assets',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
];

/** Builds dist/ unless it was built from the very files that lie there now. */
export async function ensureBuild() {
  const stamp = join(root, 'dist/built-from');
  const value = fingerprint(root, appInputs);
  if (isCurrent(stamp, value)) return;
  say('building the app ...');
  const { bundleApp } = await import('./bundle.mjs');
  await bundleApp();
  writeStamp(stamp, value);
}

/**
 * Everything but the build. The runtime's module is loaded only after the packages it uses are installed.
 * @param {{ virtualDisplay: boolean }} needs
 */
export async function ensureMachine(needs) {
  checkNode();
  ensureDependencies();
  const { ensureRuntime } = await import('./runtime.mjs');
  const { ensureSystemLibraries } = await import('./system-libraries.mjs');
  const runtime = await ensureRuntime();
  ensureSystemLibraries(needs);
  return runtime;
}
