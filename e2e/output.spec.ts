import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'playwright/test';
import { launchApp, type RunningApp } from './launch';

/** What leaves the window: a PDF, an export, the clipboard. The person chooses the place; the dialogue is answered. */
let running: RunningApp;
let folder = '';
test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dateline-output-'));
  running = await launchApp({ files: ['assets/samples/harbour-ferry.html'] });
  await expect(running.window.getByRole('heading', { level: 1 })).toBeVisible();
});
test.afterAll(async () => {
  await running.close();
  await rm(folder, { recursive: true });
});

/** Answers the next save dialogues with a path, or dismisses them; gives back what name they suggested. */
async function answerSaving(path: string | null): Promise<() => Promise<string | undefined>> {
  await running.app.evaluate(({ dialog }, filePath) => {
    const answer = async (...given: unknown[]) => {
      Object.assign(globalThis, { suggested: (given.at(-1) as { defaultPath?: string }).defaultPath });
      return { canceled: filePath === null, filePath: filePath ?? '' };
    };
    dialog.showSaveDialog = answer as typeof dialog.showSaveDialog;
  }, path);
  return () => running.app.evaluate(() => (globalThis as { suggested?: string }).suggested);
}

function save(content: string, kind: 'text' | 'base64' = 'text') {
  return running.window.evaluate(
    ([text, form]) =>
      window.dateline.call('file.save', { suggestedName: 'a/b: c?.csv', content: text, kind: form }),
    [content, kind] as const,
  );
}

test('the cleaned article as PDF', async () => {
  const path = join(folder, 'ferry.pdf');
  const suggested = await answerSaving(path);
  const answer = await running.window.evaluate(() =>
    window.dateline.call('article.print', { toPdf: true, name: 'Night ferry' }),
  );
  expect(answer).toEqual({ ok: true, value: path });
  const pdf = await readFile(path);
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  // The title as PDF writes it: UTF-16 as hexadecimal, or plain.
  expect(pdf.toString('latin1')).toMatch(/\/Title \(Night ferry returns|\/Title <FEFF004E0069006700680074/);
  expect(await suggested()).toBe('Night ferry.pdf');
});

test('an export, byte for byte, under a name that every system allows', async () => {
  const path = join(folder, 'entities.csv');
  const suggested = await answerSaving(path);
  expect(await save('name,count\n“Ellery”,7\n')).toEqual({ ok: true, value: path });
  expect(await readFile(path, 'utf8')).toBe('name,count\n“Ellery”,7\n');
  expect(await suggested()).toBe('a b c .csv');
  expect(await save(Buffer.from([0, 255, 7]).toString('base64'), 'base64')).toEqual({
    ok: true,
    value: path,
  });
  expect([...(await readFile(path))]).toEqual([0, 255, 7]);
});

test('what was saved can be shown in the file manager, and nothing else', async () => {
  const path = join(folder, 'events.csv');
  await answerSaving(path);
  await running.app.evaluate(({ shell }) => {
    const shown: string[] = [];
    Object.assign(globalThis, { shown });
    shell.showItemInFolder = (file) => void shown.push(file);
  });
  const show = (file: string) =>
    running.window.evaluate((given) => window.dateline.call('file.show', { path: given }), file);
  expect(await show(path)).toMatchObject({ error: { code: 'invalid-request' } });
  await expect(
    running.window.getByRole('list', { name: 'Events' }).locator('.event-main').first(),
  ).toBeVisible();
  await running.app.evaluate(({ Menu }) =>
    Menu.getApplicationMenu()?.getMenuItemById('export-timeline-csv')?.click(),
  );
  await running.window.getByRole('button', { name: 'Show in Folder' }).click();
  await expect
    .poll(() => running.app.evaluate(() => (globalThis as { shown?: string[] }).shown))
    .toEqual([path]);
  expect(await show(join(folder, 'other.csv'))).toMatchObject({ error: { code: 'invalid-request' } });
});

test('a dismissed dialogue writes nothing; a place that cannot be written is told of', async () => {
  await answerSaving(null);
  expect(await save('x')).toEqual({ ok: true, value: null });
  await answerSaving(join(folder, 'no such folder', 'a.csv'));
  const answer = await save('x');
  expect(answer.ok ? null : answer.error.code).toBe('not-saved');
  expect(answer.ok ? null : answer.error.cause).toContain('no such folder');
});

test('the clipboard', async () => {
  await running.window.evaluate(() => window.dateline.call('clipboard.write', { text: 'Port Ellery' }));
  expect(await running.app.evaluate(({ clipboard }) => clipboard.readText())).toBe('Port Ellery');
});
