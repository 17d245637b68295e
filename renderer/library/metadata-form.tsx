import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { ArticleId, MetadataValue } from '../../electron/contract';
import { rows } from '../state/library';
import { chosenArticles } from '../state/library-selection';
import { FIELD_NAMES, type FieldName, giveMetadata, metadataOf } from '../state/metadata';
import { Popover } from '../ui/popover';
import { sourceWords } from '../ui/source-words';

/** Title, author, site, day and language of the chosen articles, each put right by itself and kept at once. */
export function MetadataForm({ onClose }: { onClose(): void }) {
  const articles = useRef(chosenArticles()).current;
  const [only] = articles.length === 1 ? articles : [];
  return (
    <Popover class="library-popup" label="Edit what the library says" onClose={onClose}>
      {only ? <OneArticle article={only} /> : <ManyArticles articles={articles} />}
      <div class="row end">
        <button type="button" class="primary" onClick={onClose}>
          Done
        </button>
      </div>
    </Popover>
  );
}

function OneArticle({ article }: { article: ArticleId }) {
  const values = useSignal<readonly MetadataValue[] | null>(null);
  // Undo and whatever else changes the list may change what stands here.
  const listed = rows.value;
  useEffect(() => {
    void metadataOf(article).then((found) => {
      values.value = found;
    });
  }, [article, listed]);
  if (values.value === null) return <p>One moment…</p>;
  return (
    <>
      {FIELD_NAMES.map(([field, label]) => {
        const value = values.value?.find((other) => other.field === field);
        return value && <Field key={field} article={article} label={label} value={value} />;
      })}
    </>
  );
}

/** One field in its place: Enter or leaving it keeps what was written. */
function Field({ article, label, value }: { article: ArticleId; label: string; value: MetadataValue }) {
  const { field, found, given } = value;
  const now = given ?? found?.value ?? '';
  return (
    <div class="metadata">
      <span>{label}</span>
      <ValueInput
        field={field}
        label={label}
        value={now}
        onKeep={(written) => {
          if (written !== now && written !== '') void giveMetadata([article], field, written);
        }}
      />
      <small>
        {given !== null && 'Set by you. '}
        {found
          ? given === null
            ? `Found ${sourceWords[found.source]}.`
            : `Found: ${found.value}, ${sourceWords[found.source]}.`
          : 'The article does not say.'}
        {given !== null && (
          <button type="button" class="plain" onClick={() => void giveMetadata([article], field, null)}>
            Take it back
          </button>
        )}
      </small>
    </div>
  );
}

/** @param props.onKeep called with what was written, on Enter and when the field is left */
function ValueInput(props: {
  field: FieldName;
  label: string;
  value: string;
  onKeep?(written: string): void;
}) {
  const written = useSignal(props.value);
  useEffect(() => {
    written.value = props.value;
  }, [props.value]);
  const keep = () => props.onKeep?.(written.value.trim());
  const rest = {
    name: 'value',
    'aria-label': props.label,
    value: written.value,
    maxLength: 1000,
    onInput: (event: { currentTarget: HTMLInputElement }) => {
      written.value = event.currentTarget.value;
    },
    onBlur: keep,
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key === 'Enter') keep();
    },
  };
  return props.field === 'published' ? <input type="date" {...rest} /> : <input type="text" {...rest} />;
}

/** A title belongs to one article; the rest may be the same for many. */
const shared: readonly (readonly [FieldName, string])[] = FIELD_NAMES.filter(([field]) => field !== 'title');

function ManyArticles({ articles }: { articles: readonly ArticleId[] }) {
  return (
    <>
      <p>For all {articles.length.toLocaleString('en')} selected articles:</p>
      {shared.map(([field, label]) => (
        <form
          key={field}
          class="metadata"
          onSubmit={(event) => {
            event.preventDefault();
            const written = String(
              new FormData(event.currentTarget as HTMLFormElement).get('value') ?? '',
            ).trim();
            if (written !== '') void giveMetadata(articles, field, written);
          }}
        >
          <span>{label}</span>
          <span class="row">
            <ValueInput field={field} label={label} value="" />
            <button type="submit">Set</button>
          </span>
        </form>
      ))}
    </>
  );
}
