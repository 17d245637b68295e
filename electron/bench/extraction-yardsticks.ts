import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Outcome } from './extraction-methods';
import type { Outcomes } from './extraction-scores';
import type { PageSet } from './extraction-sets';
import script from './extraction-yardsticks.py';

type Line = Outcome & { method: string; id: string };

/**
 * What trafilatura, rs-trafilatura, readability-lxml, newspaper4k and htmldate make of the same pages, as far as they
 * are installed. Times are processor time in the interpreter's own process.
 * @param python path of an interpreter
 */
export function yardsticks(
  python: string,
  folder: string,
  set: PageSet,
  ids: readonly string[],
): Record<string, Outcomes> {
  const scratch = mkdtempSync(join(tmpdir(), 'dateline-yardsticks-'));
  try {
    writeFileSync(join(scratch, 'run.py'), script);
    const { stdout, status, error } = spawnSync(python, [join(scratch, 'run.py')], {
      input: ids.map((id) => JSON.stringify({ id, file: join(folder, set.file(id)) })).join('\n'),
      encoding: 'utf8',
      maxBuffer: 1 << 30,
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    if (error || status !== 0)
      throw new Error(`${python} could not run the yardsticks (${error ?? status}).`);
    const found: Record<string, Outcomes> = {};
    for (const line of stdout.split('\n').filter((text) => text.startsWith('{'))) {
      const { method, id, ...outcome } = JSON.parse(line) as Line;
      found[method] ??= {};
      found[method][id] = outcome;
    }
    return found;
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}
