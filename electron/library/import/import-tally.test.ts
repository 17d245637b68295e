import { describe, expect, it } from 'vitest';
import { ImportTally } from './import-tally';

describe('the tally of an import', () => {
  it('tells the time left from the pace of the last files, once there are enough of them', () => {
    let clock = 0;
    const tally = new ImportTally(() => clock);
    const left = () => tally.progress('running', 10).left;
    for (let i = 0; i < 4; i += 1) {
      tally.count('added');
      clock += 2_000;
    }
    expect(left()).toBeNull();
    tally.count('known');
    expect(left()).toBe(20_000);
  });

  it('does not count a pause, and learns nothing from a clock that was set back', () => {
    let clock = 0;
    const tally = new ImportTally(() => clock);
    const left = () => tally.progress('running', 10).left;
    for (let i = 0; i < 6; i += 1) {
      tally.count('added');
      clock += 1_000;
    }
    tally.goOn();
    expect(left()).toBeNull();
    for (let i = 0; i < 6; i += 1) {
      clock -= 1_000;
      tally.count('failed');
    }
    expect(left()).toBeNull();
    expect(tally.progress('running', 10)).toMatchObject({ total: 22, added: 6, failed: 6, known: 0 });
  });
});
