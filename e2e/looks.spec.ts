import { join } from 'node:path';
import { expect, type Page, test } from 'playwright/test';
import { root } from '../electron/build/checkout.mjs';
import { launchApp, type RunningApp } from './launch';

/** What can be measured of the looks, in every theme and at every size; the pictures lie in test-results/looks. */
const themes = ['light', 'sepia', 'dark', 'contrast'] as const;
const sizes = [
  [1280, 800],
  [800, 600],
  [320, 640],
] as const;

let running: RunningApp;
test.beforeAll(async () => {
  running = await launchApp({ files: ['assets/samples/harbour-ferry.html'] });
  await expect(running.window.locator('.events .event').first()).toBeVisible();
});
test.afterAll(() => running.close());

async function resize([width, height]: readonly [number, number]): Promise<void> {
  await running.app.evaluate(
    ({ BrowserWindow }, [w, h]) => {
      const window = BrowserWindow.getAllWindows()[0];
      window?.setMinimumSize(200, 200);
      window?.setContentSize(w, h);
    },
    [width, height] as const,
  );
  await expect.poll(() => running.window.evaluate(() => innerWidth)).toBe(width);
}

const picture = (name: string) => join(root, 'test-results/looks', `${name}.png`);

/** Words of controls that lie outside the window or do not fit their box. */
function cutControls(window: Page): Promise<string[]> {
  return window.evaluate(() => {
    const cut: string[] = [];
    for (const control of document.querySelectorAll<HTMLElement>('button, select, input')) {
      if (!control.checkVisibility({ visibilityProperty: true })) continue;
      const box = control.getBoundingClientRect();
      const scrolls = control.closest('.rows, .events, .scroller, .library');
      const outside =
        !scrolls && (box.left < -1 || box.right > innerWidth + 1 || box.bottom > innerHeight + 1);
      const tooLong = control.matches('button') && control.scrollWidth > control.clientWidth + 1;
      if (outside || tooLong) cut.push(control.ariaLabel ?? control.innerText);
    }
    return cut;
  });
}

/** Targets under 24 by 24 CSS px (WCAG 2.2, 2.5.8), apart from links in running text. */
function smallTargets(window: Page): Promise<string[]> {
  return window.evaluate(() => {
    const controls = [
      ...document.querySelectorAll<HTMLElement>('button, select, input:not([type="checkbox"])'),
    ];
    return controls
      .filter((control) => control.checkVisibility() && getComputedStyle(control).display !== 'inline')
      .filter((control) => {
        const { width, height } = control.getBoundingClientRect();
        return width < 23.5 || height < 23.5;
      })
      .map((control) => control.ariaLabel ?? control.innerText);
  });
}

for (const size of sizes) {
  test(`at ${size.join(' by ')} nothing is cut off, too small to hit, or wider than the window`, async () => {
    const { window: page } = running;
    await resize(size);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(size[0]);
    expect(await cutControls(page)).toEqual([]);
    expect(await smallTargets(page)).toEqual([]);
    const text = await page.locator('article p.block').first().boundingBox();
    expect(text?.x).toBeGreaterThanOrEqual(8);
    expect((text?.x ?? 0) + (text?.width ?? 0)).toBeLessThanOrEqual(size[0]);
    for (const theme of themes) {
      await page.evaluate((chosen) => window.dateline.call('app.settings', { theme: chosen }), theme);
      await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
      await page.screenshot({ path: picture(`${theme}-${size.join('x')}`) });
    }
  });
}

/** CSS px: half and a quarter of a window of 1280 by 1024, which is what 200 % and 400 % zoom leave of it. */
for (const size of [
  [640, 512],
  [320, 256],
] as const) {
  test(`at ${size.join(' by ')} the text has more than a third of the window, and the panels take turns with it`, async () => {
    const { window: page } = running;
    await resize(size);
    const height = () => page.locator('.scroller').evaluate((element) => element.clientHeight);
    await expect.poll(height).toBeGreaterThan(size[1] / 3);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(size[0]);
    expect(await cutControls(page)).toEqual([]);
    await page.screenshot({ path: picture(`text-${size.join('x')}`) });
    const tabs = page.getByRole('group', { name: 'Show' });
    await tabs.getByRole('button', { name: 'Timeline' }).click();
    await expect(page.locator('.scroller')).toBeHidden();
    await page.screenshot({ path: picture(`timeline-${size.join('x')}`) });
    await page.locator('.event-main').first().click();
    await expect(page.locator('.time.here').first()).toBeInViewport();
  });
}

