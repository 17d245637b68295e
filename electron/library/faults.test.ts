import type { FileHandle } from 'node:fs/promises';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { NotSaved } from '../contract';
import { Store } from './store';

/** Counts the system calls of what is kept, and makes one of them, or all from one on, fail. */
const faults = vi.hoisted(() => {
  const state = { calls: 0, from: 0, to: 0, code: '' };
  return {
    state,
    /** @param half run before a failing call, so that half of its work is done */
    pass<T>(work: () => T, half: () => unknown = () => {}): T {
      state.calls += 1;
      if (state.calls < state.from || state.calls > state.to) return work();
      half();
      throw Object.assign(new Error(`${state.code}: made for a test`), { code: state.code });
    },
  };
});

vi.mock('node:fs', async (original) => {
  const real = await original<typeof import('node:fs')>();
  return {
    ...real,
    mkdirSync: (...given: Parameters<typeof real.mkdirSync>) => faults.pass(() => real.mkdirSync(...given)),
    readFileSync: (...given: Parameters<typeof real.readFileSync>) =>
      faults.pass(() => real.readFileSync(...given)),
  };
});

vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof import('node:fs/promises')>();
  const { writeSync } = await vi.importActual<typeof import('node:fs')>('node:fs');
  const faulty = (handle: FileHandle) =>
    new Proxy(handle, {
      get(target, name) {
        const member = Reflect.get(target, name) as unknown;
        if (typeof member !== 'function') return member;
        return async (...given: unknown[]) => {
          const half = () => {
            const [content] = given;
            if (typeof content === 'string') writeSync(target.fd, content.slice(0, content.length / 2));
          };
          return faults.pass(() => Reflect.apply(member, target, given) as unknown, half);
        };
      },
    });
  return {
    ...real,
    open: async (...given: Parameters<typeof real.open>) =>
      faulty(await faults.pass(() => real.open(...given))),
    rename: async (...given: Parameters<typeof real.rename>) => faults.pass(() => real.rename(...given)),
    rm: async (...given: Parameters<typeof real.rm>) => faults.pass(() => real.rm(...given)),
  };
});

const article = 'a'.repeat(64);
const entity = { name: 'Ellery', type: 'place' } as const;

let folder = '';
beforeEach(async () => {
  heal();
  folder = await mkdtemp(join(tmpdir(), 'dateline-faults-'));
});
afterEach(async () => {
  heal();
  await rm(folder, { recursive: true });
});

function heal(): void {
  Object.assign(faults.state, { calls: 0, from: 0, to: -1, code: '' });
}

/** The calls numbered `from` to `to` from now on fail. */
function fail(code: string, from: number, to = from): void {
  Object.assign(faults.state, { calls: 0, from, to, code });
}

function open(): { store: Store; told: (NotSaved | null)[] } {
  const store = new Store(folder);
  const told: (NotSaved | null)[] = [];
  store.onTrouble = (trouble) => told.push(trouble);
  return { store, told };
}

async function correct(store: Store, name: string): Promise<void> {
  await store.correct(article, store.newCorrection('article', { kind: 'renameEntity', entity, name }));
}

const namesIn = (store: Store) =>
  store.decisions(article).corrections.map(({ change }) => 'name' in change && change.name);

/** Two corrections of an earlier session, then a session that makes two more and changes a setting. */
async function session(): Promise<Store> {
  const { store } = open();
  await correct(store, 'three');
  store.changeSettings({ theme: 'dark' });
  await correct(store, 'four');
  await store.flush();
  return store;
}

async function earlier(): Promise<void> {
  const { store } = open();
  await correct(store, 'one');
  store.changeSettings({ fontSize: 30 });
  await correct(store, 'two');
  await store.flush();
}

describe.each(['ENOSPC', 'EIO', 'EBUSY', 'EACCES'])('%s', (code) => {
  it('at any one call loses nothing and is mended by itself', async () => {
    heal();
    await earlier();
    (await session()).stop();
    const calls = faults.state.calls;
    expect(calls).toBeGreaterThan(30);
    for (let at = 1; at <= calls; at++) {
      heal();
      await rm(folder, { recursive: true });
      folder = await mkdtemp(join(tmpdir(), 'dateline-faults-'));
      await earlier();
      fail(code, at);
      const store = await session();
      heal();
      const waiting = !(await store.flush());
      store.stop();
      const { store: after } = open();
      expect({ at, waiting, names: namesIn(after) }).toEqual({
        ...{ at, waiting: false, names: ['one', 'two', 'three', 'four'] },
      });
      expect(after.settings.theme, `call ${at}`).toBe('dark');
      after.stop();
    }
  }, 120_000);

  it('that lasts is told for as long as it does; nothing is lost once it is over', async () => {
    await earlier();
    const { store, told } = open();
    fail(code, 1, Number.MAX_SAFE_INTEGER);
    await correct(store, 'three');
    expect(told.at(-1)).toMatchObject({ waiting: 1, reason: code });
    await correct(store, 'four');
    expect(await store.flush()).toBe(false);
    expect(told.at(-1)).toMatchObject({ waiting: 2, reason: code });
    expect(namesIn(store)).toEqual(['one', 'two', 'three', 'four']);
    heal();
    expect(await store.flush()).toBe(true);
    expect(told.at(-1)).toBeNull();
    store.stop();
    expect(namesIn(open().store)).toEqual(['one', 'two', 'three', 'four']);
  });

  it('while the app starts does not make it forget what lies there, nor write over it', async () => {
    await earlier();
    const before = await readFile(join(folder, 'journal.jsonl'), 'utf8');
    fail(code, 1, Number.MAX_SAFE_INTEGER);
    const { store, told } = open();
    expect(store.trouble).toMatchObject({ reason: code });
    await correct(store, 'three');
    heal();
    expect(await readFile(join(folder, 'journal.jsonl'), 'utf8')).toBe(before);
    expect(await store.flush()).toBe(true);
    expect(told.at(-1)).toBeNull();
    expect(namesIn(store)).toEqual(['one', 'two', 'three']);
    store.stop();
    expect(namesIn(open().store)).toEqual(['one', 'two', 'three']);
  });
});

it('a torn end and damaged lines cost only themselves', async () => {
  await earlier();
  const path = join(folder, 'journal.jsonl');
  const text = await readFile(path, 'utf8');
  await writeFile(path, `${text.replace('"one"', '"own"')}{"sum":"0123abcd","seq":9,"ki`);
  const { store } = open();
  expect(namesIn(store)).toEqual(['two']);
  await correct(store, 'three');
  store.stop();
  expect(namesIn(open().store)).toEqual(['two', 'three']);
  expect(await readFile(path, 'utf8')).toContain('"own"');
});

it('a file of the first version that cannot be read now is taken over later', async () => {
  const { store } = open();
  await correct(store, 'one');
  const old = { id: '1', scope: 'library', change: { kind: 'renameEntity', entity, name: 'old' } };
  await mkdir(join(folder, 'articles'));
  const choices = { publicationDate: null, encoding: null, format: null, restored: [], corrections: [old] };
  await writeFile(join(folder, 'articles', `${article}.json`), JSON.stringify({ choices, place: null }));
  store.stop();
  const later = open().store;
  fail('EIO', 1);
  expect(namesIn(later)).toEqual(['one']);
  heal();
  expect(namesIn(later)).toContain('old');
  await later.flush();
  later.stop();
});
