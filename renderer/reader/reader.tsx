import { useSignalEffect } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { putBack } from '../state/article';
import {
  chosenEvent,
  chosenMention,
  goToEvent,
  goToMention,
  goToReference,
  goToSpan,
  litEntities,
} from '../state/choice';
import { analysis, article } from '../state/current';
import { hitIndex, hits } from '../state/find';
import { jump, readingProgress, readingSpan } from '../state/jump';
import { askForLink } from '../state/links';
import { keepPlace } from '../state/place';
import { settings } from '../state/settings';
import { referenceTools, type Spoken, spokenTools, statementTools } from '../state/spoken';
import { showWholeSource, view } from '../state/view';
import { ArticleView } from './article-view';
import { LostTextWarning } from './lost-text-warning';
import { MetaLine } from './meta-line';
import { Original } from './original';
import { SelectionTools } from './selection-tools';
import { SpokenTools } from './spoken-tools';
import { isArriving, useShownArticle } from './use-shown-article';

type Ref<T> = { current?: T | null | undefined };

/** The article in its column. Its blocks are plain DOM, built by `ArticleView`; Preact owns what is around them. */
export function Reader() {
  const scroller = useRef<HTMLDivElement>(null);
  const root = useRef<HTMLDivElement>(null);
  const shown = useRef<ArticleView>(undefined);
  const track = () => trackReading(scroller, shown);

  useEffect(() => {
    if (root.current) shown.current = new ArticleView(root.current);
  }, []);
  useShownArticle(shown, track);
  useSignalEffect(() => {
    const event = analysis.value?.events.find((other) => other.id === chosenEvent.value);
    shown.current?.light(litEntities.value, chosenMention.value, event?.expression ?? null);
  });
  useSignalEffect(() => {
    const to = jump.value;
    if (to && view.peek() === 'cleaned') shown.current?.goTo(to.span, to);
  });
  useSignalEffect(() => {
    if (view.value === 'cleaned') shown.current?.paintHits(hits.value, hitIndex.value);
  });
  useKeptPlace(shown);

  const original = view.value === 'original';
  return (
    <main class="reader" aria-label="Article">
      <Progress />
      <div class="scroller" ref={scroller} tabIndex={-1} onScroll={track}>
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
      <SpokenTools />
    </main>
  );
}

function Progress() {
  return (
    <div
      class="progress"
      role="progressbar"
      aria-label="Read so far"
      aria-valuenow={Math.round(readingProgress.value * 100)}
      ref={(bar) => {
        if (bar) bar.style.transform = `scaleX(${readingProgress.value})`;
      }}
    />
  );
}

/** Back in the cleaned text the reader is where the reading was left, or at what brought it back. */
function useKeptPlace(shown: Ref<ArticleView>): void {
  const before = useRef({ view: view.peek(), jump: jump.peek() });
  useSignalEffect(() => {
    const now = { view: view.value, jump: jump.peek() };
    const left = before.current;
    before.current = now;
    if (now.view === left.view || now.view === 'original') return;
    const span = readingSpan.peek();
    requestAnimationFrame(() => {
      const to = jump.peek();
      if (to && to !== left.jump) shown.current?.goTo(to.span, to);
      else if (span) shown.current?.goTo(span, { flash: false, exactly: true });
    });
  });
}

function trackReading(scroller: Ref<HTMLElement>, shown: Ref<ArticleView>): void {
  const element = scroller.current;
  if (!element || view.value === 'original' || isArriving()) return;
  const room = element.scrollHeight - element.clientHeight;
  readingProgress.value = room > 0 ? Math.min(1, element.scrollTop / room) : 1;
  readingSpan.value = shown.current?.placeRead() ?? null;
  keepPlace();
}

function onClick(event: MouseEvent): void {
  const target = event.target as Element;
  const restore = target.closest<HTMLElement>('[data-restore]')?.dataset.restore;
  if (restore) void putBack(restore.split(' '));
  const href = target.closest<HTMLElement>('[data-href]')?.dataset.href;
  if (href) askForLink(href);
  if (target.closest('[data-original]')) showWholeSource();
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
  const tied = target.closest<HTMLElement>('[data-reference]')?.dataset.reference;
  const reference = analysis.value?.references.find((other) => other.id === tied);
  if (mention) goToMention(mention);
  else if (reference) {
    goToReference(reference);
    showTools(target, '[data-reference]', referenceTools(reference));
  } else if (told) goToEvent(told);
  else if (!href && !note && !restore) openStatement(target);
}

function openStatement(target: Element): void {
  const id = target.closest<HTMLElement>('[data-statement]')?.dataset.statement;
  const statement = analysis.value?.statements.find((other) => other.id === id);
  const tools = statement && statementTools(statement);
  if (tools) showTools(target, '[data-statement]', tools);
}

/** At the words that were pressed. */
function showTools(target: Element, selector: string, spoken: Spoken): void {
  const box = target.closest(selector)?.getClientRects()[0];
  if (box) spokenTools.value = { spoken, box };
}

function onKeyDown(event: KeyboardEvent): void {
  const href = (event.target as HTMLElement).dataset?.href;
  if (href && event.key === 'Enter') askForLink(href);
}
