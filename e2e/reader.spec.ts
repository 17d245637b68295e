import { expect, type Page, test } from 'playwright/test';
import { launchApp, type RunningApp } from './launch';

const sample = 'assets/samples/harbour-ferry.html';

const article = (window: Page) => window.getByRole('article');
const entities = (window: Page) => window.getByRole('list', { name: 'Entities in this article' });
const entity = (window: Page, name: string) =>
  entities(window)
    .locator('.entity')
    .filter({ has: window.locator('strong', { hasText: name }) })
    .first();
const events = (window: Page) => window.getByRole('list', { name: 'Events' });

let running: RunningApp;

test.beforeEach(async () => {
  running = await launchApp({ files: [sample] });
  await expect(entities(running.window).locator('.entity').first()).toBeVisible();
});

test.afterEach(async () => {
  expect(await running.networkAttempts()).toEqual([]);
  await running.close();
});

test('shows the article cleaned, with its structure', async () => {
  const { window } = running;
  await expect(article(window).getByRole('heading', { level: 1 })).toHaveText(
    'Night ferry returns to Port Ellery after two years',
  );
  await expect(article(window).getByRole('heading', { level: 2 })).toHaveText([
    'A pier lost in one night',
    'Trial runs and a dispute',
  ]);
  await expect(article(window).locator('blockquote')).toContainText('Nobody wants to stop this ship again.');
  await expect(article(window).locator('ul > li')).toHaveCount(3);
  for (const gone of ['Share this story', 'ADVERTISEMENT', 'Related stories'])
    await expect(article(window).locator('.block').filter({ hasText: gone })).toHaveCount(0);
  await expect(article(window).locator('.meta')).toContainText('Friday, 17 April 2026');
});

test('an entity lights its mentions, and J and K walk them', async () => {
  const { window } = running;
  await entity(window, 'Lindqvist').getByRole('button').first().click();
  await expect(article(window).locator('.mention.lit')).toHaveText([/Lindqvist/, /Lindqvist/, /Lindqvist/]);
  await expect(window.locator('[aria-live="polite"]')).toHaveText(/^Mention 1 of 3/);
  await window.keyboard.press('j');
  await expect(window.locator('[aria-live="polite"]')).toHaveText(/^Mention 2 of 3/);
  await window.keyboard.press('k');
  await window.keyboard.press('k');
  await expect(window.locator('[aria-live="polite"]')).toHaveText(/^Mention 3 of 3/);
  await expect(article(window).locator('.mention.here')).toBeInViewport();
  await window.keyboard.press('Escape');
  await expect(article(window).locator('.mention.lit')).toHaveCount(0);
});

test('a click on a name in the text chooses its entity', async () => {
  const { window } = running;
  await article(window).locator('.mention', { hasText: 'Sound Ferries' }).first().click();
  await expect(entity(window, 'Sound Ferries')).toHaveClass(/\bon\b/);
});

test('an event goes to its words and can be walked by arrow keys; Back returns', async () => {
  const { window } = running;
  const late = events(window).locator('.event-main').last();
  await late.click();
  await expect(article(window).locator('.time.here').first()).toBeInViewport();
  expect(await window.locator('.scroller').evaluate((element) => element.scrollTop)).toBeGreaterThan(0);
  await late.press('ArrowUp');
  await expect(events(window).locator('.event-main:focus')).toHaveCount(1);
  await window.keyboard.press('Alt+ArrowLeft');
  await expect
    .poll(() => window.locator('.scroller').evaluate((element) => element.scrollTop))
    .toBeLessThan(120);
});

test('what was removed is told, shown and put back, and stays back after another start', async () => {
  const { window, userData } = running;
  const row = article(window).locator('.removal').filter({ hasText: 'advertisement' });
  await row.locator('summary').click();
  await expect(row.locator('.removed-text p')).toHaveText('ADVERTISEMENT');
  await row.getByRole('button', { name: 'Put back' }).click();
  const back = (page: Page) => article(page).locator('.block', { hasText: 'ADVERTISEMENT' });
  await expect(back(window)).toHaveCount(1);
  await running.app.close();
  running = await launchApp({ files: [sample], userData });
  await expect(back(running.window)).toHaveCount(1);
});

