import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'playwright/test';
import { launchApp, type RunningApp } from './launch';

/** Asserts what keeps a hostile article, or a fault in the page, from reaching anything. On one running app. */
let running: RunningApp;
test.beforeAll(async () => {
  running = await launchApp();
  await running.window.waitForLoadState('load');
});
test.afterAll(() => running.close());

async function refusedSoFar(): Promise<number> {
  const answer = await running.window.evaluate(() => window.dateline.call('app.connections', null));
  return answer.ok ? answer.value : Number.NaN;
}

test('asks for nothing from the network by itself', async () => {
  await expect.poll(() => running.networkAttempts()).toEqual([]);
  expect(await refusedSoFar()).toBe(0);
});

test('the page is sandboxed, isolated and without Node', async () => {
  const preferences = await running.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map((window) => {
      const contents = window.webContents as unknown as { getLastWebPreferences(): Record<string, unknown> };
      const { sandbox, contextIsolation, nodeIntegration, webviewTag, webSecurity } =
        contents.getLastWebPreferences();
      return { sandbox, contextIsolation, nodeIntegration, webviewTag, webSecurity };
    }),
  );
  expect(preferences).toEqual([
    { sandbox: true, contextIsolation: true, nodeIntegration: false, webviewTag: false, webSecurity: true },
  ]);
  const page = await running.window.evaluate(() => ({
    node: ['require', 'process', 'Buffer', 'module', 'global', 'electron'].filter((name) => name in window),
    bridge: Object.keys(window.dateline).sort(),
    frozen: Object.isFrozen(window.dateline),
  }));
  expect(page).toEqual({ node: [], bridge: ['call', 'on', 'pathOf'], frozen: true });
});

test('the page comes over our own scheme with a policy that names every kind of content', async () => {
  expect(running.window.url()).toBe('dateline://app/index.html');
  const policy = await running.app.evaluate(async ({ session }) => {
    const answer = await session.defaultSession.fetch('dateline://app/index.html');
    return answer.headers.get('content-security-policy');
  });
  expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self'");
  expect(policy).not.toMatch(/unsafe|data:|blob:|https?:|\*/);
});

test('nothing inline runs and nothing is evaluated', async () => {
  const ran = await running.window.evaluate(
    () =>
      new Promise<string[]>((resolve) => {
        // From a timer, so that the debugger's own leave to evaluate does not extend to it.
        setTimeout(async () => {
          const done: string[] = [];
          const attempt = (name: string, work: () => void) => {
            try {
              work();
            } catch {
              return;
            }
            if ((window as unknown as { ran?: string }).ran === name) done.push(name);
          };
          attempt('inline script', () => {
            const script = document.createElement('script');
            script.append("window.ran = 'inline script'");
            document.body.append(script);
          });
          attempt('handler', () => {
            const element = document.createElement('b');
            element.setAttribute('onclick', "window.ran = 'handler'");
            document.body.append(element);
            element.click();
          });
          attempt('markup', () => {
            const element = document.createElement('div');
            element.innerHTML = '<img src="x" onerror="window.ran = \'markup\'">';
            done.push('markup');
          });
          // biome-ignore lint/security/noGlobalEval: that it is refused is what is tested
          attempt('eval', () => eval("window.ran = 'eval'"));
          attempt('Function', () => new Function("window.ran = 'Function'")());
          const sheet = document.createElement('style');
          sheet.append('body { outline: 7px solid red }');
          document.head.append(sheet);
          await new Promise((later) => setTimeout(later, 300));
          if (getComputedStyle(document.body).outlineWidth === '7px') done.push('inline style');
          resolve(done);
        });
      }),
  );
  expect(ran).toEqual([]);
});

test('every way to the network is refused, and counted', async () => {
  const before = await refusedSoFar();
  const outcomes = await running.window.evaluate(async () => {
    const address = 'https://example.org/secret';
    const settled = (work: Promise<unknown>) =>
      work.then(
        () => 'reached',
        () => 'refused',
      );
    const loads = (element: HTMLElement, start: () => void) =>
      settled(
        new Promise((resolve, reject) => {
          element.onload = resolve;
          element.onerror = reject;
          start();
          document.body.append(element);
        }),
      );
    const image = new Image();
    const script = document.createElement('script');
    const sheet = document.createElement('link');
    return {
      fetch: await settled(fetch(address)),
      request: await settled(
        new Promise((resolve, reject) => {
          const request = new XMLHttpRequest();
          request.onload = resolve;
          request.onerror = reject;
          request.open('GET', address);
          request.send();
        }),
      ),
      socket: await settled(
        new Promise((resolve, reject) => {
          const socket = new WebSocket('wss://example.org/');
          socket.onopen = resolve;
          socket.onerror = reject;
        }),
      ),
      image: await loads(image, () => {
        image.src = `${address}.png`;
      }),
      sheet: await loads(sheet, () => {
        sheet.rel = 'stylesheet';
        sheet.href = `${address}.css`;
      }),
      script: await settled(
        new Promise((resolve, reject) => {
          script.onload = resolve;
          script.onerror = reject;
          script.setAttribute('src', `${address}.js`);
          document.body.append(script);
        }),
      ),
    };
  });
  expect(outcomes).toEqual({
    fetch: 'refused',
    request: 'refused',
    socket: 'refused',
    image: 'refused',
    sheet: 'refused',
    script: 'refused',
  });
  await expect.poll(refusedSoFar).toBeGreaterThanOrEqual(before + 5);
});

