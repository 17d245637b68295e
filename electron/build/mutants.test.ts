import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { doubtfulIn } from './mutants/findings.mjs';
import { plant } from './mutants/plant.mjs';
import { areas, randomNumbers, sourcesIn, verdicts } from './mutants.mjs';

describe('a run of mutants', () => {
  const mutants = ['1', '2', '3', '4', '5'].map((id) => ({
    ...{ id, path: 'a.ts', line: 1, mutator: 'A', replacement: '' },
  }));
  const where = { file: 'a.test.ts', test: 'b' };

  it('counts a fault that no test reaches as not noticed, and leaves out what is there before any test', () => {
    const { killed, survived, unreached, tables } = verdicts(mutants, [
      { kind: 'killed', mutant: '1', ...where },
      { kind: 'reached', mutant: '1' },
      { kind: 'reached', mutant: '2' },
      { kind: 'loaded', mutant: '3' },
      { kind: 'loaded', mutant: '4' },
      { kind: 'reached', mutant: '4' },
    ]);
    expect([killed, survived.map(({ id }) => id), [...unreached], tables]).toEqual([
      1,
      ['2', '4', '5'],
      ['5'],
      1,
    ]);
  });

  it('takes no word for a fault after which the test fails also without it', () => {
    const doubtful = { kind: 'doubtful', mutant: '2', ...where } as const;
    expect(verdicts(mutants, [doubtful]).killed).toBe(0);
    expect(doubtfulIn([doubtful], 'a.test.ts')).toBe('2');
    expect(doubtfulIn([doubtful], 'other.test.ts')).toBeNull();
    expect(doubtfulIn([doubtful, { ...doubtful, kind: 'killed' }], 'a.test.ts')).toBeNull();
  });

  it('plants each fault behind a switch that is off', async () => {
    const path = 'electron/engine/timeline/calendar.ts';
    const lines = readFileSync(path, 'utf8').split('\n');
    const line = lines.findIndex((words) => / [<>]=? /.test(words)) + 1;
    const planting = await plant([{ path, line }]);
    expect(planting.mutants.length).toBeGreaterThan(0);
    expect(planting.mutants.every((mutant) => mutant.line === line && mutant.path === path)).toBe(true);
    for (const { id } of planting.mutants) expect(planting.sources[path]).toContain(`("${id}")`);
  });

  it('takes the same sample for the same seed', () => {
    const take = (seed: number) => Array.from({ length: 5 }, randomNumbers(seed));
    expect(take(7)).toEqual(take(7));
    expect(take(7)).not.toEqual(take(8));
    expect(Math.max(...take(7))).toBeLessThan(1);
  });

  it('plants faults in sources, never in tests, and finds every area it names', () => {
    const paths = sourcesIn('electron/engine/timeline');
    expect(paths.length).toBeGreaterThan(20);
    expect(paths.filter((path) => path.includes('.test.'))).toEqual([]);
    for (const [name, { folders }] of Object.entries(areas))
      expect(folders.flatMap(sourcesIn).length, name).toBeGreaterThan(0);
  });
});
