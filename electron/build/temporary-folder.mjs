// One folder for all that a run and the processes it starts put away for a while. It goes with the run, whether that
// succeeds or fails; what a killed run left goes when the next one begins.
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The name tells whose the folder is. */
const NAME = /^dateline-run-(\d+)-/;

/** @param {number} pid */
function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Somebody else's process may not be signalled, but it is there.
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
}

/** Removes the folders of runs that ended without doing so. @param {string} base */
function sweep(base) {
  for (const name of readdirSync(base)) {
    const pid = NAME.exec(name)?.[1];
    if (pid === undefined || isRunning(Number(pid))) continue;
    rmSync(join(base, name), { recursive: true, force: true });
  }
}

/** A new folder in the system's place for them, removed when this process ends. @returns {{ folder: string, remove: () => void }} */
export function temporaryFolder() {
  const base = tmpdir();
  sweep(base);
  const folder = mkdtempSync(join(base, `dateline-run-${process.pid}-`));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  process.once('exit', remove);
  return { folder, remove };
}

/** Makes this process and all it starts put their temporary files into a folder of the run's own. @returns {() => void} removes it */
export function keepTemporaryFilesTogether() {
  const { folder, remove } = temporaryFolder();
  for (const name of ['TMPDIR', 'TEMP', 'TMP']) process.env[name] = folder;
  return remove;
}

/** Vitest's global set-up; what it answers is called at the end. */
export default function setUp() {
  return keepTemporaryFilesTogether();
}
