import type { ArticleId, LibraryChange, ReadState } from '../contract';
import { commit, type LibraryContext } from './context';
import type { Database } from './database/database';
import { entryId } from './entries/entry-row';
import { givenMetadata } from './entries/metadata';
import type { LibraryRecord } from './records/record';
import { fold } from './search/fold';

/** Changes that can be undone, newest last. */
const UNDO_STEPS = 100;

interface Undo {
  id: string;
  changes: { article: ArticleId; change: LibraryChange }[];
}

/** What a person does to articles, one or many at once, each with its undo. */
export class Changes {
  private readonly undos: Undo[] = [];
  private made = 0;

  constructor(private readonly context: LibraryContext) {}

  /** @returns the articles changed, and what `undo` takes; articles it makes no difference to are left out. */
  apply(articles: readonly ArticleId[], change: LibraryChange): { undo: string; changed: ArticleId[] } {
    const inverse = articles.flatMap((article) => {
      const back = inverseOf(this.context.database, article, change);
      return back ? [{ article, change: back }] : [];
    });
    const changed = inverse.map(({ article }) => article);
    this.commit(changed.map((article) => ({ article, change })));
    this.made += 1;
    const id = `${this.made}`;
    if (inverse.length > 0) this.undos.push({ id, changes: inverse });
    if (this.undos.length > UNDO_STEPS) this.undos.shift();
    return { undo: id, changed };
  }

  /** @returns the articles changed back; none when the change is too long ago. */
  undo(id: string): ArticleId[] {
    const at = this.undos.findIndex((undo) => undo.id === id);
    const [undo] = at < 0 ? [] : this.undos.splice(at, 1);
    this.commit(undo?.changes ?? []);
    return undo?.changes.map(({ article }) => article) ?? [];
  }

  private commit(changes: Undo['changes']): void {
    const at = this.context.now();
    commit(
      this.context,
      changes.map(({ article, change }): LibraryRecord => ({ kind: 'changed', article, change, at })),
    );
  }
}

/** What brings an article back to how it is now, or null when the change makes no difference to it. */
function inverseOf(database: Database, article: ArticleId, change: LibraryChange): LibraryChange | null {
  const entry = entryId(database, article);
  if (entry === null) return null;
  const row = database.get<{ starred: number; read_state: ReadState; binned: number | null }>(
    'SELECT starred, read_state, binned FROM entry WHERE id = ?',
    [entry],
  );
  if (!row) return null;
  switch (change.kind) {
    case 'tag':
      return hasTag(database, entry, change.tag) === change.on ? null : { ...change, on: !change.on };
    case 'star':
      return (row.starred === 1) === change.on ? null : { ...change, on: !change.on };
    case 'readState':
      return row.read_state === change.state ? null : { ...change, state: row.read_state };
    case 'metadata': {
      const given = givenMetadata(database, entry).get(change.field) ?? null;
      return given === change.value ? null : { ...change, value: given };
    }
    case 'bin':
      return (row.binned !== null) === change.on ? null : { ...change, on: !change.on };
    case 'publicationDate':
      return null;
  }
}

function hasTag(database: Database, entry: number, tag: string): boolean {
  const row = database.get(
    'SELECT 1 FROM tagging JOIN tag ON tag.id = tagging.tag WHERE tagging.entry = ? AND tag.folded = ?',
    [entry, fold(tag)],
  );
  return row !== null;
}
