import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../../build/checkout.mjs';
import { hasDisplay, startVirtualDisplay } from '../../build/display.mjs';
import { ensureRuntime } from '../../build/runtime.mjs';
import { option } from '../page-archive';
import { longArticle } from './long-article';
import { type Standstills, WatchedApp } from './watched-app';

const WORDS = 200_000;
const SAMPLE = join(root, 'assets/samples/harbour-ferry.html');

interface Measured {
  article: string;
  step: string;
  standstills: Standstills;
}

async function measure(article: string, file: string): Promise<Measured[]> {
  const app = await WatchedApp.start();
  try {
    const measured: Measured[] = [];
    const step = async (name: string, work: () => Promise<void>) => {
      measured.push({ article, step: name, standstills: await app.during(work) });
    };
    await step('opening', () => app.open(file));
    await step('one correction', () => app.removeFirstEntity());
    await step('taken back', () => app.takeBack());
    await step('opened again', () => app.openAgain(file));
    return measured;
  } finally {
    await app.close();
  }
}

function row({ article, step, standstills }: Measured): string {
  const { window, longTasks, main, seconds } = standstills;
  return [
    article.padEnd(16),
    step.padEnd(16),
    `${window.toFixed(0)} ms`.padStart(12),
    `${Math.max(0, ...longTasks).toFixed(0)} ms`.padStart(14),
    String(longTasks.length).padStart(12),
    `${main.toFixed(0)} ms`.padStart(12),
    `${seconds.toFixed(1)} s`.padStart(9),
  ].join('');
}

/**
 * Opens a long article in the real app and corrects it, and tells for how long the window and main stood still: the
 * longest time in which each answered nobody. The yardstick is the sample
 * article in the same app on the same machine; a task over 50 ms is one that a person feels.
 */
export async function run(args: string[]): Promise<void> {
  const words = Number(option(args, 'words') ?? WORDS);
  const built = spawnSync(process.execPath, [join(root, 'electron/build/bundle.mjs')], { stdio: 'inherit' });
  if (built.status !== 0) throw new Error('The app could not be built.');
  await ensureRuntime();
  const display = hasDisplay() ? null : await startVirtualDisplay({ width: 1600, height: 1000 });
  Object.assign(process.env, display?.env);
  const folder = mkdtempSync(join(tmpdir(), 'dateline-window-'));
  try {
    const file = join(folder, 'long.txt');
    writeFileSync(file, longArticle(words));
    const measured = [...(await measure(`${words} words`, file)), ...(await measure('the sample', SAMPLE))];
    process.stdout.write(
      `${'article'.padEnd(16)}${'step'.padEnd(16)}${'window'.padStart(12)}${'longest task'.padStart(14)}${'over 50 ms'.padStart(12)}${'main'.padStart(12)}${'took'.padStart(9)}\n`,
    );
    process.stdout.write(`${measured.map(row).join('\n')}\n`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
    display?.stop();
  }
}
