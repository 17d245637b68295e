import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'playwright/test';
import type { Analysis } from '../electron/contract';
import { unpack } from '../electron/packing/unpack';
import { launchApp, type RunningApp } from './launch';
import { openArticle } from './open-article';

/** The utility process may hang, die or be cancelled; the window must not notice beyond an answer in words. */
let running: RunningApp;
let folder = '';
test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dateline-engine-'));
  running = await launchApp();
  await running.window.waitForLoadState('load');
});
test.afterAll(async () => {
  await running.close();
  await rm(folder, { recursive: true });
});

const sentence = 'The pilot boat left Port Ellery at dawn on Monday, and the mayor waved from the quay. ';

let written = 0;

/**
 * Paragraphs of five sentences, no two alike: cleaning takes out what stands there twice. No two articles are alike
 * either: the engine is not asked about one that the library has.
 */
async function article(name: string, sentences: number): Promise<string> {
  written += 1;
  const path = join(folder, name);
  const paragraphs = Array.from(
    { length: Math.ceil(sentences / 5) },
    (_, i) =>
      `Boat ${i} came in. ${sentence.repeat(4)}The harbour master wrote down ${i * 7 + written} crates.`,
  );
  await writeFile(path, `A quiet morning\n\n${paragraphs.join('\n\n')}`);
  return path;
}

/** Opens from the page. The answer's error code, or the number of blocks. */
async function open(path: string, job: number): Promise<string | number> {
  const opened = await openArticle(running.window, path, job);
  return 'code' in opened ? opened.code : opened.article.blocks.length;
}

function cancel(job: number): Promise<unknown> {
  return running.window.evaluate((number) => window.dateline.call('article.cancel', { job: number }), job);
}

async function enginePid(): Promise<number> {
  const pid = () =>
    running.app.evaluate(
      ({ app }) => app.getAppMetrics().find(({ name }) => name === 'Dateline engine')?.pid,
    );
  await expect.poll(pid).toBeGreaterThan(0);
  return (await pid()) ?? 0;
}

/** Settles when the worker has said how far it is with the job. */
function firstProgress(job: number): Promise<void> {
  return running.window.evaluate(
    (number) =>
      new Promise<void>((resolve) => {
        const stop = window.dateline.on('job.progress', (notice) => {
          if (notice.job !== number || notice.stage !== 'language') return;
          stop();
          resolve();
        });
      }),
    job,
  );
}

test('a long job is cancelled at once, and the next one runs', async () => {
  const long = await article('long.txt', 20_000);
  const started = firstProgress(8_001);
  const answer = open(long, 8_001);
  await started;
  const before = Date.now();
  await cancel(8_001);
  expect(await answer).toBe('cancelled');
  expect(Date.now() - before).toBeLessThan(2_000);
  expect(await open(await article('short.txt', 10), 8_002)).toBe(3);
});

test('a process that does not answer is ended and started again', async () => {
  const old = await enginePid();
  process.kill(old, 'SIGSTOP');
  const answer = open(await article('short.txt', 10), 8_011);
  await new Promise((later) => setTimeout(later, 200));
  await cancel(8_011);
  expect(await answer).toBe('cancelled');
  expect(await open(await article('short.txt', 10), 8_012)).toBe(3);
  expect(await enginePid()).not.toBe(old);
});

test('a process that dies takes only its own job with it', async () => {
  const started = firstProgress(8_021);
  const answer = open(await article('long.txt', 20_000), 8_021);
  await started;
  process.kill(await enginePid(), 'SIGKILL');
  expect(await answer).toBe('internal');
  expect(await open(await article('short.txt', 10), 8_022)).toBe(3);
});

test('a process that V8 ends for want of memory is told apart', async () => {
  const started = firstProgress(8_051);
  const answer = open(await article('long.txt', 20_000), 8_051);
  await started;
  // V8 ends a process whose heap is full by abort().
  process.kill(await enginePid(), 'SIGABRT');
  expect(await answer).toBe('out-of-memory');
  expect(await open(await article('short.txt', 10), 8_052)).toBe(3);
});

test('the window answers while a long job runs', async () => {
  const started = firstProgress(8_031);
  const answer = open(await article('long.txt', 20_000), 8_031);
  await started;
  const waits: number[] = [];
  for (let i = 0; i < 20; i++) {
    const before = Date.now();
    await running.window.evaluate(() => window.dateline.call('app.connections', null));
    waits.push(Date.now() - before);
  }
  await cancel(8_031);
  expect(await answer).toBe('cancelled');
  expect(waits.sort((a, b) => a - b)[10]).toBeLessThan(100);
});

test('a new date or a correction does not read the file again', async () => {
  const path = await article('short.txt', 10);
  const opened = await openArticle(running.window, path, 8_041);
  await rm(path);
  const bytes = await running.window.evaluate(
    async (id) => {
      const decisions = { publicationDate: '2026-04-17' };
      const answer = await window.dateline.call('article.decide', { article: id, job: 8_042, decisions });
      return answer.ok ? answer.value : new Uint8Array();
    },
    'code' in opened ? opened.code : opened.analysis.article,
  );
  const dates = unpack<Analysis>(bytes).events.flatMap((event) => event.time?.first ?? []);
  expect(new Set(dates)).toEqual(new Set(['2026-04-13']));
});

test('a mistake in main is told in the window, which goes on', async () => {
  await running.app.evaluate(() => {
    setTimeout(() => {
      throw new Error('made for a test');
    });
    void Promise.reject(new Error('made for a test, too'));
  });
  await expect(running.window.getByText('Dateline made a mistake of its own.')).toBeVisible();
  expect(await open(await article('short.txt', 10), 8_061)).toBe(3);
});
