import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** Folders whose tests judge the mutants, separated by commas; set by `mutants.mjs`. */
const folders = (process.env.DATELINE_MUTANT_TESTS ?? 'electron/engine').split(',');

/** The unit tests that judge planted faults: those beside the code, and those of the whole engine. */
export default defineConfig({
  test: {
    root: fileURLToPath(new URL('../..', import.meta.url)),
    include: ['electron/engine/*.test.ts', ...folders.map((folder) => `${folder}/**/*.test.ts`)],
    testTimeout: 20_000,
  },
});