test('find counts and walks the hits', async () => {
  const { window } = running;
  await window.getByRole('button', { name: 'Find in article' }).click();
  await window.getByRole('searchbox', { name: 'Find in article' }).fill('grey heron');
  await expect(window.getByRole('search')).toContainText('1 of 2');
  await window.keyboard.press('Enter');
  await expect(window.getByRole('search')).toContainText('2 of 2');
  await window.keyboard.press('Escape');
  await expect(window.getByRole('search')).toHaveCount(0);
});

test('the publication day can be changed, and relative days move with it', async () => {
  const { window } = running;
  const first = events(window).locator('time', { hasText: '16 April 2026' });
  await expect(first.first()).toBeVisible();
  await window.keyboard.press('d');
  await window.getByLabel('Publication date').fill('2026-04-24');
  await window.getByRole('button', { name: 'Set date' }).click();
  await expect(article(window).locator('.meta')).toContainText('set by you');
  await expect(events(window).locator('time', { hasText: '23 April 2026' }).first()).toBeVisible();
  await expect(first).toHaveCount(0);
});

test('corrections: not an entity, rename, and undo', async () => {
  const { window } = running;
  await entity(window, 'Saltmarsh').getByRole('button').first().click();
  await window.keyboard.press('x');
  await expect(entities(window).locator('strong', { hasText: /^Saltmarsh$/ })).toHaveCount(0);
  await window.keyboard.press('u');
  await expect(entities(window).locator('strong', { hasText: /^Saltmarsh$/ })).toHaveCount(1);
  await entity(window, 'Saltmarsh').getByRole('button').first().click();
  await window.keyboard.press('r');
  await window.getByLabel('New name').fill('Saltmarsh-on-Sea');
  await window.keyboard.press('Enter');
  await expect(entities(window).locator('strong', { hasText: 'Saltmarsh-on-Sea' })).toHaveCount(1);
});

test('type and theme are kept between starts', async () => {
  const { window, userData } = running;
  await window.getByRole('button', { name: 'Type and theme' }).click();
  await window.getByRole('button', { name: 'Sepia' }).click();
  await window.getByRole('slider', { name: /^Size/ }).fill('24');
  await expect(window.locator('html')).toHaveAttribute('data-theme', 'sepia');
  await running.app.close();
  running = await launchApp({ files: [sample], userData });
  await expect(running.window.locator('html')).toHaveAttribute('data-theme', 'sepia');
  await expect(article(running.window)).toHaveCSS('font-size', '24px');
});

test('the original text is one click away', async () => {
  const { window } = running;
  await window.getByRole('button', { name: 'Original' }).click();
  await expect(window.getByRole('region', { name: 'Original text' })).toContainText(
    '<p class="byline">By <a rel="author"',
  );
  await window.getByRole('button', { name: 'Cleaned' }).click();
  await expect(article(window)).toBeVisible();
});

test('stays usable in a small window and with text twice as large', async () => {
  const { app, window } = running;
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(800, 600));
  const tabs = window.getByRole('group', { name: 'Panel' });
  await tabs.getByRole('button', { name: 'Timeline' }).click();
  await expect(events(window)).toBeVisible();
  await expect(entities(window)).toBeHidden();
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(2));
  const overflow = await window.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
  await expect(article(window).getByRole('heading', { level: 1 })).toBeVisible();
});

test('a named event stands in its line like every other name', async () => {
  const war = article(running.window).locator('.mention', { hasText: 'Second World War' });
  await expect(war).toHaveCSS('padding-left', '0px');
  expect(await war.evaluate((name) => getComputedStyle(name, '::before').content)).toBe('none');
});
