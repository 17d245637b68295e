import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { WindowStops } from './window-stops';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dateline-stops-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const article = { id: 'a'.repeat(64), path: '/files/heavy.html' };

it('tells once why the window began anew, with the article it showed', () => {
  const stops = new WindowStops(folder);
  expect(stops.take()).toBeNull();
  stops.note(null, 'killed');
  expect(stops.take()).toMatchObject({ code: 'window-stopped', file: null });
  stops.note(article, 'oom');
  expect(stops.take()).toMatchObject({
    file: '/files/heavy.html',
    details: 'Window: oom.',
    waysOut: ['show-text-only', 'try-again', 'copy-details'],
  });
  expect(stops.take()).toBeNull();
});

it('remembers what stopped it twice, also after a start, until it is asked for whole', async () => {
  const stops = new WindowStops(folder);
  stops.note(article, 'oom');
  expect(stops.isRisky(article.id)).toBe(false);
  stops.note(article, 'oom');
  await stops.flush();
  const later = new WindowStops(folder);
  expect(later.isRisky(article.id)).toBe(true);
  expect(later.isRisky('b'.repeat(64))).toBe(false);
  later.forget(article.id);
  expect(later.isRisky(article.id)).toBe(false);
  await later.flush();
  expect(new WindowStops(folder).isRisky(article.id)).toBe(false);
});

it('takes of its file what can be used, and keeps the newest', async () => {
  const id = (n: number) => n.toString(16).padStart(64, '0');
  writeFileSync(join(folder, 'stopped.json'), JSON.stringify({ odd: 3, [id(1)]: 'two', [id(2)]: 2 }));
  const stops = new WindowStops(folder);
  expect([id(1), id(2)].map((each) => stops.isRisky(each))).toEqual([false, true]);
  for (let n = 10; n < 220; n += 1) {
    stops.note({ id: id(n), path: '/x' }, 'oom');
    stops.note({ id: id(n), path: '/x' }, 'oom');
  }
  await stops.flush();
  expect([id(2), id(10), id(219)].map((each) => stops.isRisky(each))).toEqual([false, false, true]);
});
