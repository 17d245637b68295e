import { expect, test } from 'playwright/test';
import { launchApp, type RunningApp } from './launch';

/** The window's process ends: it begins anew, says so, and offers the article as text only. */
const sample = 'assets/samples/harbour-ferry.html';

/**
 * A page that has crashed answers the test no more; the app's own side of the window does, though not about a page that
 * is going or coming: then there is no answer.
 */
function inPage<T>(running: RunningApp, code: string): Promise<T | null> {
  return running.app.evaluate(({ BrowserWindow }, given) => {
    const answer = BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(given);
    const late = new Promise<null>((resolve) => setTimeout(() => resolve(null), 1_000));
    return Promise.race([answer?.catch(() => null), late]);
  }, code) as Promise<T | null>;
}

const text = async (running: RunningApp) => (await inPage<string>(running, 'document.body.innerText')) ?? '';

function press(running: RunningApp, label: string): Promise<unknown> {
  const name = JSON.stringify(label);
  return inPage(
    running,
    `[...document.querySelectorAll('button')].find((button) => button.textContent === ${name}).click()`,
  );
}

async function stopWindow(running: RunningApp): Promise<void> {
  await running.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(),
  );
  await expect
    .poll(() => text(running), { timeout: 30_000 })
    .toContain('The window stopped while it showed this article.');
}

test('a window that stopped begins anew and says so; what stops it twice is shown as text only', async () => {
  const running = await launchApp({ files: [sample] });
  const lists = () => inPage<number>(running, "document.querySelectorAll('article li').length");
  const shown = (words: string) => expect.poll(() => text(running), { timeout: 30_000 }).toContain(words);
  await expect(running.window.getByRole('heading', { level: 1 })).toBeVisible();

  await stopWindow(running);
  await press(running, 'Try again');
  await shown('The timetable for the spring');
  await expect.poll(lists).toBeGreaterThan(0);

  await stopWindow(running);
  await press(running, 'Try again');
  await shown('This article has stopped the window twice, so it is shown as text only.');
  await shown('from Port Ellery at 6.00 a.m.');
  await expect.poll(lists).toBe(0);
  await press(running, 'Show the whole article');
  await expect.poll(lists).toBeGreaterThan(0);
  await running.close();
});

test('a window that does not answer may be begun anew', async () => {
  const running = await launchApp({ files: [sample] });
  await expect(running.window.getByRole('heading', { level: 1 })).toBeVisible();
  await running.app.evaluate(({ BrowserWindow, dialog }) => {
    dialog.showMessageBox = (async () => ({ response: 1 })) as unknown as typeof dialog.showMessageBox;
    BrowserWindow.getAllWindows()[0]?.emit('unresponsive');
  });
  await expect.poll(() => text(running), { timeout: 30_000 }).toContain('The window stopped');
  await running.close();
});

test('a graphics process that ends takes nothing with it', async () => {
  const running = await launchApp({ files: [sample] });
  await expect(running.window.getByRole('heading', { level: 1 })).toBeVisible();
  const graphics = await running.app.evaluate(
    ({ app }) => app.getAppMetrics().find(({ type }) => type === 'GPU')?.pid,
  );
  test.skip(graphics === undefined, 'graphics have no process of their own here');
  if (graphics !== undefined) process.kill(graphics, 'SIGKILL');
  await expect(running.window.getByRole('heading', { level: 1 })).toBeVisible();
  await running.window.getByRole('button', { name: 'Original' }).click();
  await expect(running.window.getByRole('button', { name: 'Original', pressed: true })).toBeVisible();
  await expect(running.window.getByRole('alert')).toHaveCount(0);
  await running.close();
});
