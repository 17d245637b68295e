import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from 'playwright/test';
import { launchApp, type RunningApp } from './launch';

/** The panels by keyboard: lists, corrections with their undo, widths, exports. */
const sample = 'assets/samples/harbour-ferry.html';
const entities = (window: Page) => window.getByRole('list', { name: 'Entities in this article' });
const rows = (window: Page) => entities(window).locator('.summary');
const events = (window: Page) => window.getByRole('list', { name: 'Events' });
const names = (window: Page) => entities(window).locator('strong');

let running: RunningApp;

test.beforeEach(async () => {
  running = await launchApp({ files: [sample] });
  await expect(rows(running.window).first()).toBeVisible();
});

test.afterEach(async () => {
  expect(await running.networkAttempts()).toEqual([]);
  await running.close();
});

test('each list is one stop of the Tab key; arrow keys move inside it', async () => {
  const { window } = running;
  for (const selector of ['.rows .summary', '.events .event-main']) {
    const list = window.locator(selector);
    expect(await list.evaluateAll((all) => all.filter((each) => each.tabIndex === 0).length)).toBe(1);
    await list.first().focus();
    await window.keyboard.press('ArrowDown');
    await expect(list.nth(1)).toBeFocused();
    await window.keyboard.press('End');
    await expect(list.last()).toBeFocused();
    await window.keyboard.press('Home');
    await expect(list.first()).toBeFocused();
  }
});

test('type chips and the name filter cut the list; the order is kept', async () => {
  const { window } = running;
  const all = await names(window).allInnerTexts();
  await window.getByRole('button', { name: /^People/ }).click();
  await expect.poll(() => names(window).count()).toBeLessThan(all.length);
  await expect(entities(window).locator('.sign:not(.person)')).toHaveCount(0);
  await window.getByRole('button', { name: /^All/ }).click();
  await window.getByRole('searchbox', { name: 'Filter names' }).fill('no such name');
  await expect(entities(window)).toContainText('No entity matches.');
  await window.getByRole('searchbox', { name: 'Filter names' }).fill('');
  await window.getByRole('combobox', { name: 'Order' }).selectOption('name');
  await expect.poll(() => names(window).allInnerTexts()).toEqual([...all].sort((a, b) => a.localeCompare(b)));
});

test('merge by key, then undo from the offer', async () => {
  const { window } = running;
  const before = await names(window).allInnerTexts();
  await rows(window).nth(1).click();
  await window.keyboard.press('m');
  const others = window.getByRole('combobox', { name: 'Is the same as' });
  await expect(others).toHaveValue('');
  // One careless Enter merges nobody, and Esc takes back the form alone.
  await window.getByRole('button', { name: 'Merge', exact: true }).last().press('Enter');
  await expect(names(window)).toHaveText(before);
  await others.press('Escape');
  await expect(others).toHaveCount(0);
  await expect(window.locator('.entity.on')).toHaveCount(1);
  await expect(window.locator('[data-key="m"]')).toBeFocused();
  await window.keyboard.press('m');
  await others.selectOption({ index: 1 });
  await window.getByRole('button', { name: 'Merge', exact: true }).last().click();
  await expect(names(window)).toHaveCount(before.length - 1);
  const offer = window.getByRole('status').filter({ hasText: 'is now the same as' });
  await offer.getByRole('button', { name: 'Undo' }).click();
  await expect(names(window)).toHaveText(before);
});

