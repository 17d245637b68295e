import { useSignalEffect } from '@preact/signals';
import { useRef } from 'preact/hooks';
import type { Analysis, Article } from '../../electron/contract';
import { analysis, article } from '../state/current';
import { readingProgress, readingSpan } from '../state/jump';
import { restorePlace } from '../state/place';
import { openRemovals } from '../state/removals';
import type { ArticleView } from './article-view';

/** Articles under way to the place where they are read; until they stand there, scrolling says nothing of the reading. */
let arriving = 0;

export function isArriving(): boolean {
  return arriving > 0;
}

async function arrive(showing: Promise<void>): Promise<void> {
  arriving += 1;
  try {
    await showing;
  } finally {
    arriving -= 1;
  }
}

interface Built {
  hash: string;
  /** Changes with the blocks, their kinds and their texts. */
  key: string;
  expanded: object;
}

/**
 * Builds the blocks for another article, another cleaning or other removals in sight; a new analysis of the same ones
 * only changes the marks. Another article begins at its kept place, the same one stays where it is read.
 * @param onShown called when the last block stands
 */
export function useShownArticle(shown: { current?: ArticleView | undefined }, onShown: () => void): void {
  const built = useRef<Built | null>(null);
  useSignalEffect(() => {
    const current = article.value;
    const found = analysis.value;
    const expanded = openRemovals.value;
    const target = shown.current;
    if (!target) return;
    if (!current) {
      built.current = null;
      target.root.replaceChildren();
      return;
    }
    const before = built.current;
    const now = { hash: current.source.hash, key: keyOf(current), expanded };
    if (before?.key === now.key && before.expanded === expanded) {
      void target.decorate(found);
      return;
    }
    built.current = now;
    const isSame = before?.hash === now.hash;
    const showing = (isSame ? rebuild : begin)(target, current, found, expanded);
    void arrive(showing).then(onShown);
  });
}

function keyOf({ source, blocks }: Article): string {
  return JSON.stringify([source.hash, blocks.map(({ id, kind, text }) => `${id} ${kind} ${text.length}`)]);
}

async function rebuild(
  target: ArticleView,
  current: Article,
  found: Analysis | null,
  expanded: ReadonlySet<string>,
): Promise<void> {
  const place = readingSpan.peek();
  await target.show(current, found, expanded);
  if (place) target.goTo(place, { flash: false, keepFocus: true, exactly: true });
}

async function begin(
  target: ArticleView,
  current: Article,
  found: Analysis | null,
  expanded: ReadonlySet<string>,
): Promise<void> {
  const scroller = target.root.closest<HTMLElement>('.scroller');
  readingSpan.value = null;
  readingProgress.value = 0;
  scroller?.scrollTo(0, 0);
  await target.show(current, found, expanded);
  if (document.activeElement === document.body) scroller?.focus();
  await restorePlace(current.source.hash);
}
