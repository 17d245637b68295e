import type { Found, PageKind } from '../../electron/contract';

const labels: Record<PageKind, string> = {
  article: 'Article',
  thread: 'Thread',
  question: 'Question and answers',
  comments: 'Comments',
  documentation: 'Documentation',
  wiki: 'Wiki page',
  product: 'Shop page',
  list: 'List',
  recipe: 'Recipe',
  transcript: 'Transcript',
  liveBlog: 'Live blog',
  stub: 'Beginning only',
};

const AS_FOUND = 'as-found';

function reason({ value, source, words }: Found<PageKind>): string {
  if (source === 'reader') return 'You said what kind of page this is.';
  if (value === 'stub')
    return 'The page says that one must pay to read all of it: only its beginning was saved.';
  return words
    ? `Told by “${words}”. Another kind keeps other parts of the page.`
    : 'Nothing speaks for another kind.';
}

/** What kind of page the article was saved from, to be changed; null: as found. */
export function KindSelect(props: { kind: Found<PageKind>; onChoose(kind: PageKind | null): void }) {
  const { kind } = props;
  return (
    <select
      aria-label="Kind of page"
      title={reason(kind)}
      value={kind.value}
      onChange={({ currentTarget: { value } }) =>
        props.onChoose(value === AS_FOUND ? null : (value as PageKind))
      }
    >
      {Object.entries(labels).map(([value, label]) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
      {kind.source === 'reader' && <option value={AS_FOUND}>As found</option>}
    </select>
  );
}
