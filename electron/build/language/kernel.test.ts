import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compileKernel, KERNEL_PATH } from './compile-kernel.mjs';

describe('the compiled kernel', () => {
  it('is what its sources compile to', async () => {
    const compiled = await compileKernel();
    expect(Buffer.from(compiled).equals(readFileSync(KERNEL_PATH))).toBe(true);
  });
});
