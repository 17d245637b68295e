import { effect, signal } from '@preact/signals';
import type { ArticleId, LibraryChange, MetadataValue } from '../../electron/contract';
import { decide, openArticle } from './article';
import { ask } from './bridge';
import { libraryState } from './library';
import { offerUndo } from './undo';

export type FieldName = MetadataValue['field'];

/** In the order in which they are shown. */
export const FIELD_NAMES: readonly (readonly [FieldName, string])[] = [
  ['title', 'Title'],
  ['author', 'Author'],
  ['site', 'Site'],
  ['published', 'Published'],
  ['language', 'Language'],
];

/** What is known of the article in the window; empty for one that the library does not have. */
export const openMetadata = signal<readonly MetadataValue[]>([]);

/** Follows the open article and every change of the library. */
effect(() => {
  const id = openArticle.value;
  if (libraryState.value?.problem || (libraryState.value?.entries ?? 0) === 0) return;
  if (id === null) openMetadata.value = [];
  else
    void metadataOf(id).then((values) => {
      if (openArticle.peek() === id) openMetadata.value = values;
    });
});

export async function metadataOf(article: ArticleId): Promise<readonly MetadataValue[]> {
  return (await ask('library.metadata', { article })) ?? [];
}

/** What a person put in the place of what was found in the open article; null where nothing was. */
export function givenFor(field: FieldName): string | null {
  return openMetadata.value.find((value) => value.field === field)?.given ?? null;
}

/** Puts one field of one or many articles right. @param value null goes back to what each article itself says */
export async function giveMetadata(
  articles: readonly ArticleId[],
  field: FieldName,
  value: string | null,
): Promise<void> {
  const change: LibraryChange =
    field === 'published' ? { kind: 'publicationDate', day: value } : { kind: 'metadata', field, value };
  const before = await dayInWindow(articles, change);
  const done = await ask('library.change', { articles: [...articles], change });
  if (!done || done.changed.length === 0) return;
  const count = done.changed.length;
  const label = FIELD_NAMES.find(([name]) => name === field)?.[1] ?? field;
  const many = count === 1 ? '' : ` of ${count.toLocaleString('en')} articles`;
  const words =
    value === null ? `${label}${many} as the article has it.` : `${label}${many} is now “${value}”.`;
  const following = dayInWindow(done.changed, change).then((after) => after && showDay(after));
  // Taken back only once the window follows: else the day that came later would stay.
  const takeBack = async () => {
    await following;
    await ask('library.undo', { undo: done.undo });
    if (before) await showDay(before);
  };
  offerUndo(words, () => void takeBack());
  await following;
}

interface DayInWindow {
  article: ArticleId;
  day: string | null;
}

/** The day set for the article in the window, asked before a change and after it; null when the change is not about it. */
async function dayInWindow(
  articles: readonly ArticleId[],
  change: LibraryChange,
): Promise<DayInWindow | null> {
  const article = openArticle.value;
  if (change.kind !== 'publicationDate' || article === null || !articles.includes(article)) return null;
  const kept = await ask('article.decisions', { article });
  return kept ? { article, day: kept.publicationDate } : null;
}

/** The article in the window follows a new day of publication at once, with all the dates counted from it. */
async function showDay({ article, day }: DayInWindow): Promise<void> {
  if (openArticle.value === article) await decide({ publicationDate: day });
}
