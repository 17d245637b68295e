import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { isWritable } from './writable';

it('tells whether a folder takes files, and leaves nothing in it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-writable-'));
  writeFileSync(join(folder, 'file'), 'x');
  expect(isWritable(join(folder, 'made', 'when', 'missing'))).toBe(true);
  expect(isWritable(join(folder, 'file', 'below'))).toBe(false);
  expect(readdirSync(join(folder, 'made', 'when', 'missing'))).toEqual([]);
  rmSync(folder, { recursive: true });
});

it.runIf(process.platform === 'linux')('says no of a folder of a system that is only read', () => {
  expect(isWritable('/proc/self')).toBe(false);
});
