// npm run dist: the installers that people get. npm run dist:dir: the packaged app in a folder, for its test.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { root, runMain, SetupError, say } from './checkout.mjs';
import { packagingConfig, releaseRefusal } from './packaging.mjs';
import { ensureBuild, ensureMachine } from './setup.mjs';

/** @typedef {import('./runtime.mjs').Runtime} Runtime */

/** @param {Runtime} runtime @param {string} declared @returns {string} the version of an unpacked Electron */
function versionOf(runtime, declared) {
  const stated = join(distributionOf(runtime.executable), 'version');
  return existsSync(stated) ? readFileSync(stated, 'utf8').trim().replace(/^v/, '') : declared;
}

/** The folder of the unpacked Electron that an executable belongs to; on macOS the one that holds Electron.app.
 * @param {string} executable */
function distributionOf(executable) {
  return process.platform === 'darwin' ? resolve(executable, '../../../..') : dirname(executable);
}

/** @param {Runtime} runtime @param {boolean} testOnly */
async function packageApp(runtime, testOnly) {
  const [{ build, Platform }, { declaredVersion }] = await Promise.all([
    import('electron-builder'),
    import('./runtime.mjs'),
  ]);
  const electronVersion = versionOf(runtime, declaredVersion());
  // The declared Electron is left to electron-builder, which finds the very file that its installer fetched.
  const electronDist = runtime.kind === 'declared' ? null : distributionOf(runtime.executable);
  const config = packagingConfig(testOnly ? 'test' : 'release', { electronVersion, electronDist });
  const targets = Platform.current().createTarget(testOnly ? 'dir' : undefined);
  return build({ projectDir: root, targets, config, publish: 'never' });
}

/** @returns {Promise<void>} */
async function main() {
  const testOnly = process.argv.includes('--dir');
  const runtime = await ensureMachine({ virtualDisplay: false });
  const refusal = testOnly ? null : releaseRefusal(runtime.kind);
  if (refusal) throw new SetupError(refusal);
  await ensureBuild();
  const made = await packageApp(runtime, testOnly);
  for (const path of made) say(`made ${path}`);
  if (testOnly)
    say('made release/ as a folder, for testing only: debuggers may attach to it. Never give it away.');
}

await runMain(main);
