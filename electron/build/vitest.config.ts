import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** Unit and property tests stand beside the code they test. */
export default defineConfig({
  test: {
    root: fileURLToPath(new URL('../..', import.meta.url)),
    globalSetup: './electron/build/temporary-folder.mjs',
    include: ['electron/**/*.test.ts', 'renderer/**/*.test.ts'],
    testTimeout: 20_000,
  },
});
