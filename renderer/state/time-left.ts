import { effect, signal } from '@preact/signals';
import { progress } from './article';

/** Seconds the stage under way still takes, as far as its pace tells; null when it does not tell yet. */
export const secondsLeft = signal<number | null>(null);

/** Milliseconds of work before its pace is trusted. */
const SETTLED = 1500;
let stage = '';
let began = 0;

effect(() => {
  const work = progress.value;
  const now = performance.now();
  const key = work ? `${work.job} ${work.stage}` : '';
  if (key !== stage) {
    stage = key;
    began = now;
  }
  const spent = now - began;
  const told = work && work.total > 0 && work.done > 0 && spent > SETTLED;
  secondsLeft.value = told ? Math.ceil(((spent / work.done) * (work.total - work.done)) / 1000) : null;
});
