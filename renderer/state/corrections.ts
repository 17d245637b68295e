import { effect, signal } from '@preact/signals';
import type { Correction } from '../../electron/contract';
import { ask } from './bridge';
import { analysis } from './current';

/** Corrections that hold for the open article, the oldest first. */
export const corrections = signal<readonly Correction[]>([]);

/** Each of them comes with another analysis. */
effect(() => {
  const found = analysis.value;
  if (!found) {
    corrections.value = [];
    return;
  }
  void ask('article.decisions', { article: found.article }).then((kept) => {
    if (kept && analysis.value === found) corrections.value = touching(kept.corrections, found.unapplied);
  });
});

/** Without those made for every article that find nothing in this one. @param unapplied ids of those that do not */
export function touching(kept: readonly Correction[], unapplied: readonly string[]): Correction[] {
  return kept.filter(({ id, scope }) => scope === 'article' || !unapplied.includes(id));
}

const HIDING: ReadonlySet<Correction['change']['kind']> = new Set([
  'hideEvent',
  'hideStatement',
  'notAnEntity',
]);

/** Corrections that took something out of sight. */
export const isHiding = ({ change }: Correction): boolean => HIDING.has(change.kind);