test('a long description of a picture makes nothing wider than the window', async () => {
  const { window: page } = running;
  await resize(sizes[1]);
  const wide = await page.evaluate(() => {
    const block = document.createElement('figure');
    block.className = 'block';
    const picture = document.createElement('div');
    picture.className = 'no-image';
    picture.textContent = `Image not saved: ${'x'.repeat(400)}`;
    block.append(picture);
    document.querySelector('.blocks')?.append(block);
    const scroller = document.querySelector('.scroller');
    const overflow = (scroller?.scrollWidth ?? 0) - (scroller?.clientWidth ?? 0);
    block.remove();
    return overflow;
  });
  expect(wide).toBe(0);
});

test('the bar over selected words stays inside a narrow window', async () => {
  const { window: page } = running;
  await resize(sizes[2]);
  await page.locator('article p.block').first().scrollIntoViewIfNeeded();
  await page.evaluate(() => {
    const paragraph = document.querySelector('article p.block');
    const words = paragraph && document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT).nextNode();
    if (words) getSelection()?.setBaseAndExtent(words, 0, words, 4);
  });
  const bar = page.getByRole('toolbar', { name: 'Selected words' });
  await expect(bar.getByRole('button', { name: 'Means…' })).toBeInViewport({ ratio: 1 });
  await expect(bar.getByRole('button', { name: 'Event…' })).toBeInViewport({ ratio: 1 });
  await page.evaluate(() => getSelection()?.removeAllRanges());
});

test('the measure is 66 to 70 characters and the text is left aligned, without hyphens', async () => {
  await resize(sizes[0]);
  const { window: page } = running;
  const found = await page.evaluate(() => {
    const paragraphs = [...document.querySelectorAll<HTMLElement>('article p.block')];
    const lines = paragraphs.flatMap((paragraph) => {
      const style = getComputedStyle(paragraph);
      const count = Math.round(paragraph.offsetHeight / Number.parseFloat(style.lineHeight));
      return count >= 3 ? [{ characters: paragraph.innerText.length / (count - 0.5), style }] : [];
    });
    const mean = lines.reduce((sum, line) => sum + line.characters, 0) / lines.length;
    const [first] = lines;
    return {
      mean,
      align: first?.style.textAlign,
      hyphens: first?.style.hyphens,
      size: first?.style.fontSize,
    };
  });
  expect(found.mean).toBeGreaterThan(58);
  expect(found.mean).toBeLessThan(76);
  expect(found).toMatchObject({ align: 'start', hyphens: 'manual', size: '19px' });
});

test('the faces that come with the app are the ones on the page', async () => {
  const { window: page } = running;
  const loaded = await page.evaluate(async () => {
    await document.fonts.ready;
    return [...document.fonts].filter((font) => font.status === 'loaded').map((font) => font.family);
  });
  expect(loaded.join()).toContain('Literata');
  expect(loaded.join()).toContain('Inter');
});

test('the text spacing of WCAG 1.4.12 cuts nothing', async () => {
  const { window: page } = running;
  await page.evaluate(() =>
    window.dateline.call('app.settings', { lineHeight: 1.5, letterSpacing: 0.12, wordSpacing: 0.16 }),
  );
  await expect(page.locator('article.article')).toHaveCSS('letter-spacing', '2.28px');
  expect(await cutControls(page)).toEqual([]);
  const wide = await page.evaluate(
    () =>
      [...document.querySelectorAll('.block')].filter((block) => block.scrollWidth > block.clientWidth + 1)
        .length,
  );
  expect(wide).toBe(0);
});

test('with motion reduced, a jump does not flash for long', async () => {
  const { window: page } = running;
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.locator('.rows .summary').first().click();
  await expect(page.locator('.flash')).toHaveCount(0);
  await expect(page.locator('.mention.here').first()).toBeInViewport();
});

test('with forced colours, what is chosen still stands out', async () => {
  const { window: page } = running;
  await page.emulateMedia({ forcedColors: 'active' });
  const standsOut = () =>
    page.evaluate(() => {
      const here = document.querySelector('.mention.here');
      const around = here?.closest('.block');
      if (!here || !around) return false;
      return getComputedStyle(here).backgroundColor !== getComputedStyle(around).backgroundColor;
    });
  // The window takes up the system's colours a moment after it was told of them.
  await expect.poll(standsOut).toBe(true);
  await page.screenshot({ path: picture('forced-colours') });
});
