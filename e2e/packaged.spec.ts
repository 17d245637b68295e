import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from 'playwright/test';
import { root } from '../electron/build/checkout.mjs';
import { launchApp } from './launch';
import { openArticle } from './open-article';
import { sentences, smallFiles } from './small-files';

/** What `npm run dist:dir` makes on each system. */
const executables: Record<string, string[]> = {
  linux: ['linux-unpacked/dateline', 'linux-arm64-unpacked/dateline'],
  win32: ['win-unpacked/Dateline.exe', 'win-arm64-unpacked/Dateline.exe'],
  darwin: ['mac/Dateline.app/Contents/MacOS/Dateline', 'mac-arm64/Dateline.app/Contents/MacOS/Dateline'],
};

function packagedExecutable(): string {
  const places = (executables[process.platform] ?? []).map((path) => join(root, 'release', path));
  const found = places.find(existsSync);
  if (!found) throw new Error('There is no packaged app; run npm run dist:dir first.');
  return found;
}

const paragraphs = (window: Page) => window.getByRole('article').locator('p[data-block]');
const events = (window: Page) => window.getByRole('list', { name: 'Events' }).getByRole('listitem');
const datedEvents = (window: Page) => events(window).filter({ has: window.locator('time[datetime]') });
const entities = (window: Page) => window.getByRole('list', { name: 'Entities in this article' });

async function setPublicationDate(window: Page, day: string): Promise<void> {
  await window.getByRole('article').getByRole('button', { name: 'Set the publication date' }).click();
  await window.getByLabel('Publication date').fill(day);
  await window.getByRole('button', { name: 'Set date' }).click();
}

test('the packaged app opens the sample inside it: cleaned, with entities and dated events', async () => {
  const { app, window, networkAttempts, close } = await launchApp({ packaged: packagedExecutable() });
  expect(await app.evaluate(({ app: electronApp }) => electronApp.isPackaged)).toBe(true);
  await window.getByRole('button', { name: 'sample article' }).click();
  await expect(window.getByRole('heading', { level: 1 })).toHaveText(/Night ferry returns to Port Ellery/);
  await expect(entities(window).getByRole('listitem').first()).toBeVisible();
  await expect(datedEvents(window).first()).toBeVisible();
  expect(await paragraphs(window).count()).toBeGreaterThan(5);
  const library = () =>
    window.evaluate(() => (globalThis as unknown as Window).dateline.call('library.state', null));
  await expect.poll(library).toMatchObject({ ok: true, value: { problem: null, entries: 1 } });
  expect(await networkAttempts()).toEqual([]);
  await close();
});

test('the engine in the package reads every format', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-formats-'));
  const files = Object.entries(smallFiles()).map(([name, bytes]) => {
    writeFileSync(join(folder, name), bytes);
    return { name, path: join(folder, name) };
  });
  const { window: page, close } = await launchApp({ packaged: packagedExecutable() });
  for (const [index, { name, path }] of files.entries()) {
    const opened = await openArticle(page, path, 1000 + index);
    const text = 'code' in opened ? opened.cause : opened.article.blocks.map((block) => block.text).join(' ');
    for (const sentence of sentences) expect(text, name).toContain(sentence);
  }
  await close();
  rmSync(folder, { recursive: true, force: true });
});

const saved = join(root, '../shared/samples/kerry-syria.txt');

test('a saved page as text: title, paragraphs, entities, and all dates once the day is set', async () => {
  test.skip(!existsSync(saved), 'The sample ../shared/samples/kerry-syria.txt is not beside this checkout.');
  const { window, networkAttempts, close } = await launchApp({
    packaged: packagedExecutable(),
    files: [saved],
  });
  await expect(window.getByRole('heading', { level: 1 })).toHaveText(
    'Kerry: US plans military talks with Russia over Syria',
  );
  await expect(paragraphs(window)).toHaveCount(14);
  await expect(paragraphs(window).filter({ hasText: /^(Share|Advertisement|Vladimir Putin)$/ })).toHaveCount(
    0,
  );
  for (const name of ['John Kerry', 'Russia', 'Syria'])
    await expect(entities(window).getByRole('listitem').filter({ hasText: name }).first()).toBeVisible();
  await setPublicationDate(window, '2015-09-18');
  await expect(datedEvents(window)).toHaveCount(4);
  expect(await networkAttempts()).toEqual([]);
  await close();
});
