import {
  type Article,
  type Decisions,
  type Found,
  METADATA_FIELDS,
  type MetadataField,
  type MetadataValue,
} from '../../contract';
import type { Database } from '../database/database';
import { unpack } from '../pack';
import { fold } from '../search/fold';
import { articleDictionary } from './dictionary';
import { nextRevision } from './revision';

type FoundMetadata = Pick<Article, 'title' | 'byline' | 'site' | 'language'>;

/** Which member of an article each field is read from. */
const sources: Record<MetadataField, keyof FoundMetadata> = {
  title: 'title',
  author: 'byline',
  site: 'site',
  language: 'language',
};

/** Fills the columns that lists and searches read: what a person gave, else what was found. */
export function applyMetadata(database: Database, entry: number, found: FoundMetadata | null): void {
  const given = givenMetadata(database, entry);
  const [title, author, site, language] = METADATA_FIELDS.map(
    (field) => given.get(field) ?? found?.[sources[field]]?.value ?? null,
  );
  database.run(
    `UPDATE entry SET title = ?1, author = ?2, site = ?3, language = ?4, sort_title = ?5 WHERE id = ?6`,
    [title ?? null, author ?? null, site ?? null, language ?? null, sortTitle(database, entry, title), entry],
  );
}

/** Articles at the front do not count: The Guardian stands under G. */
export function sortTitle(database: Database, entry: number, title: string | null | undefined): string {
  const name = database.get<{ name: string }>('SELECT name FROM entry WHERE id = ?', [entry])?.name ?? '';
  return fold(title ?? name)
    .replace(/^[^\p{L}\p{N}]+/u, '')
    .replace(/^(?:the|a|an) /, '');
}

/** `null` takes back what a person gave. */
export function giveMetadata(
  database: Database,
  entry: number,
  field: MetadataField,
  value: string | null,
): void {
  database.transaction(() => {
    if (value === null) {
      database.run('DELETE FROM metadata WHERE entry = ? AND field = ?', [entry, field]);
    } else {
      database.run('INSERT OR REPLACE INTO metadata VALUES (?, ?, ?)', [entry, field, value]);
    }
    applyMetadata(database, entry, foundMetadata(database, entry)?.article ?? null);
    database.run('UPDATE entry SET revision = ? WHERE id = ?', [nextRevision(database), entry]);
  });
}

export function givenMetadata(database: Database, entry: number): Map<string, string> {
  const rows = database.all<{ field: string; value: string }>(
    'SELECT field, value FROM metadata WHERE entry = ?',
    [entry],
  );
  return new Map(rows.map(({ field, value }) => [field, value]));
}

/** Each field with what the article says, where, and what a person put in its place. */
export function metadataOf(database: Database, entry: number): MetadataValue[] {
  const found = foundMetadata(database, entry);
  const given = givenMetadata(database, entry);
  return [
    ...METADATA_FIELDS.map((field) => ({
      field,
      found: found?.article[sources[field]] ?? null,
      given: given.get(field) ?? null,
    })),
    {
      field: 'published',
      found: statedDate(found?.article),
      given: found?.decisions.publicationDate ?? null,
    },
  ];
}

/** What the article itself states; null where only the date that a person gave is known. */
function statedDate(article: Pick<Article, 'publicationDate'> | undefined): Found<string> | null {
  const stated = article?.publicationDate ?? null;
  return stated?.source === 'reader' ? null : stated;
}

function foundMetadata(
  database: Database,
  entry: number,
): { article: Omit<Article, 'blocks'>; decisions: Decisions } | null {
  const row = database.get<{ findings: Uint8Array }>('SELECT findings FROM packed WHERE entry = ?', [entry]);
  return row && unpack(row.findings, articleDictionary);
}
