import { describe, expect, it } from 'vitest';
import { areas, randomNumbers, readReport, sourcesIn } from './mutants.mjs';

describe('a run of mutants', () => {
  it('counts a fault that ran into its time limit as noticed, and one that no test reaches as not', () => {
    const at = { start: { line: 2 } };
    const mutants = [
      { status: 'Killed', mutatorName: 'A', location: at },
      { status: 'Timeout', mutatorName: 'B', location: at },
      { status: 'Survived', mutatorName: 'C', replacement: 'true', location: at },
      { status: 'NoCoverage', mutatorName: 'D', replacement: '[]', location: at },
      { status: 'Ignored', mutatorName: 'E', location: at },
    ];
    const report = readReport(JSON.stringify({ files: { 'a.ts': { source: 'first\n  second', mutants } } }));
    expect(report).toEqual({
      killed: 2,
      survived: ['a.ts:2 C -> true  | second', 'a.ts:2 D -> []  | second'],
    });
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
