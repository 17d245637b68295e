// npm run fixtures [-- NAME]: writes what the fixtures' tests now find as what they expect. Look at the difference
// (git diff) before committing it; nothing else ever writes an expectation.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from './checkout.mjs';

const names = process.argv.slice(2);
const run = spawnSync(
  process.execPath,
  [
    join(root, 'node_modules/vitest/vitest.mjs'),
    ...['run', '--config', 'electron/build/vitest.config.ts'],
    ...(names.length > 0 ? names : ['fixtures', 'gold']),
  ],
  { cwd: root, stdio: 'inherit', env: { ...process.env, UPDATE_FIXTURES: '1' } },
);
process.exitCode = run.status ?? 1;
