import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'playwright/test';
import { launchApp, type RunningApp } from './launch';
import { openArticle } from './open-article';

/** What main answers, and to whom: the calls of the window, the app's own addresses, links, pictures. */
let running: RunningApp;
test.beforeAll(async () => {
  running = await launchApp();
  await running.window.waitForLoadState('load');
});
test.afterAll(() => running.close());

test('a window that is not ours is not listened to, even with our page and preload script', async () => {
  const code = await running.app.evaluate(async ({ app, BrowserWindow }) => {
    const stranger = new BrowserWindow({
      show: false,
      webPreferences: { preload: `${app.getAppPath()}/dist/preload.cjs`, sandbox: true },
    });
    await stranger.loadURL('dateline://app/index.html');
    const answer = await stranger.webContents.executeJavaScript("window.dateline.call('app.state', null)");
    stranger.destroy();
    return answer.ok ? 'answered' : answer.error.code;
  });
  expect(code).toBe('invalid-request');
});

test('what a call does not take is refused with invalid-request, and the app goes on', async () => {
  const requests: [string, unknown][] = [
    ['no.such.call', null],
    ['constructor', null],
    ['__proto__', null],
    ['app.state', { more: 1 }],
    ['article.import', { path: 7, job: 1 }],
    ['article.import', { path: '/a' }],
    ['article.open', { article: '/a', job: 1, as: 'best' }],
    ['article.open', { article: 'a'.repeat(64), job: 1, as: 'best' }],
    ['article.decisions', { article: '../../settings' }],
    ['app.settings', { theme: 'neon' }],
    ['file.show', { path: '/etc/passwd' }],
  ];
  for (const [name, input] of requests) {
    const answer = await running.window.evaluate(
      ([call, given]) => window.dateline.call(call as 'app.state', given as null),
      [name, input] as const,
    );
    expect(answer.ok ? 'answered' : answer.error.code, `${name} ${JSON.stringify(input)}`).toBe(
      'invalid-request',
    );
  }
  expect(await running.window.evaluate(() => window.dateline.call('app.connections', null))).toMatchObject({
    ok: true,
  });
});

test('no file is reached but the page and the images of open articles', async () => {
  const statuses = await running.app.evaluate(async ({ session }) => {
    const addresses = [
      'dateline://app/index.html',
      'dateline://app/../main.cjs',
      'dateline://app/%2e%2e/main.cjs',
      'dateline://app/..%2fmain.cjs',
      'dateline://app/%2e%2e%2f%2e%2e%2fpackage.json',
      'dateline://app/nothing.js',
      'dateline://app/%ff.js',
      'dateline://image/..%2f..%2fpackage.json',
      'dateline://image/unknown',
      'dateline://other/index.html',
    ];
    const answers = addresses.map((address) => session.defaultSession.fetch(address));
    return (await Promise.all(answers)).map(({ status }) => status);
  });
  expect(statuses).toEqual([200, ...Array(9).fill(404)]);
  const shown = await running.window.evaluate(
    () =>
      new Promise((resolve) => {
        const image = new Image();
        image.onload = () => resolve('shown');
        image.onerror = () => resolve('refused');
        image.src = 'file:///usr/share/pixmaps/debian-logo.png';
      }),
  );
  expect(shown).toBe('refused');
});

test('an address in an article is opened outside only after a yes, and only on the web or by mail', async () => {
  await running.app.evaluate(({ dialog, shell }) => {
    const seen = { asked: [] as string[], opened: [] as string[], answer: 1 };
    Object.assign(globalThis, { seen });
    const ask = async (...given: unknown[]) => {
      seen.asked.push((given.at(-1) as { detail: string }).detail);
      return { response: seen.answer, checkboxChecked: false };
    };
    dialog.showMessageBox = ask as typeof dialog.showMessageBox;
    shell.openExternal = async (address: string) => {
      seen.opened.push(address);
    };
  });
  const open = (href: string) =>
    running.window.evaluate((address) => window.dateline.call('link.open', { href: address }), href);
  const seen = () =>
    running.app.evaluate(
      () => (globalThis as unknown as { seen: { asked: string[]; opened: string[] } }).seen,
    );
  const address = 'https://example.org/a?b=c#d';

  expect(await open(address)).toEqual({ ok: true, value: false });
  expect((await seen()).opened).toEqual([]);
  expect((await seen()).asked[0]).toContain(address);
  for (const href of ['file:///etc/passwd', 'javascript:alert(1)', 'smb://host/share', 'nonsense']) {
    expect(await open(href)).toEqual({ ok: true, value: false });
  }
  expect((await seen()).asked).toHaveLength(1);
  await running.app.evaluate(() => {
    (globalThis as unknown as { seen: { answer: number } }).seen.answer = 0;
  });
  expect(await open(address)).toEqual({ ok: true, value: true });
  expect((await seen()).opened).toEqual([address]);
});

test('a picture beside an article is shown; one outside its folder, or that is none, is not', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'dateline-pictures-'));
  const png =
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
  await writeFile(join(folder, 'pier.png'), Buffer.from(png, 'base64'));
  await writeFile(join(folder, 'fake.png'), 'not a picture');
  const text = 'The ferry left the pier at noon on Monday. '.repeat(10);
  await writeFile(
    join(folder, 'page.html'),
    `<!DOCTYPE html><title>Pictures</title><article><h1>Pictures</h1><p>${text}</p>
     <figure><img src="pier.png" alt="A pier"></figure><p>${text}</p>
     <figure><img src="fake.png" alt="Nothing"></figure><p>${text}</p></article>`,
  );
  const opened = await openArticle(running.window, join(folder, 'page.html'), 9_001);
  if ('code' in opened) throw new Error(opened.cause);
  const pictures = opened.article.blocks.flatMap((block) =>
    block.kind === 'figure' ? block.images.map((image) => image.id) : [],
  );
  const sizes = await running.window.evaluate(
    (ids) =>
      Promise.all(
        ids.map(
          (id) =>
            new Promise<string>((resolve) => {
              const image = new Image();
              image.onload = () => resolve(`${image.naturalWidth}x${image.naturalHeight}`);
              image.onerror = () => resolve('not shown');
              image.src = `dateline://image/${id}`;
            }),
        ),
      ),
    pictures,
  );
  expect(sizes).toEqual(['1x1', 'not shown']);
  await rm(folder, { recursive: true });
});
