import { describe, expect, it } from 'vitest';
import { DatabaseError } from '../database/database';
import { asked, TestLibrary } from '../test-library';
import { IndexFollower } from './index-follower';
import type { SearchIndex } from './search-index';

/** An index that so many entries wait for. */
function fakeIndex(waiting: number) {
  const state = { behind: waiting, full: false, calls: [] as number[] };
  const index = {
    get behind() {
      return state.behind;
    },
    catchUp(limit: number) {
      state.calls.push(limit);
      if (state.full) throw new DatabaseError('full', 'no space');
      state.behind = Math.max(0, state.behind - limit);
      return state.behind === 0;
    },
  } as SearchIndex;
  return { state, follower: new IndexFollower(index) };
}

const oneTurn = () => new Promise((turned) => setImmediate(turned));

describe('the index', () => {
  it('catches up before a search with what few articles wait, and says how many more there are', () => {
    const { state, follower } = fakeIndex(100);
    expect(follower.beforeSearch()).toBe(40);
    expect(follower.beforeSearch()).toBe(0);
    expect(state.behind).toBe(0);
  });

  it('follows in the background, a few at a time, until nothing waits', async () => {
    const { state, follower } = fakeIndex(25);
    follower.start();
    follower.start();
    expect(state.calls).toEqual([]);
    await oneTurn();
    expect(state.behind).toBe(15);
    await oneTurn();
    await oneTurn();
    await oneTurn();
    expect(state.calls).toEqual([10, 10, 10]);
  });

  it('stops for good when the library is closed', async () => {
    const { state, follower } = fakeIndex(25);
    follower.start();
    follower.stop();
    follower.start();
    await oneTurn();
    expect(state.calls).toEqual([]);
  });

  it('keeps nobody from searching on a full disk, and goes on once there is room', async () => {
    const { state, follower } = fakeIndex(5);
    state.full = true;
    expect(follower.beforeSearch()).toBe(5);
    follower.start();
    await oneTurn();
    await oneTurn();
    expect(state.calls).toEqual([60, 10]);
    state.full = false;
    expect(follower.beforeSearch()).toBe(0);
    expect(() => follower.all()).not.toThrow();
  });

  it('fails loudly where a command needs all of it', () => {
    const { state, follower } = fakeIndex(450);
    follower.all();
    expect(state.calls).toEqual([200, 200, 200]);
    Object.assign(state, { behind: 1, full: true });
    expect(() => follower.all()).toThrow('no space');
  });
});

it('a search right behind a large import finds every article or says that it is not searched yet', async () => {
  const test = new TestLibrary();
  const names = Array.from({ length: 150 }, (_, n) => [
    `${n}.txt`,
    `Title ${n}\nThe ferry number ${n} left.`,
  ]);
  await test.import(Object.fromEntries(names) as Record<string, string>);
  const { total, unindexed } = test.library.search(asked('ferry'), 0, 1);
  expect(total + unindexed).toBe(150);
  test.library.indexAll();
  expect(test.library.search(asked('ferry'), 0, 1)).toMatchObject({ total: 150, unindexed: 0 });
  await test.remove();
});