test('a correction is taken back by the key of every desktop', async () => {
  const { window } = running;
  const before = await names(window).allInnerTexts();
  await rows(window).first().click();
  await window.keyboard.press('x');
  await expect(names(window)).toHaveCount(before.length - 1);
  await window.keyboard.press('Control+z');
  await expect(names(window)).toHaveText(before);
  // It is made again, and comes back from the list of what was removed.
  await window.keyboard.press('Control+y');
  await expect(names(window)).toHaveCount(before.length - 1);
  await window.locator('.status').getByRole('button', { name: '1 correction' }).click();
  await window.getByRole('dialog').getByRole('button', { name: 'Bring back' }).click();
  await expect(window.getByRole('dialog')).toContainText('Nothing is corrected');
  await window.keyboard.press('Escape');
  await expect(names(window)).toHaveText(before);
  // Also while the menu that made it has the focus.
  await rows(window).first().click();
  const type = window.getByRole('combobox', { name: 'Type' });
  const was = await type.inputValue();
  await type.focus();
  await type.selectOption('law');
  await expect(window.getByRole('status').filter({ hasText: 'is now of type law' })).toBeVisible();
  await type.press('Control+z');
  await expect(type).toHaveValue(was);
});

test('a chosen event lights whom it names; its date, headline and place in the list can be changed', async () => {
  const { window } = running;
  const all = events(window).locator('.event-main');
  const count = await all.count();
  await all
    .filter({ has: window.locator('time') })
    .first()
    .click();
  await expect(window.locator('.entity.touched').first()).toBeVisible();
  await expect(window.getByRole('article').locator('.mention.lit').first()).toBeVisible();
  await window.keyboard.press('r');
  const form = window.locator('.event-form');
  await form.getByLabel('When').fill('12 March to 9 March 2024');
  await form.getByLabel('What happened').fill('  ');
  await window.keyboard.press('Enter');
  await expect(form.getByRole('alert')).toHaveText([
    'Say what happened.',
    'The last day is before the first.',
  ]);
  await form.getByLabel('When').fill('29 February 2024');
  await form.getByLabel('What happened').fill('A day that comes every four years');
  await window.keyboard.press('Enter');
  const changed = all.filter({ hasText: 'A day that comes every four years' });
  await expect(changed.locator('time')).toHaveAttribute('datetime', '2024-02-29');
  await changed.click();
  await window.keyboard.press('r');
  await form.getByLabel('When').fill('1987');
  await window.keyboard.press('Enter');
  await expect(changed.locator('time')).toHaveText('1987');
  await window.keyboard.press('x');
  await expect(all).toHaveCount(count - 1);
  await window.keyboard.press('Control+z');
  await expect(all).toHaveCount(count);
});

test('selected words become an entity by one key', async () => {
  const { window } = running;
  const before = await names(window).count();
  await window.evaluate(() => {
    const text = [...document.querySelectorAll('article p.block')].flatMap((p) => [...p.childNodes]);
    const node = text.find((each) => each instanceof Text && /\w{6,}/.test(each.data)) as Text;
    const match = /\w{6,}/.exec(node.data)!;
    getSelection()?.setBaseAndExtent(node, match.index, node, match.index + match[0].length);
  });
  await expect(window.getByRole('toolbar', { name: 'Selected words' })).toBeVisible();
  await window.keyboard.press('a');
  await expect(names(window)).toHaveCount(before + 1);
});

test('panels are resized by arrow keys, within their bounds', async () => {
  const { window } = running;
  const width = () => window.locator('.panels').evaluate((element) => element.clientWidth);
  const before = await width();
  const line = window.getByRole('separator', { name: 'Width of the side panels' });
  await line.focus();
  await window.keyboard.press('ArrowLeft');
  await expect.poll(width).toBeGreaterThan(before);
  for (let i = 0; i < 30; i += 1) await window.keyboard.press('ArrowRight');
  await expect.poll(width).toBe(259);
  // What was drawn wide follows the panel, and Tab moves nothing sideways.
  await expect
    .poll(() => window.locator('.panels').evaluate((element) => element.scrollWidth - element.clientWidth))
    .toBe(0);
  for (let i = 0; i < 12; i += 1) await window.keyboard.press('Tab');
  expect(await window.evaluate(() => document.body.getBoundingClientRect().left + scrollX)).toBe(0);
  expect(await window.locator('.window').evaluate((element) => element.scrollLeft)).toBe(0);
});