test('what gets past the page is refused by the session, and no name is looked up', async () => {
  const before = await refusedSoFar();
  const outcomes = await running.app.evaluate(async ({ session }) => {
    const settled = (work: Promise<unknown>) =>
      work.then(
        () => 'reached',
        (error: Error) => error.message,
      );
    return {
      request: await settled(session.defaultSession.fetch('https://example.org/')),
      local: await settled(session.defaultSession.fetch('http://127.0.0.1:9/')),
      name: await settled(session.defaultSession.resolveHost('localhost.example.org')),
    };
  });
  expect(outcomes.request).toContain('ERR_BLOCKED_BY_CLIENT');
  expect(outcomes.local).toContain('ERR_BLOCKED_BY_CLIENT');
  expect(outcomes.name).toContain('ERR_NAME_NOT_RESOLVED');
  expect(await refusedSoFar()).toBe(before + 2);
});

test('the page stays where it is', async () => {
  const page = running.window;
  await page.evaluate(() => {
    (window as unknown as { stayed: boolean }).stayed = true;
  });
  for (const address of [
    'https://example.org/',
    'file:///etc/hostname',
    'dateline://image/x',
    'data:text/html,x',
  ]) {
    await page.evaluate((href) => {
      const link = document.createElement('a');
      link.href = href;
      document.body.append(link);
      link.click();
      link.target = '_blank';
      link.click();
      link.remove();
      window.open(href);
      location.assign(href);
    }, address);
  }
  const framed = await page.evaluate(async () => {
    const frames = ['https://example.org/', 'file:///etc/hostname', 'dateline://app/index.html'].map(
      (src) => {
        const frame = document.createElement('iframe');
        frame.src = src;
        document.body.append(frame);
        return frame;
      },
    );
    await new Promise((later) => setTimeout(later, 500));
    const open = frames.filter((frame) => frame.contentDocument?.body?.childElementCount);
    for (const frame of frames) frame.remove();
    return open.length;
  });
  expect(framed).toBe(0);
  expect(page.url()).toBe('dateline://app/index.html');
  expect(await page.evaluate(() => (window as unknown as { stayed: boolean }).stayed)).toBe(true);
  expect(await running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
});

test('every permission is refused', async () => {
  const outcomes = await running.window.evaluate(async () => {
    const settled = (work: Promise<unknown>) =>
      work.then(
        () => 'granted',
        () => 'refused',
      );
    return {
      notifications: await Notification.requestPermission(),
      position: await settled(
        new Promise((resolve, reject) => navigator.geolocation.getCurrentPosition(resolve, reject)),
      ),
      camera: await settled(navigator.mediaDevices.getUserMedia({ video: true })),
      screen: await settled(navigator.mediaDevices.getDisplayMedia()),
      clipboard: await settled(navigator.clipboard.readText()),
    };
  });
  expect(outcomes).toEqual({
    notifications: 'denied',
    position: 'refused',
    camera: 'refused',
    screen: 'refused',
    clipboard: 'refused',
  });
});

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
    ['article.open', { path: 7, job: 1 }],
    ['article.open', { path: '/a' }],
    ['article.choices', { hash: '../../settings' }],
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
  expect(await refusedSoFar()).toBeGreaterThanOrEqual(0);
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
  const sizes = await running.window.evaluate(
    async (path) => {
      const answer = await window.dateline.call('article.open', { path, job: 9_001 });
      if (!answer.ok) return [answer.error.cause];
      const ids = answer.value.article.blocks.flatMap((block) =>
        block.kind === 'figure' ? block.images.map((image) => image.id) : [],
      );
      return Promise.all(
        ids.map(
          (id) =>
            new Promise<string>((resolve) => {
              const image = new Image();
              image.onload = () => resolve(`${image.naturalWidth}x${image.naturalHeight}`);
              image.onerror = () => resolve('not shown');
              image.src = `dateline://image/${id}`;
            }),
        ),
      );
    },
    join(folder, 'page.html'),
  );
  expect(sizes).toEqual(['1x1', 'not shown']);
  await rm(folder, { recursive: true });
});
