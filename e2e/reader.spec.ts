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
  // The cleaned text comes first; what was decided is kept when its analysis is there.
  await expect(window.locator('.status')).toContainText('1 put back');
  await running.app.close();
  running = await launchApp({ files: [sample], userData });
  await expect(back(running.window)).toHaveCount(1);
});

test('everything that was taken out is counted, found and put back', async () => {
  const { window } = running;
  const count = async () =>
    Number(/(\d+) lines? removed/.exec(await window.locator('.status').innerText())?.[1] ?? 0);
  const before = await count();
  expect(before).toBeGreaterThan(6);
  await window
    .locator('.status')
    .getByRole('button', { name: /removed/ })
    .click();
  const list = window.getByRole('dialog', { name: 'Removed from the text' });
  const words = (await list.locator('small').allInnerTexts()).map((text) =>
    Number(/(\d+) words?/.exec(text)?.[1]),
  );
  expect(words[0]).toBe(Math.max(...words));
  await list.getByRole('searchbox').fill('advertisement');
  await expect(list.locator('.removed-runs li')).toHaveCount(1);
  await list.getByRole('searchbox').fill('');
  await list.getByRole('button', { name: 'Put back all' }).click();
  await expect(window.locator('.status')).toContainText('nothing removed');
  await window.keyboard.press('Escape');
  await expect(article(window).locator('.block', { hasText: 'ADVERTISEMENT' })).toHaveCount(1);
  await window
    .locator('.status')
    .getByRole('button', { name: /put back/ })
    .click();
  await expect.poll(count).toBe(before);
});

test('the kind of page is told and can be changed, and changed back', async () => {
  const { window } = running;
  const kind = window.getByRole('combobox', { name: 'Kind of page' });
  await expect(kind).toHaveValue('article');
  await kind.selectOption('Thread');
  await expect(kind.locator('option', { hasText: 'As found' })).toHaveCount(1);
  await expect(kind).toHaveValue('thread');
  await kind.selectOption('As found');
  await expect(kind).toHaveValue('article');
  await expect(kind.locator('option', { hasText: 'As found' })).toHaveCount(0);
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
  const scrolled = () => window.locator('.scroller').evaluate((element) => element.scrollTop);
  const before = await scrolled();
  await window.keyboard.press('Space');
  await expect.poll(scrolled).toBeGreaterThan(before);
  await menu('find');
  await expect.poll(() => window.evaluate(() => getSelection()?.toString())).toBe('grey heron');
  await window.keyboard.type('“we promised');
  await expect(window.getByRole('search')).toContainText('1 of 1');
  await window.getByRole('searchbox', { name: 'Find in article' }).fill('"we promised');
  await expect(window.getByRole('search')).toContainText('1 of 1');
});

/** Presses an item of the menu by its id. */
function menu(id: string): Promise<void> {
  return running.app.evaluate(
    ({ Menu }, item) => Menu.getApplicationMenu()?.getMenuItemById(item)?.click(),
    id,
  );
}

test('the text takes the focus again when what floated over it has gone', async () => {
  const { window } = running;
  const scroller = window.locator('.scroller');
  for (const open of ['show-keys', 'show-settings', 'show-about', 'set-date']) {
    await scroller.focus();
    await menu(open);
    await expect(window.locator('dialog, .popover').first()).toBeVisible();
    await window.keyboard.press('Escape');
    await expect(window.locator('dialog, .popover')).toHaveCount(0);
    await expect
      .poll(() => window.evaluate(() => document.activeElement?.closest('.reader') !== null), open)
      .toBe(true);
  }
});

test('all is the article’s text, and nothing of the window around it', async () => {
  const { window } = running;
  await menu('select-all');
  const selected = (await window.evaluate(() => getSelection()?.toString())) ?? '';
  expect(selected).toContain('Night ferry returns');
  for (const other of ['Open articles', 'Entities', '0 connections']) expect(selected).not.toContain(other);
  await expect(window.getByRole('toolbar', { name: 'Selected words' })).toHaveCount(0);
});

test('the reading place stays where it was, however often the article is opened again', async () => {
  const scrolled = () => running.window.locator('.scroller').evaluate((element) => element.scrollTop);
  const { userData } = running;
  const kept = () =>
    running.window.evaluate(async () => {
      const state = await window.dateline.call('app.state', null);
      const article = state.ok && state.value.recent[0]?.article;
      if (!article) return 0;
      const place = await window.dateline.call('article.place', { article, place: null });
      return place.ok ? (place.value?.progress ?? 0) : 0;
    });
  await running.window.locator('.scroller').evaluate((element) => element.scrollTo(0, 900));
  await expect.poll(kept).toBeGreaterThan(0);
  const places: number[] = [];
  for (let i = 0; i < 2; i += 1) {
    await running.app.close();
    running = await launchApp({ files: [sample], userData });
    await expect(entities(running.window).locator('.entity').first()).toBeVisible();
    // The article stands at its place once its letters are loaded and its lines are laid out.
    const expected = places[0] ?? 900;
    await expect.poll(async () => Math.abs((await scrolled()) - expected)).toBeLessThan(i === 0 ? 24 : 1);
    places.push(await scrolled());
  }
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
  const original = window.getByRole('region', { name: 'Original text' });
  await expect(original.locator('.removed', { hasText: 'ADVERTISEMENT' })).toBeVisible();
  await expect(original).not.toContainText('<p');
  await window.getByRole('button', { name: 'Find in article' }).click();
  await window.getByRole('searchbox', { name: 'Find in article' }).fill('share this story');
  await expect(window.getByRole('search')).toContainText('1 of 1');
  await window.getByRole('button', { name: 'Source' }).click();
  await expect(original).toContainText('<p class="byline">By <a rel="author"');
  // A name is shown where it is marked.
  await entity(window, 'Lindqvist').getByRole('button').first().click();
  await expect(article(window).locator('.mention.here')).toBeInViewport();
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
