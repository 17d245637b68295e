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
