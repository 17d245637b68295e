import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** Value of `--name VALUE` among the arguments. */
export function option(args: readonly string[], name: string): string | null {
  const at = args.indexOf(`--${name}`);
  return at < 0 ? null : (args[at + 1] ?? null);
}

export function dataFolder(args: readonly string[]): string {
  return resolve(option(args, 'data') ?? '../shared/bench');
}

/**
 * Unpacks an archive of a set (`pages.tar.xz` unless named) into a temporary folder, which goes away with the
 * process, and gives the folder that holds the pages. Throws when the set is not there.
 */
export function unpackPages(data: string, set: string, name = 'pages'): string {
  const archive = join(data, set, `${name}.tar.xz`);
  if (!existsSync(archive))
    throw new Error(`There is no ${archive}; say where the data is with --data FOLDER.`);
  const folder = mkdtempSync(join(tmpdir(), 'dateline-pages-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  const { status } = spawnSync('tar', ['xJf', archive, '-C', folder], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0) throw new Error(`${archive} could not be unpacked.`);
  return join(folder, name);
}
