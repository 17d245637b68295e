// node electron/build/language/compile-kernel.mjs
// Compiles the AssemblyScript kernel to assets/language/kernel.wasm. A test compiles it too and compares.
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import asc from 'assemblyscript/asc';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const source = 'electron/engine/language/kernel/index.ts';
export const KERNEL_PATH = `${root}assets/language/kernel.wasm`;

/** @returns {Promise<Uint8Array>} the compiled kernel */
export async function compileKernel() {
  /** @type {Uint8Array | undefined} */
  let binary;
  const { error, stderr } = await asc.main(
    [
      source,
      ...['--baseDir', root, '--outFile', 'kernel.wasm', '--runtime', 'stub', '--optimizeLevel', '3'],
      ...['--enable', 'simd', '--noAssert', '--initialMemory', '1', '--use', 'abort='],
    ],
    {
      writeFile: (_name, contents) => {
        if (typeof contents !== 'string') binary = contents;
      },
    },
  );
  if (error || !binary)
    throw new Error(`The kernel did not compile: ${error?.message ?? ''}\n${stderr.toString()}`);
  return binary;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(KERNEL_PATH, await compileKernel());
