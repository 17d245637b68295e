import { useSignalEffect } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { decide } from '../state/article';
import { article } from '../state/current';
import { hitIndex, hits } from '../state/find';
import { jump, readingProgress, readingSpan } from '../state/jump';
import { hasSource, originalPieces } from '../state/original';
import { showSource } from '../state/view';
import { Chip } from '../ui/chip';
import { EncodingSelect } from '../ui/encoding-select';
import { paintRanges, TextRuns } from './text-run';

const sourceWords = {
  bom: 'named by the file’s first bytes',
  'utf-8': 'valid throughout',
  declared: 'declared in the file',
  detected: 'guessed from the bytes',
  reader: 'set by you',
} as const;

/** Everything the file says, as text or as the source it was read from, with the encoding it was read with. */
export function Original() {
  const shown = article.value;
  if (!shown) return null;
  return (
    <section class="original" aria-label="Original text">
      <div class="row encoding">
        {hasSource.value && <TextOrSource />}
        <Encoding />
      </div>
      <Pieces />
    </section>
  );
}

function TextOrSource() {
  const show = (source: boolean) => {
    showSource.value = source;
  };
  return (
    <fieldset class="chips">
      <legend class="unseen">Show</legend>
      <Chip on={!showSource.value} onClick={() => show(false)}>
        Text of the page
      </Chip>
      <Chip on={showSource.value} onClick={() => show(true)}>
        Source
      </Chip>
    </fieldset>
  );
}

function Encoding() {
  const detected = article.value?.detected;
  if (!detected) return null;
  const { encoding, encodingSource, format } = detected;
  if (encoding === null) return <span>Text found in the {format.toUpperCase()} file</span>;
  return (
    <span>
      <EncodingSelect encoding={encoding} onChoose={(chosen) => void decide({ encoding: chosen })} />{' '}
      {encodingSource && sourceWords[encodingSource]}
      {encodingSource === 'reader' && (
        <button type="button" class="plain" onClick={() => void decide({ encoding: null })}>
          Detect again
        </button>
      )}
    </span>
  );
}

/** The text of the page begins where the cleaned one is read; in the source that place is not known. */
function showReadingPlace(root: HTMLElement | null, runs: TextRuns): void {
  const scroller = root?.closest('.scroller');
  const place = readingSpan.peek();
  const range = place && readingProgress.peek() > 0 ? runs.rangeOf(place) : null;
  if (!scroller) return;
  scroller.scrollTop = 0;
  if (range) scroller.scrollTop = range.getBoundingClientRect().top - scroller.getBoundingClientRect().top;
}

/** The pieces as plain DOM, so that Find can paint in them; what was removed is told apart. */
function Pieces() {
  const root = useRef<HTMLDivElement>(null);
  const runs = useRef(new TextRuns());
  const pieces = originalPieces.value;
  const source = showSource.value || !hasSource.value;
  useEffect(() => {
    const known = new TextRuns();
    const elements = pieces.map(({ id, text, removed }) => {
      const element = document.createElement(source ? 'pre' : 'p');
      const node = document.createTextNode(text);
      element.dir = 'auto';
      if (removed) element.className = 'removed';
      element.append(node);
      known.add(id, 0, node);
      return element;
    });
    root.current?.replaceChildren(...elements);
    runs.current = known;
    paintRanges(known, hits.peek(), hitIndex.peek());
    showReadingPlace(root.current, known);
  }, [pieces, source]);
  useSignalEffect(() => paintRanges(runs.current, hits.value, hitIndex.value));
  const seen = useRef(jump.peek());
  useSignalEffect(() => {
    if (jump.value === seen.current) return;
    const range = jump.value && runs.current.rangeOf(jump.value.span);
    const scroller = root.current?.closest('.scroller');
    if (!range || !scroller) return;
    const top = range.getBoundingClientRect().top - scroller.getBoundingClientRect().top;
    const inSight = top > 0 && top < scroller.clientHeight * 0.85;
    if (!inSight) scroller.scrollTop += top - scroller.clientHeight / 3;
  });
  return <div ref={root} class={source ? 'source' : 'pieces'} />;
}
