import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Failure } from './failure';
import { LARGEST_FILE, readSourceFile, systemFailure } from './source-file';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dateline-source-'));
});
afterAll(() => rm(folder, { recursive: true }));

const signal = () => new AbortController().signal;

async function codeOf(path: string): Promise<string> {
  const failure = await readSourceFile(path, signal()).then(
    () => null,
    (error: unknown) => error,
  );
  return failure instanceof Failure ? `${failure.error.code}: ${failure.error.cause}` : String(failure);
}

describe('readSourceFile', () => {
  it('gives the bytes with their SHA-256', async () => {
    const path = join(folder, 'note.txt');
    const content = Buffer.alloc(3 * 1024 * 1024 + 17, 'tide');
    await writeFile(path, content);
    const { info, bytes } = await readSourceFile(path, signal());
    expect(Buffer.compare(Buffer.from(bytes), content)).toBe(0);
    expect(info).toMatchObject({ name: 'note.txt', size: content.length });
    expect(info.hash).toBe(createHash('sha256').update(content).digest('hex'));
  });

  it('tells apart what cannot be an article', async () => {
    await writeFile(join(folder, 'empty.txt'), '');
    await symlink(join(folder, 'nowhere.txt'), join(folder, 'link.txt'));
    await writeFile(join(folder, 'huge.txt'), '');
    await truncate(join(folder, 'huge.txt'), LARGEST_FILE + 1);
    expect(await codeOf(join(folder, 'gone.txt'))).toMatch(/^file-missing: There is no file at .*gone\.txt/);
    expect(await codeOf(join(folder, 'link.txt'))).toMatch(/^file-missing: .* is a link/);
    expect(await codeOf(folder)).toMatch(/^file-is-folder: /);
    expect(await codeOf(join(folder, 'empty.txt'))).toBe('file-empty: “empty.txt” is empty.');
    expect(await codeOf(join(folder, 'huge.txt'))).toBe(
      'file-too-large: “huge.txt” has 65 MB; Dateline reads files of up to 64 MB.',
    );
  });

  it.skipIf(process.platform === 'win32')('never opens a named pipe or a device', async () => {
    execFileSync('mkfifo', [join(folder, 'pipe.txt')]);
    expect(await codeOf(join(folder, 'pipe.txt'))).toBe(
      'file-not-regular: “pipe.txt” is a named pipe, not a file.',
    );
    expect(await codeOf('/dev/zero')).toBe('file-not-regular: “zero” is a device, not a file.');
  });

  it('stops when asked to', async () => {
    const path = join(folder, 'note.txt');
    await expect(readSourceFile(path, AbortSignal.abort())).rejects.toThrow(/abort/i);
  });
});

describe('systemFailure', () => {
  it('says in words what the system refused', () => {
    const refused = Object.assign(new Error('EACCES: permission denied'), { code: 'EACCES' });
    expect(systemFailure('/home/a/secret.txt', refused).error).toMatchObject({
      code: 'file-unreadable',
      file: '/home/a/secret.txt',
      cause: 'This account may not read “secret.txt”.',
    });
    const broken = Object.assign(new Error('EIO: i/o error'), { code: 'EIO' });
    expect(systemFailure('/media/a.txt', broken).error.cause).toBe(
      'The system could not read “a.txt” (EIO).',
    );
  });
});
