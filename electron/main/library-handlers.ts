import { libraryInputs } from '../checks/library-shapes';
import type { ArticleId, CalendarDay, LibraryCalls } from '../contract';
import { fail } from '../files/failure';
import type { Store } from '../library/store';
import type { Handlers } from './gate';
import type { Librarian } from './librarian';

type LibraryCall = keyof LibraryCalls;
type LibraryHandlers = Pick<Handlers, LibraryCall>;

/** Changes of publication days that can be undone. */
const UNDO_STEPS = 100;

/** The calls about the library: the librarian answers them, but for those that touch what main keeps. */
export function libraryHandlers(librarian: Librarian, store: Store): LibraryHandlers {
  const days = new PublicationDays(librarian, store);
  const passedOn = Object.fromEntries(
    (Object.keys(libraryInputs) as LibraryCall[]).map((name) => [
      name,
      (input: LibraryCalls[LibraryCall]['input']) => librarian.ask(name, input as never),
    ]),
  ) as LibraryHandlers;
  return {
    ...passedOn,
    'library.change': ({ articles, change }) =>
      change.kind === 'publicationDate'
        ? days.set(articles, change.day)
        : librarian.ask('library.change', { articles, change }),
    'library.undo': ({ undo }) =>
      days.knows(undo) ? days.undo(undo) : librarian.ask('library.undo', { undo }),
    'library.move': async ({ folder }) => {
      const state = await librarian.ask('library.move', { folder });
      store.keepLibraryFolder(folder);
      return state;
    },
  };
}

/**
 * The day of publication of many articles at once. It is a decision, so it is kept with the decisions; the articles are
 * then read again, since all their relative dates follow it.
 */
class PublicationDays {
  private readonly before = new Map<string, { article: ArticleId; day: CalendarDay | null }[]>();
  private made = 0;

  constructor(
    private readonly librarian: Librarian,
    private readonly store: Store,
  ) {}

  knows(undo: string): boolean {
    return undo.startsWith('day-');
  }

  async set(articles: readonly ArticleId[], day: CalendarDay | null) {
    const before = articles
      .map((article) => ({ article, day: this.store.decisions(article).publicationDate }))
      .filter((was) => was.day !== day);
    await this.put(before.map(({ article }) => ({ article, day })));
    this.made += 1;
    const undo = `day-${this.made}`;
    this.before.set(undo, before);
    const [oldest] = this.before.keys();
    if (this.before.size > UNDO_STEPS && oldest !== undefined) this.before.delete(oldest);
    return { undo, changed: before.map(({ article }) => article) };
  }

  async undo(undo: string): Promise<ArticleId[]> {
    const before = this.before.get(undo);
    if (!before) {
      throw fail('invalid-request', null, 'This change is too long ago.', 'Set the days by hand.');
    }
    this.before.delete(undo);
    await this.put(before);
    return before.map(({ article }) => article);
  }

  private async put(days: readonly { article: ArticleId; day: CalendarDay | null }[]): Promise<void> {
    await Promise.all(days.map(({ article, day }) => this.store.decide(article, { publicationDate: day })));
    const articles = days.map(({ article }) => ({ article, decisions: this.store.decisions(article) }));
    if (articles.length > 0) await this.librarian.ask('librarian.decided', { articles });
  }
}
