import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from 'playwright/test';
import { launchApp } from './launch';

/** A book's worth of paragraphs, and behind them a table of more rows than an article shows. */
const PARAGRAPHS = 6_000;
const ROWS = 1_000;
const COLUMNS = 50;

/** A document, which is kept whole. */
function heavyDocument(): string {
  const paragraphs = Array.from({ length: PARAGRAPHS }, (_, i) => `Paragraph ${i} tells of the harbour.`);
  const row = (write: (column: number) => string) =>
    `|${Array.from({ length: COLUMNS }, (_, c) => write(c)).join('|')}|`;
  const rows = Array.from({ length: ROWS - 1 }, (_, r) => row((c) => `${r}/${c}`));
  const table = [row((c) => `Column ${c}`), row(() => '-'), ...rows].join('\n');
  return `# Heavy\n\n${paragraphs.join('\n\n')}\n\n${table}\n`;
}

let folder = '';

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dateline-heavy-'));
});
test.afterAll(() => rm(folder, { recursive: true, force: true }));

async function opened(name: string, content: string): Promise<Awaited<ReturnType<typeof launchApp>>> {
  const path = join(folder, name);
  await writeFile(path, content);
  return launchApp({ files: [path] });
}

const article = (window: Page) => window.getByRole('article');

test('a long article stands in slices, whole, and can be searched to its end', async () => {
  const { window, close } = await opened('heavy.md', heavyDocument());
  await expect(article(window).locator('.omission')).toHaveCount(1, { timeout: 40_000 });
  expect(await article(window).locator('.slice').count()).toBeGreaterThan(3);
  await expect(article(window).locator('p.block')).toHaveCount(PARAGRAPHS);
  await window.getByRole('button', { name: 'Find in article' }).click();
  await window.getByRole('searchbox', { name: 'Find in article' }).fill('paragraph 5900 tells');
  await expect(window.getByRole('search')).toContainText('1 of 1');
  await expect(article(window).getByText('Paragraph 5900 tells')).toBeInViewport();
  await close();
});

test('a large table is shown as far as it goes, and says where its other rows are', async () => {
  const { window, close } = await opened('heavy.md', heavyDocument());
  const notice = article(window).locator('.omission');
  await expect(notice).toContainText('The table’s other 600 rows are in Original.', { timeout: 40_000 });
  expect(await article(window).locator('.table-slice').count()).toBeGreaterThan(5);
  await expect(article(window).locator('td')).toHaveCount(399 * COLUMNS);
  await notice.getByRole('button', { name: 'Show Original' }).click();
  // Its text comes when the engine is through with names and times; here it is enough that the way leads there.
  await expect(window.getByRole('region', { name: 'Original text' })).toBeVisible();
  await close();
});

test('a drawing that would draw itself millions of times is not drawn, and that is said', async () => {
  const steps = Array.from(
    { length: 9 },
    (_, i) => `<g id="a${i + 1}">${`<use href="#a${i}"/>`.repeat(10)}</g>`,
  );
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="200" height="200"><defs><rect id="a0" width="1" height="1"/>${steps.join('')}</defs><use href="#a9"/></svg>`;
  const image = `<figure><img width="200" height="200" alt="A bomb" src="data:image/svg+xml;base64,${btoa(drawing)}"><figcaption>Drawn.</figcaption></figure>`;
  const words =
    '<p>The ferry left the harbour at noon, and nobody saw it again before the evening of that day.</p>';
  const { window, close } = await opened(
    'drawing.html',
    `<!doctype html><title>Drawing</title><article><h1>Drawing</h1>${words.repeat(3)}${image}${words}</article>`,
  );
  const placeholder = article(window).locator('.no-image');
  await placeholder.scrollIntoViewIfNeeded();
  await expect(placeholder).toHaveText('Image cannot be shown: A bomb');
  await close();
});
