import { useSignalEffect } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { putBack, view } from '../state/article';
import { chosenEvent, chosenMention, goToEvent, goToMention, goToSpan, litEntities } from '../state/choice';
import { analysis, article } from '../state/current';
import { hitIndex, hits } from '../state/find';
import { jump, readingProgress, readingSpan } from '../state/jump';
import { askForLink } from '../state/links';
import { keepPlace, restorePlace } from '../state/place';
import { openRemovals } from '../state/removals';
import { settings } from '../state/settings';
import { ArticleView } from './article-view';
import { LostTextWarning } from './lost-text-warning';
import { MetaLine } from './meta-line';
import { Original } from './original';
import { SelectionTools } from './selection-tools';

/** The article in its column. Its blocks are plain DOM, built by `ArticleView`; Preact owns what is around them. */
export function Reader() {
  const scroller = useRef<HTMLDivElement>(null);
  const root = useRef<HTMLDivElement>(null);
  const shown = useRef<ArticleView>(undefined);

  useEffect(() => {
    if (root.current) shown.current = new ArticleView(root.current);
  }, []);
  useShownArticle(shown);
  useSignalEffect(() => {
    const event = analysis.value?.events.find((other) => other.id === chosenEvent.value);
    shown.current?.light(litEntities.value, chosenMention.value, event?.expression ?? null);
  });
  useSignalEffect(() => {
    const to = jump.value;
    if (to) shown.current?.goTo(to.span, to);
  });

  useSignalEffect(() => shown.current?.paintHits(hits.value, hitIndex.value));

  const original = view.value === 'original';
  return (
    <main class="reader" aria-label="Article">
      <div
        class="progress"
        role="progressbar"
        aria-label="Read so far"
        aria-valuenow={Math.round(readingProgress.value * 100)}
        ref={(bar) => {
          if (bar) bar.style.transform = `scaleX(${readingProgress.value})`;
        }}
      />
      <div class="scroller" ref={scroller} tabIndex={-1} onScroll={() => trackReading(scroller, shown)}>
        <article
          class={settings.value.showMarks ? 'article marked' : 'article'}
          hidden={original}
          lang={article.value?.language?.value}
        >
          <MetaLine />
          <LostTextWarning />
          {/* biome-ignore lint/a11y/noStaticElementInteractions: the blocks inside are plain DOM; clicks on their words are heard here */}
          <div ref={root} class="blocks" onClick={onClick} onKeyDown={onKeyDown} />
        </article>
        {original && <Original />}
      </div>
      <SelectionTools view={shown} />
    </main>
  );
}

/** Rebuilds the blocks for another article or cleaning; a new analysis of the same one only changes the marks. */
function useShownArticle(shown: { current?: ArticleView | undefined }): void {
  const built = useRef<object | null>(null);
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
    const key = JSON.stringify([
      current.source.hash,
      current.blocks.map((block) => block.id + block.text.length),
    ]);
    const state = built.current as { key: string; expanded: object } | null;
    if (state?.key === key && state.expanded === expanded) {
      void target.decorate(found);
      return;
    }
    const sameArticle = state?.key === key;
    built.current = { key, expanded };
    void target.show(current, found, expanded).then(() => {
      readingSpan.value = target.spanAt(target.root.getBoundingClientRect().top);
      if (document.activeElement === document.body) target.root.closest<HTMLElement>('.scroller')?.focus();
      if (!sameArticle) void restorePlace(current.source.hash);
    });
  });
}

function trackReading(
  scroller: { current: HTMLDivElement | null },
  shown: { current?: ArticleView | undefined },
): void {
  const element = scroller.current;
  if (!element || view.value === 'original') return;
  const room = element.scrollHeight - element.clientHeight;
  readingProgress.value = room > 0 ? Math.min(1, element.scrollTop / room) : 1;
  readingSpan.value = shown.current?.spanAt(element.getBoundingClientRect().top + 8) ?? null;
  keepPlace();
}

function onClick(event: MouseEvent): void {
  const target = event.target as Element;
  const restore = target.closest<HTMLElement>('[data-restore]')?.dataset.restore;
  if (restore) void putBack(restore.split(' '));
  const href = target.closest<HTMLElement>('[data-href]')?.dataset.href;
  if (href) askForLink(href);
  const note = target.closest<HTMLElement>('[data-note]')?.dataset.note;
  if (note) {
    event.preventDefault();
    goToSpan({ block: note, start: 0, end: 1 });
  }
  if (!getSelection()?.isCollapsed) return;
  const expression = target.closest<HTMLElement>('[data-expression]')?.dataset.expression;
  const told = analysis.value?.events.find((other) => other.expression === expression);
  const id = target.closest<HTMLElement>('[data-mention]')?.dataset.mention;
  const mention = analysis.value?.mentions.find((other) => other.id === id);
  if (mention) goToMention(mention);
  else if (told) goToEvent(told);
}

function onKeyDown(event: KeyboardEvent): void {
  const href = (event.target as HTMLElement).dataset?.href;
  if (href && event.key === 'Enter') askForLink(href);
}
