import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';

const LOCK_FILE = 'in-use.json';

interface Holder {
  host: string;
  process: number;
  /** When the process began, in the system's own count; tells it from a later process with the same number. */
  began: string | null;
  program: string;
}

export class LibraryHeldError extends Error {
  constructor(readonly holder: Holder) {
    super(`The library is in use by ${holder.program} (process ${holder.process} on ${holder.host}).`);
    this.name = 'LibraryHeldError';
  }
}

export interface LibraryLock {
  /** True when the program that held the library before ended without closing it. */
  uncleanEnd: boolean;
  release(): void;
}

/**
 * Takes the library for this process alone. The file is put in place by a link, which fails when one is there; a lock
 * whose holder no longer runs is moved aside first. Throws `LibraryHeldError`, or the system's error where the folder
 * cannot be written.
 */
export function lockLibrary(folder: string, program: string): LibraryLock {
  const path = join(folder, LOCK_FILE);
  const mine = JSON.stringify({
    host: hostname(),
    process: process.pid,
    began: beganAt(process.pid),
    program,
  });
  const fresh = `${path}.${process.pid}`;
  let uncleanEnd = false;
  writeFileSync(fresh, mine, { flush: true });
  try {
    for (let tries = 0; !linked(fresh, path); tries += 1) {
      const found = read(path);
      const holder = holderOf(found);
      if (holder && (tries > 9 || isRunning(holder))) throw new LibraryHeldError(holder);
      if (found !== null) {
        uncleanEnd = true;
        moveAside(path, found);
      }
    }
  } finally {
    rmSync(fresh, { force: true });
  }
  return { uncleanEnd, release: () => read(path) === mine && rmSync(path, { force: true }) };
}

/** Falls back to a plain exclusive creation where the file system has no hard links. */
function linked(fresh: string, path: string): boolean {
  try {
    linkSync(fresh, path);
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') return false;
    if (code !== 'EPERM' && code !== 'ENOTSUP' && code !== 'ENOSYS') throw error;
  }
  try {
    writeFileSync(path, readFileSync(fresh), { flag: 'wx', flush: true });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** Another program may have replaced the stale lock by its own meanwhile; that one is put back. */
function moveAside(path: string, stale: string): void {
  const aside = `${path}.stale-${process.pid}`;
  try {
    renameSync(path, aside);
    if (read(aside) !== stale) linked(aside, path);
    rmSync(aside, { force: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}

function read(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** Null for a lock that says nothing usable: an interrupted write of a program that is gone. */
function holderOf(content: string | null): Holder | null {
  try {
    const holder = JSON.parse(content ?? '') as Holder;
    return typeof holder.process === 'number' && typeof holder.host === 'string' ? holder : null;
  } catch {
    return null;
  }
}

/** A holder on another computer (a shared folder) is taken to run: nothing here can tell. */
function isRunning(holder: Holder): boolean {
  if (holder.host !== hostname()) return true;
  try {
    process.kill(holder.process, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
  }
  const began = beganAt(holder.process);
  return holder.began === null || began === null || began === holder.began;
}

/** Linux tells in /proc when a process began (proc(5), field 22, after the name in brackets); elsewhere null. */
function beganAt(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    // A process that was killed and not yet waited for holds nothing any more.
    return fields[0] === 'Z' ? 'ended' : (fields[19] ?? null);
  } catch {
    return null;
  }
}
