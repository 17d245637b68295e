import { join } from 'node:path';
import { expect, test } from 'playwright/test';
import { root } from '../electron/build/checkout.mjs';
import { launchApp } from './launch';

/** Not a test: `npm run screenshots` takes the README's pictures anew from the real app, for a person to look at. */
const themes = ['light', 'sepia', 'dark'] as const;

for (const theme of themes) {
  test(theme, async () => {
    const { app, window: page, close } = await launchApp();
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1280, 800));
    await page.evaluate((chosen) => window.dateline.call('app.settings', { theme: chosen }), theme);
    await page.getByRole('button', { name: 'sample article' }).click();
    const first = page.getByRole('list', { name: 'Entities in this article' }).getByRole('listitem').first();
    await first.getByRole('button').first().click();
    await expect(page.getByRole('list', { name: 'Events' }).getByRole('listitem').first()).toBeVisible();
    // The words a jump leads to flash for a moment.
    await page.waitForTimeout(2500);
    await page.screenshot({ path: join(root, `assets/screenshots/${theme}.png`) });
    await close();
  });
}
