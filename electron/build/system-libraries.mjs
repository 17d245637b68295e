// The shared libraries Chromium needs on Linux, and the virtual display for machines without a screen.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { SetupError, say } from './checkout.mjs';

/** Debian's names; seen to be enough on Debian 12. Newer Debian and Ubuntu add "t64" to some of them. */
const libraries = [
  'libnss3',
  'libatk1.0-0',
  'libatk-bridge2.0-0',
  'libcups2',
  'libdrm2',
  'libgtk-3-0',
  'libgbm1',
  'libasound2',
  'libxss1',
  'libxtst6',
];
const display = ['xvfb', 'xauth'];

/**
 * The packages still to install.
 * @param {string[]} wanted Debian 12 names @param {Set<string>} installed
 * @param {(name: string) => boolean} offered whether the package lists know a name
 */
export function missingPackages(wanted, installed, offered) {
  const absent = wanted.filter((name) => !installed.has(name) && !installed.has(`${name}t64`));
  return absent.map((name) => (offered(`${name}t64`) ? `${name}t64` : name));
}

/** @returns {Set<string>} names of the installed packages, without their architecture */
function installedPackages() {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the placeholders are dpkg's.
  const format = '-f=${db:Status-Status} ${Package}\\n';
  const run = spawnSync('dpkg-query', ['-W', format], { encoding: 'utf8' });
  const lines = (run.stdout ?? '').split('\n');
  return new Set(
    lines.filter((line) => line.startsWith('installed ')).map((line) => line.slice('installed '.length)),
  );
}

/** @param {string} name */
function offeredByApt(name) {
  return spawnSync('apt-cache', ['show', '--no-all-versions', name], { stdio: 'ignore' }).status === 0;
}

/** Debian, Ubuntu and what is made from them. @returns {boolean} */
function isDebianLike() {
  if (!existsSync('/etc/os-release') || !existsSync('/usr/bin/apt-get')) return false;
  return /^ID(_LIKE)?=.*\b(debian|ubuntu)\b/m.test(readFileSync('/etc/os-release', 'utf8'));
}

/** @param {string[]} args @param {number} tries */
function apt(args, tries) {
  const options = { stdio: /** @type {['ignore', 'ignore', 2]} */ (['ignore', 'ignore', 2]) };
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (let n = 0; n < tries; n++)
    if (spawnSync('apt-get', ['-o', 'DPkg::Lock::Timeout=300', ...args], { ...options, env }).status === 0)
      return true;
  return false;
}

/**
 * Installs what is missing when that is possible (root on Debian or Ubuntu); otherwise says the command to run and goes
 * on, for a library that Chromium only sometimes loads must not keep a person from starting.
 * @param {{ virtualDisplay: boolean }} needs
 */
export function ensureSystemLibraries(needs) {
  if (process.platform !== 'linux') return;
  const wanted = needs.virtualDisplay ? [...libraries, ...display] : libraries;
  if (isDebianLike()) installMissing(wanted, installedPackages());
  if (needs.virtualDisplay && !commandExists('Xvfb'))
    throw new SetupError(
      "a virtual display is needed, and Xvfb is not installed; install your system's package for it.",
    );
}

/** @param {string[]} wanted @param {Set<string>} installed */
function installMissing(wanted, installed) {
  if (missingPackages(wanted, installed, () => false).length === 0) return;
  const superuser = process.getuid?.() === 0;
  if (superuser) {
    say("reading the system's package lists (apt-get update) ...");
    apt(['update', '-q'], 2);
  }
  const missing = missingPackages(wanted, installed, offeredByApt);
  const command = `apt-get install -y --no-install-recommends ${missing.join(' ')}`;
  if (!superuser) {
    say(`these system packages are missing; if the app does not start, install them:\n  sudo ${command}`);
    return;
  }
  say(`installing system packages: ${missing.join(' ')} ...`);
  if (!apt(command.split(' ').slice(1), 3))
    throw new SetupError(
      `installing system packages failed. Run this, then start again:\n  apt-get update && ${command}`,
    );
}

/** @param {string} name */
export function commandExists(name) {
  return (process.env.PATH ?? '').split(':').some((folder) => folder && existsSync(`${folder}/${name}`));
}
