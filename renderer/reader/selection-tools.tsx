import { useSignal, useSignalEffect } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { EntityType, TextSpan } from '../../electron/contract';
import { anchorOf } from '../state/anchor';
import { correct } from '../state/article';
import { analysis } from '../state/current';
import { askForEvent } from '../state/event-form';
import { selectionTools, spokenTools } from '../state/spoken';
import type { ArticleView } from './article-view';
import { besideWords } from './beside-words';

const types: readonly [EntityType, string][] = [
  ['person', 'Person'],
  ['place', 'Place'],
  ['organisation', 'Organisation'],
  ['other', 'Other'],
];

/** Longest selection that can be a name, in UTF-16 units. */
const LONGEST_NAME = 120;

interface Selected {
  span: TextSpan;
  text: string;
  box: DOMRect;
}

/** A small bar over selected words: name them as an entity, or make an event of them. */
export function SelectionTools({ view }: { view: { current?: ArticleView | undefined } }) {
  const selected = useSignal<Selected | null>(null);
  useEffect(() => {
    const look = () => {
      selected.value = selectionIn(view.current);
    };
    document.addEventListener('selectionchange', look);
    return () => document.removeEventListener('selectionchange', look);
  }, []);
  useSignalEffect(() => {
    if (!analysis.value) selected.value = null;
  });
  const shown = selected.value;
  if (!shown) return null;
  const anchor = anchorOf(shown.span);
  const done = () => getSelection()?.removeAllRanges();
  return (
    <div
      class="selection-tools"
      role="toolbar"
      aria-label="Selected words"
      onMouseDown={(event) => event.preventDefault()}
      ref={(element) => {
        if (element) besideWords(element, shown.box);
      }}
    >
      {shown.text.length <= LONGEST_NAME && <span aria-hidden="true">Add as</span>}
      {shown.text.length <= LONGEST_NAME &&
        types.map(([type, label], index) => (
          <button
            key={type}
            type="button"
            data-key={index === 0 ? 'a' : undefined}
            title={index === 0 ? 'Add as a person (A)' : undefined}
            onClick={() => {
              done();
              void correct({ kind: 'addEntity', anchor, type });
            }}
          >
            {label}
          </button>
        ))}
      {shown.text.length <= LONGEST_NAME && (
        <button
          type="button"
          data-key="w"
          title="Say whom these words mean, as “she” or “the company” (W)"
          onClick={() => {
            done();
            spokenTools.value = { spoken: selectionTools(shown.span), box: shown.box };
          }}
        >
          Means…
        </button>
      )}
      <button
        type="button"
        data-key="e"
        title="Add an event that these words tell (E)"
        onClick={() => {
          done();
          askForEvent({ kind: 'add', anchor });
        }}
      >
        Event…
      </button>
    </div>
  );
}

function selectionIn(view: ArticleView | undefined): Selected | null {
  const selection = getSelection();
  if (!view || !selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  if (!view.root.contains(range.commonAncestorContainer)) return null;
  const span = view.runs.spanOf(range);
  const text = span ? view.textOf(span) : '';
  if (!span || text.trim() === '' || goesOn(view, range, span)) return null;
  const before = text.length - text.trimStart().length;
  const after = text.length - text.trimEnd().length;
  return {
    span: { block: span.block, start: span.start + before, end: span.end - after },
    text: text.trim(),
    box: range.getBoundingClientRect(),
  };
}

/** True where more than one block is selected; an end at the very start of the next, as a triple click sets it, is not. */
function goesOn(view: ArticleView, range: Range, span: TextSpan): boolean {
  const end = view.runs.positionOf(range.endContainer, range.endOffset);
  return end !== null && end.block !== span.block && end.offset > 0;
}
