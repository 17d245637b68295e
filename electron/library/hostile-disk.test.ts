import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { hashOf, TestLibrary } from './test-library';

/*
 * A disk of a few megabytes that fills up, and one that cannot be written to. They need a file system made for the test,
 * which only Linux's superuser can mount; elsewhere these tests are left out, and say so.
 */
const canMount = process.platform === 'linux' && process.getuid?.() === 0 && mounts();

function mounts(): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-mount-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder], { stdio: 'ignore' });
    execFileSync('umount', [folder], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

let disk = '';
let test: TestLibrary;
beforeEach(() => {
  if (!canMount) return;
  disk = mkdtempSync(join(tmpdir(), 'dateline-disk-'));
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=4m', 'tmpfs', disk]);
  test = new TestLibrary();
  Object.assign(test, { folder: join(disk, 'library') });
});
afterEach(async () => {
  if (!canMount) return;
  await test.remove();
  execFileSync('umount', [disk]);
  rmSync(disk, { recursive: true });
});

const failure = (code: string) => expect.objectContaining({ error: expect.objectContaining({ code }) });
/** Text that hardly shrinks. */
const bulky = (n: number) =>
  `Title ${n}\n${Array.from({ length: 900 }, (_, at) => hashOf(`${n} ${at}`).slice(0, 12)).join(' ')}`;

it.runIf(canMount)(
  'a full disk is said, costs nothing that was kept, and the import goes on with room',
  async () => {
    await test.import({ 'first.txt': 'First\nSome words.' });
    test.library.change([hashOf('First\nSome words.')], { kind: 'tag', tag: 'Kept', on: true });
    const ballast = join(disk, 'ballast');
    mkdirSync(ballast);
    for (let part = 0; part < 28; part += 1)
      writeFileSync(join(ballast, `${part}`), Buffer.alloc(100_000, 1));
    const paths = Array.from({ length: 60 }, (_, n) => test.write(`${n}.txt`, bulky(n)));
    await test.library.importer.add(paths);
    await test.library.importer.settled();
    const { state, trouble, failed } = test.library.importer.progress;
    expect([state, trouble?.code, failed]).toEqual(['paused', 'disk-full', 0]);
    expect(test.titles('tag:kept')).toEqual(['First']);
    await test.close();

    rmSync(ballast, { recursive: true });
    expect(test.titles('tag:kept words')).toEqual(['First']);
    expect(await test.library.check()).toEqual([]);
    test.library.importer.start();
    await test.library.importer.settled();
    // There may be too little room for all of them even so; what is there is whole.
    expect(test.library.state.entries).toBeGreaterThan(1);
    expect(await test.library.check()).toEqual([]);
  },
);

it.runIf(canMount)('a folder that cannot be written to is said, and left as it is', async () => {
  await test.import({ 'first.txt': 'First\nSome words.' });
  await test.close();
  execFileSync('mount', ['-o', 'remount,ro', disk]);
  expect(() => test.library).toThrow(failure('library-read-only'));
  execFileSync('mount', ['-o', 'remount,rw', disk]);
  expect(test.titles()).toEqual(['First']);
});
