import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { root } from './checkout.mjs';
import type { Planting } from './mutants/plant.mjs';

const folder = process.env.DATELINE_MUTANTS ?? '';
const { sources } = JSON.parse(readFileSync(join(folder, 'planted.json'), 'utf8')) as Planting;

/** Quick test files first: what they kill, slow ones need not judge. */
class QuickFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).reverse();
  }
}

/** Tests that judge planted faults (`mutants.mjs` names the files), one file after the other. */
export default defineConfig({
  plugins: [
    {
      name: 'planted-faults',
      enforce: 'pre',
      load: (id) => sources[relative(root, id).replaceAll('\\', '/')],
    },
  ],
  test: {
    root,
    globalSetup: './electron/build/temporary-folder.mjs',
    include: (process.env.DATELINE_MUTANT_TESTS ?? '').split(','),
    exclude: [],
    runner: join(root, 'electron/build/mutants/runner.ts'),
    sequence: { sequencer: QuickFirst },
    fileParallelism: false,
    testTimeout: 20_000,
  },
});
