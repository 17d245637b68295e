import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from 'playwright/test';
import { launchApp, type RunningApp } from './launch';

/** A data folder that cannot be written: the app starts, says so, and does not end with unsaved changes unseen. */
const sample = 'assets/samples/harbour-ferry.html';
const rows = (window: Page) =>
  window.getByRole('list', { name: 'Entities in this article' }).locator('.summary');
const banner = (window: Page) => window.getByRole('alert').filter({ hasText: 'Not saved' });

/** A folder where a file belongs cannot be written to, not even by a superuser. */
function block(file: string): void {
  rmSync(file, { force: true });
  mkdirSync(file);
}

async function correct(window: Page): Promise<void> {
  await rows(window).first().click();
  await window.keyboard.press('x');
}

/** Answers the system's dialogues by these labels, one after the other, and notes what was asked. */
async function answer(running: RunningApp, labels: string[]): Promise<() => Promise<string[]>> {
  await running.app.evaluate(({ dialog }, wanted) => {
    const asked: string[] = [];
    Object.assign(globalThis, { asked });
    dialog.showMessageBox = (async (...given: unknown[]) => {
      const { message, buttons } = given.at(-1) as { message: string; buttons: string[] };
      asked.push(message);
      return { response: buttons.indexOf(wanted.shift() ?? ''), checkboxChecked: false };
    }) as typeof dialog.showMessageBox;
  }, labels);
  return () => running.app.evaluate(() => (globalThis as { asked?: string[] }).asked ?? []);
}

test('quitting asks while a change is not on the disk', async () => {
  const running = await launchApp({ files: [sample] });
  const { window, app, userData } = running;
  await expect(rows(window).first()).toBeVisible();
  block(join(userData, 'journal.jsonl'));
  await correct(window);
  await expect(banner(window)).toBeVisible();

  const asked = await answer(running, ['Keep Dateline Open', 'Try Again', 'Quit Without Saving']);
  await app.evaluate(({ app: electron }) => electron.quit());
  await expect.poll(asked).toEqual(['One change could not be saved.']);
  // It is open again and still has the change.
  await expect.poll(() => app.windows().length).toBe(1);
  const again = app.windows()[0] ?? (await app.waitForEvent('window'));
  await expect(banner(again)).toBeVisible();

  const ended = app.waitForEvent('close');
  await app.evaluate(({ app: electron }) => electron.quit());
  await ended;
  rmSync(userData, { recursive: true });
});

test('what could be written meanwhile is kept, and quitting asks no more', async () => {
  const running = await launchApp({ files: [sample] });
  const { window, app, userData } = running;
  await expect(rows(window).first()).toBeVisible();
  const journal = join(userData, 'journal.jsonl');
  block(journal);
  await correct(window);
  await expect(banner(window)).toBeVisible();
  const asked = await answer(running, []);
  rmSync(journal, { recursive: true });
  const ended = app.waitForEvent('close');
  expect(await asked()).toEqual([]);
  await app.evaluate(({ app: electron }) => electron.quit());
  await ended;
  const second = await launchApp({ files: [sample], userData });
  await expect(second.window.locator('.status').getByRole('button', { name: '1 correction' })).toBeVisible();
  await second.close();
  rmSync(userData, { recursive: true });
});

test('what the app keeps may be read by nobody else', async () => {
  const userData = mkdtempSync(join(tmpdir(), 'dateline-private-'));
  const running = await launchApp({ files: [sample], userData });
  await expect(rows(running.window).first()).toBeVisible();
  await correct(running.window);
  const status = running.window.locator('.status');
  await expect(status.getByRole('button', { name: '1 correction' })).toBeVisible();
  const library = join(userData, 'library');
  await expect.poll(() => readdirSync(library)).toContain('originals');
  await running.close();
  const own = readdirSync(userData).filter((name) => /\.jsonl?$/.test(name));
  expect(own).toContain('journal.jsonl');
  const kept = readdirSync(library, { recursive: true, encoding: 'utf8' }).map((name) =>
    join('library', name),
  );
  const open = [...own, ...kept].filter((name) => (statSync(join(userData, name)).mode & 0o077) !== 0);
  expect(open).toEqual([]);
  rmSync(userData, { recursive: true });
});

/** Only Linux's superuser can make a disk for a test; elsewhere the test is left out, and says so. */
const canMount = (() => {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-mount-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', 'tmpfs', folder], { stdio: 'ignore' });
    execFileSync('umount', [folder], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
})();

test('a disk that is only read keeps nobody from reading, and is told of', async () => {
  test.skip(!canMount, 'no disk can be mounted here');
  const disk = mkdtempSync(join(tmpdir(), 'dateline-read-only-'));
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'ro', 'tmpfs', disk]);
  try {
    const running = await launchApp({ files: [sample], userData: disk });
    const { window } = running;
    await expect(window.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(rows(window).first()).toBeVisible();
    await correct(window);
    await expect(banner(window)).toContainText('may only be read');
    const asked = await answer(running, ['Quit Without Saving']);
    await running.app.evaluate(({ app }) => app.quit());
    await running.app.waitForEvent('close').catch(() => asked());
    expect(readdirSync(disk)).toEqual([]);
  } finally {
    execFileSync('umount', [disk]);
    rmSync(disk, { recursive: true });
  }
});
