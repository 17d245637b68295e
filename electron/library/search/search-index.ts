import type { Block } from '../../contract';
import type { Database } from '../database/database';
import { attachDatabase } from '../database/open';
import { blocksOf } from '../entries/findings';
import { metaNumber, revision } from '../entries/revision';
import { indexText } from './fold';

/** Raised whenever other words would be indexed for the same entry; an index of another form is made anew. */
const INDEX_FORM = 1;
/** A word that no text has (private use): phrases and neighbourhood end at it. */
const BORDER = ' \ue000 ';

/** The columns in their order, with their weight in relevance: a word of the title counts for ten of the text. */
export const COLUMN_WEIGHTS = { title: 10, author: 4, site: 2, entity: 3, tag: 6, note: 4, body: 1 } as const;
const columns = Object.keys(COLUMN_WEIGHTS).join(', ');

/**
 * The index lies in a file of its own that holds no text and can be made again at any time. It follows the entries by
 * their revision: what changed since the one it is stamped with is indexed when `catchUp` is called, so that neither a
 * crash between the two files nor a restored backup can leave it wrong.
 */
export class SearchIndex {
  private constructor(private readonly database: Database) {}

  /** Throws `DatabaseError` when the file cannot be opened; the caller may delete it, since it holds nothing of its own. */
  static open(database: Database, path: string): SearchIndex {
    attachDatabase(database, path, 'search');
    const index = new SearchIndex(database);
    index.database.run(
      'CREATE TABLE IF NOT EXISTS search.stamp (name TEXT PRIMARY KEY, value) WITHOUT ROWID',
    );
    if (!index.fits()) index.reset();
    return index;
  }

  /** How many entries wait to be indexed. */
  get behind(): number {
    const row = this.database.get<{ n: number }>('SELECT count(*) AS n FROM entry WHERE revision > ?', [
      this.stamp('revision'),
    ]);
    return row?.n ?? 0;
  }

  /** Indexes at most `limit` entries, oldest change first. @returns whether nothing waits any more. */
  catchUp(limit: number): boolean {
    const from = this.stamp('revision');
    const newest = revision(this.database);
    if (from === newest) return true;
    return this.database.transaction(() => {
      const rows = this.database.all<IndexedRow>(
        `SELECT id, revision, title, author, site FROM entry WHERE revision > ? ORDER BY revision LIMIT ?`,
        [from, limit],
      );
      this.removeGone(from);
      for (const row of rows) this.put(row);
      const complete = rows.length < limit;
      this.setStamp('revision', complete ? newest : (rows.at(-1)?.revision ?? newest));
      return complete;
    });
  }

  /** Empties it; the next calls of `catchUp` fill it again. */
  reset(): void {
    this.database.transaction(() => {
      this.database.run('DROP TABLE IF EXISTS search.words');
      this.database.run(
        `CREATE VIRTUAL TABLE search.words USING fts5 (${columns}, content='', contentless_delete=1, prefix='2',
          tokenize="unicode61 remove_diacritics 0 categories 'L* N* M* Co'")`,
      );
      this.setStamp('form', INDEX_FORM);
      this.setStamp('library', metaNumber(this.database, 'library'));
      this.setStamp('revision', 0);
    });
  }

  /** Merges the parts of the index, so that the words of removed entries are no longer in the file. */
  purge(): void {
    this.database.run("INSERT INTO search.words (words) VALUES ('optimize')");
  }

  /** False for an index of another form or library, and for one that has seen changes the library lost. */
  private fits(): boolean {
    return (
      this.stamp('form') === INDEX_FORM &&
      this.stamp('library') === metaNumber(this.database, 'library') &&
      this.stamp('revision') <= revision(this.database)
    );
  }

  private removeGone(from: number): void {
    const gone = this.database.all<{ entry: number }>('SELECT entry FROM gone WHERE revision > ?', [from]);
    for (const { entry } of gone) this.database.run('DELETE FROM search.words WHERE rowid = ?', [entry]);
  }

  private put(row: IndexedRow): void {
    this.database.run('DELETE FROM search.words WHERE rowid = ?', [row.id]);
    this.database.run(
      'INSERT INTO search.words (rowid, title, author, site, entity, tag, body) VALUES (?, ?, ?, ?, ?, ?, ?)',
      [
        row.id,
        indexText(row.title ?? ''),
        indexText(row.author ?? ''),
        indexText(row.site ?? ''),
        this.joined(
          'SELECT DISTINCT name.name FROM entity JOIN name ON name.entity = entity.id WHERE entry = ?',
          row,
        ),
        this.joined('SELECT name FROM tagging JOIN tag ON tag.id = tagging.tag WHERE entry = ?', row),
        bodyOf(blocksOf(this.database, row.id)),
      ],
    );
  }

  private joined(sql: string, row: IndexedRow): string {
    return this.database
      .all<{ name: string }>(sql, [row.id])
      .map(({ name }) => indexText(name))
      .join(BORDER);
  }

  private stamp(name: string): number {
    const row = this.database.get<{ value: number }>('SELECT value FROM search.stamp WHERE name = ?', [name]);
    return row?.value ?? -1;
  }

  private setStamp(name: string, value: number): void {
    this.database.run('INSERT OR REPLACE INTO search.stamp VALUES (?, ?)', [name, value]);
  }
}

interface IndexedRow {
  id: number;
  revision: number;
  title: string | null;
  author: string | null;
  site: string | null;
}

function bodyOf(blocks: readonly Block[]): string {
  return blocks.map(({ text }) => indexText(text)).join(BORDER);
}
