import { afterEach, beforeEach, expect, it } from 'vitest';
import { outdated } from './backup';
import { hashOf, TestLibrary } from './test-library';

let test: TestLibrary;
beforeEach(() => {
  test = new TestLibrary();
});
afterEach(() => test.remove());

const DAY = 86_400_000;

it('a clock set back neither reorders what happened nor holds up backups', async () => {
  await test.import({ 'a.txt': 'A', 'b.txt': 'B' });
  test.library.backUpWhenDue();
  test.library.change([hashOf('A')], { kind: 'metadata', field: 'title', value: 'First' });
  test.clock -= 400 * DAY;
  test.library.change([hashOf('A')], { kind: 'metadata', field: 'title', value: 'Second' });
  test.library.backUpWhenDue();
  expect(test.library.state.backups).toHaveLength(2);
  await test.close();
  expect(test.library.entry(hashOf('A'))?.title).toBe('Second');
  await test.import({ 'c.txt': 'C' });
  expect(test.titles('c')).toEqual(['C']);
});

it('backups are made once a day, and old ones go: three newest, and one of each of the last weeks', async () => {
  await test.import({ 'a.txt': 'A' });
  for (let day = 0; day < 40; day += 1) {
    test.library.backUpWhenDue();
    test.library.backUpWhenDue();
    test.clock += DAY;
  }
  const { backups } = test.library.state;
  expect(backups.length).toBeGreaterThanOrEqual(5);
  expect(backups.length).toBeLessThanOrEqual(7);
  expect((backups[0]?.made ?? 0) - (backups.at(-1)?.made ?? 0)).toBeGreaterThan(19 * DAY);
  expect(outdated(backups)).toEqual([]);
});
