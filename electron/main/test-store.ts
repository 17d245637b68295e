import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, vi } from 'vitest';
import type { PackedAnalysis } from '../contract';
import { Store } from '../library/store';
import type { StoredArticles } from './articles';

/** A folder of its own with a store in it for each test of a file, removed behind it. */
export interface TestStore {
  folder: string;
  store: Store;
}

/** Called at the top of a test file; what it returns is filled before each test. */
export function testStore(): TestStore {
  const test = {} as TestStore;
  beforeEach(async () => {
    test.folder = await mkdtemp(join(tmpdir(), 'dateline-main-'));
    test.store = new Store(join(test.folder, 'data'));
  });
  afterEach(async () => {
    await test.store.flush();
    test.store.stop();
    await rm(test.folder, { recursive: true });
  });
  return test;
}

/** A library that holds nothing and remembers what it was told. */
export function emptyLibrary() {
  return {
    stored: vi.fn<StoredArticles['stored']>(async () => null),
    source: vi.fn<StoredArticles['source']>(async () => null),
    pathOf: vi.fn<StoredArticles['pathOf']>(async () => null),
    keep: vi.fn(),
    opened: vi.fn(),
    renew: vi.fn(),
  };
}

/** Bytes that nobody between the engine and the window looks into. */
export function packedOf(article: string): PackedAnalysis {
  return { engineVersion: 'test', article, unapplied: [], bytes: new Uint8Array([2]) };
}
