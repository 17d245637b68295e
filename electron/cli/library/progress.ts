import type { ImportProgress } from '../../contract';

/** Milliseconds between two lines, on a terminal that shows one and in a file that keeps all. */
const OFTEN = process.stderr.isTTY ? 200 : 5_000;
let last = 0;
let open = false;

/** On standard error: one line that changes on a terminal, else a line now and then. */
export function showProgress(progress: ImportProgress): void {
  const now = performance.now();
  const done = progress.state === 'idle';
  if (!done && now - last < OFTEN) return;
  if (done && !open) return;
  last = now;
  const text = asLine(progress);
  process.stderr.write(process.stderr.isTTY ? `\r\u001b[K${text}${done ? '\n' : ''}` : `${text}\n`);
  open = !done;
}

function asLine({ state, total, added, known, failed, left }: ImportProgress): string {
  if (state === 'looking') return 'Looking for files …';
  const finished = added + known + failed;
  const counts = `${finished} of ${total}: ${added} taken in, ${known} known, ${failed} failed`;
  const seconds = left === null ? null : Math.round(left / 1_000);
  return seconds === null || seconds === 0 ? counts : `${counts}; about ${seconds} s left`;
}
