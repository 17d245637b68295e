import { createHash } from 'node:crypto';
import { constants, type Stats } from 'node:fs';
import { type FileHandle, lstat, open, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { SourceInfo } from '../contract';
import { type Failure, fail } from './failure';

/** Bytes. A novel as plain text is 1 MB; a saved page with its pictures seldom more than 30. */
export const LARGEST_FILE = 64 * 1024 * 1024;
const PIECE = 1024 * 1024;

export interface SourceFile {
  info: SourceInfo;
  bytes: Uint8Array;
}

/**
 * Reads a file whole after checking that it can be an article. Whatever would block or never end (a named pipe, a
 * device, a socket) is refused before it is opened. Throws `Failure` with a code that starts with `file-`.
 */
export async function readSourceFile(path: string, signal: AbortSignal): Promise<SourceFile> {
  checkKind(path, await look(path));
  const handle = await openPlain(path);
  try {
    // Again on the open file, since another may have taken its name meanwhile.
    const found = await handle.stat();
    checkKind(path, found);
    const { bytes, hash } = await readAll(handle, path, signal);
    const name = basename(path);
    return { info: { name, size: bytes.length, modified: found.mtimeMs, hash }, bytes };
  } finally {
    await handle.close();
  }
}

async function look(path: string): Promise<Stats> {
  try {
    return await stat(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT' && (await isLink(path))) {
      throw fail(
        'file-missing',
        path,
        `${quoted(path)} is a link to a file that does not exist.`,
        'Restore the file it points to, or choose another.',
      );
    }
    throw systemFailure(path, error);
  }
}

async function isLink(path: string): Promise<boolean> {
  return lstat(path).then(
    (found) => found.isSymbolicLink(),
    () => false,
  );
}

/** Throws unless `found` describes a plain file of a size that can be read. */
export function checkKind(path: string, found: Stats): void {
  if (found.isDirectory()) {
    throw fail(
      'file-is-folder',
      path,
      `${quoted(path)} is a folder, not an article.`,
      'Open a file that lies in it, or use File > Open Folder.',
    );
  }
  if (!found.isFile()) {
    throw fail(
      'file-not-regular',
      path,
      `${quoted(path)} is ${kindOf(found)}, not a file.`,
      'Choose a file that holds an article.',
    );
  }
  if (found.size === 0) {
    throw fail(
      'file-empty',
      path,
      `${quoted(path)} is empty.`,
      'Save the article again, or choose another file.',
    );
  }
  if (found.size > LARGEST_FILE) throw tooLarge(path, found.size);
}

function kindOf(found: Stats): string {
  if (found.isFIFO()) return 'a named pipe';
  if (found.isSocket()) return 'a socket';
  return 'a device';
}

function tooLarge(path: string, size: number): Failure {
  const megabytes = (bytes: number) => `${Math.ceil(bytes / 1024 / 1024)} MB`;
  return fail(
    'file-too-large',
    path,
    `${quoted(path)} has ${megabytes(size)}; Dateline reads files of up to ${megabytes(LARGEST_FILE)}.`,
    'Choose a smaller file, or save only the article itself.',
  );
}

/** `O_NONBLOCK`: if a pipe took the name since the check, opening it must not wait for a writer. */
async function openPlain(path: string): Promise<FileHandle> {
  try {
    return await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  } catch (error) {
    throw systemFailure(path, error);
  }
}

/** In pieces, so that hashing never holds up the main process for long, and a file that grows is still refused. */
async function readAll(
  handle: FileHandle,
  path: string,
  signal: AbortSignal,
): Promise<{ bytes: Uint8Array; hash: string }> {
  const hash = createHash('sha256');
  const pieces: Buffer[] = [];
  let size = 0;
  for (;;) {
    signal.throwIfAborted();
    const { bytesRead, buffer } = await readPiece(handle, path);
    if (bytesRead === 0) break;
    size += bytesRead;
    if (size > LARGEST_FILE) throw tooLarge(path, size);
    const piece = buffer.subarray(0, bytesRead);
    hash.update(piece);
    pieces.push(piece);
  }
  return { bytes: Buffer.concat(pieces, size), hash: hash.digest('hex') };
}

async function readPiece(handle: FileHandle, path: string) {
  try {
    return await handle.read(Buffer.allocUnsafe(PIECE), 0, PIECE, null);
  } catch (error) {
    throw systemFailure(path, error);
  }
}

/** The system's own refusals, in words. */
export function systemFailure(path: string, error: unknown): Failure {
  const { code = '', message = String(error) } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    return fail(
      'file-missing',
      path,
      `There is no file at ${path}.`,
      'Look whether it was moved or renamed, or choose another file.',
    );
  }
  if (code === 'EACCES' || code === 'EPERM') {
    return fail(
      'file-unreadable',
      path,
      `This account may not read ${quoted(path)}.`,
      "Change the file's permissions, or copy it to a folder of your own.",
      message,
    );
  }
  return fail(
    'file-unreadable',
    path,
    `The system could not read ${quoted(path)} (${code || message}).`,
    'Check the disk or drive it lies on, then try again.',
    message,
  );
}

function quoted(path: string): string {
  return `“${basename(path)}”`;
}