test('a narrow window shows the article list as a drawer that Escape puts away', async () => {
  const { app, window } = running;
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(800, 600));
  const list = window.getByRole('navigation', { name: 'Articles' });
  await expect(list).toBeHidden();
  await window.getByRole('button', { name: 'Article list' }).click();
  await expect(list).toBeVisible();
  await window.keyboard.press('Escape');
  await expect(list).toBeHidden();
});

test('a long list builds its rows as it is scrolled, and holds every entity in the end', async () => {
  const { app, window } = running;
  const folder = await mkdtemp(join(tmpdir(), 'dateline-long-'));
  const first = ['Anna', 'Boris', 'Clara', 'David', 'Elena', 'Frank', 'Greta', 'Hugo', 'Irene', 'Jonas'];
  const stems = ['Hart', 'Lind', 'Berg', 'Mor', 'Kast', 'Val', 'Sten', 'Rood', 'Pell', 'Quin'];
  const ends = ['man', 'qvist', 'strom', 'ley', 'son', 'berg'];
  const people = stems.flatMap((stem) => ends.map((end) => stem + end));
  const verbs = [
    'spoke at length with',
    'wrote a long letter to',
    'walked along the shore with',
    'sold a boat to',
  ];
  const paragraphs = people.map((surname, i) => {
    const other = (step: number) =>
      `${first[(i * 7 + step) % 10]} ${people[(i + step * 17) % people.length]}`;
    const tell = (step: number) =>
      `${other(step)} ${verbs[(i + step) % 4]} ${other(step + 4)} about the harbour on ${(i % 28) + 1} May ${1990 + ((i + step) % 30)}.`;
    return `<p>In that year ${first[i % 10]} ${surname} came back to the town. ${[0, 1, 2].map(tell).join(' ')}</p>`;
  });
  const path = join(folder, 'long.html');
  await writeFile(
    path,
    `<!doctype html><title>A long chronicle</title><article><h1>A long chronicle</h1>${paragraphs.join('')}</article>`,
  );
  await app.evaluate(
    ({ BrowserWindow }, file) =>
      BrowserWindow.getAllWindows()[0]?.webContents.send('notice', 'files.open', {
        paths: [file],
        folders: [],
      }),
    path,
  );
  await expect(window.getByRole('heading', { level: 1 })).toHaveText('A long chronicle');
  await expect.poll(() => rows(window).count()).toBeGreaterThan(20);
  const all = Number(
    /([\d,]+) entities/.exec(await window.locator('.status').innerText())?.[1]?.replace(',', ''),
  );
  expect(all).toBeGreaterThan(130);
  expect(await rows(window).count()).toBeLessThanOrEqual(120);
  await expect
    .poll(async () => {
      await entities(window).evaluate((list) => list.scrollTo(0, list.scrollHeight));
      return rows(window).count();
    })
    .toBe(all);
  await rm(folder, { recursive: true });
});

test('the entities and the timeline leave as files', async () => {
  const { app, window } = running;
  const folder = await mkdtemp(join(tmpdir(), 'dateline-export-'));
  const saved = async (label: string) => {
    const path = join(folder, label);
    await app.evaluate(({ dialog }, filePath) => {
      const answer = async () => ({ canceled: false, filePath });
      dialog.showSaveDialog = answer as typeof dialog.showSaveDialog;
    }, path);
    await window.getByRole('button', { name: 'Export' }).click();
    await window.getByRole('region', { name: 'Export' }).getByRole('button', { name: label }).click();
    let content = '';
    await expect.poll(async () => (content = await readFile(path, 'utf8').catch(() => ''))).not.toBe('');
    await expect(window.getByRole('status').filter({ hasText: `Saved as ${path}.` })).toBeVisible();
    return content;
  };
  const csv = await saved('Entities, CSV');
  for (const name of await names(window).allInnerTexts()) expect(csv).toContain(name.replaceAll('"', '""'));
  const calendar = await saved('Timeline, iCalendar');
  expect(calendar).toMatch(/^BEGIN:VCALENDAR\r\n/);
  expect(calendar.match(/BEGIN:VEVENT/g)?.length).toBeGreaterThan(2);
  await rm(folder, { recursive: true });
});
