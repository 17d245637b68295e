import type { ArticleId, LibraryChange } from '../../contract';
import type { Database } from '../database/database';
import { entryId } from '../entries/entry-row';
import { giveMetadata, sortTitle } from '../entries/metadata';
import { nextRevision, setMeta, touch } from '../entries/revision';
import { fold } from '../search/fold';
import type { LibraryRecord, NumberedRecord, RecordKind } from './record';

type Apply<K extends RecordKind> = (database: Database, record: Extract<LibraryRecord, { kind: K }>) => void;

/** What each kind of record does to the rows. Applying a record again changes nothing more. */
const applies: { [K in RecordKind]: Apply<K> } = {
  added(database, { article, name, size, modified, at }) {
    database.run('DELETE FROM forgotten WHERE article = ?', [article]);
    const entry = entryId(database, article);
    if (entry !== null) {
      database.run('UPDATE entry SET binned = NULL WHERE id = ? AND binned IS NOT NULL', [entry]);
      return touch(database, entry);
    }
    const row = database.get<{ id: number }>(
      `INSERT INTO entry (article, revision, name, size, modified, added, sort_title)
       VALUES (?, ?, ?, ?, ?, ?, ?) RETURNING id`,
      [article, nextRevision(database), name, size, modified, at, ''],
    );
    const id = row?.id ?? 0;
    database.run('UPDATE entry SET sort_title = ? WHERE id = ?', [sortTitle(database, id, null), id]);
    // Until its findings are there it waits to be read.
    database.run("INSERT OR IGNORE INTO import_item (entry, state) VALUES (?, 'waiting')", [id]);
  },

  located(database, { article, path, size, modified }) {
    const entry = entryId(database, article);
    if (entry === null) return;
    const before = database.get<{ entry: number }>(
      'SELECT entry FROM path WHERE path = ? AND current = 1 AND entry <> ?',
      [path, entry],
    );
    if (before)
      database.run('UPDATE entry SET earlier = ? WHERE id = ? AND earlier IS NULL', [before.entry, entry]);
    database.run('UPDATE path SET current = 0 WHERE path = ?', [path]);
    database.run('INSERT OR REPLACE INTO path VALUES (?, ?, ?, ?, 1)', [path, entry, modified, size]);
    touch(database, entry);
  },

  changed(database, { article, change, at }) {
    const entry = entryId(database, article);
    if (entry !== null) applyChange(database, entry, change, at);
  },

  decided(database, { article, decisions }) {
    const entry = entryId(database, article);
    if (entry === null) return;
    database.run('INSERT OR REPLACE INTO decision VALUES (?, ?)', [entry, JSON.stringify(decisions)]);
    touch(database, entry);
  },

  corrected(database, { madeIn, correction }) {
    database.run('INSERT OR REPLACE INTO shared_correction VALUES (?, ?, ?)', [
      correction.id,
      madeIn,
      JSON.stringify(correction),
    ]);
  },

  correctionUndone: (database, { id }) => {
    database.run('DELETE FROM shared_correction WHERE id = ?', [id]);
  },

  opened(database, { article, at }) {
    database.run('UPDATE entry SET opened = ?, revision = ? WHERE article = ?', [
      at,
      nextRevision(database),
      article,
    ]);
  },

  placed(database, { article, place }) {
    database.run(
      `UPDATE entry SET place = ?1, progress = ?2,
         read_state = CASE WHEN read_state = 'unread' AND ?2 > 0 THEN 'reading' ELSE read_state END
       WHERE article = ?3`,
      [place && JSON.stringify(place), place?.progress ?? 0, article],
    );
  },

  forgotten: (database, { article }) => forget(database, article),

  searchSaved(database, { id, name, search }) {
    database.run('INSERT OR REPLACE INTO saved_search VALUES (?, ?, ?)', [id, name, JSON.stringify(search)]);
  },

  searchRemoved(database, { id }) {
    database.run('DELETE FROM saved_search WHERE id = ?', [id]);
  },

  watched(database, { folder, on, at }) {
    if (on) database.run('INSERT OR IGNORE INTO watched VALUES (?, ?)', [folder, at]);
    else database.run('DELETE FROM watched WHERE folder = ?', [folder]);
  },
};

/** Within the transaction that also keeps the number of the last record applied. */
export function applyRecords(database: Database, records: readonly NumberedRecord[]): void {
  database.transaction(() => {
    for (const { record } of records) {
      const apply = (applies as Record<string, Apply<RecordKind> | undefined>)[record.kind];
      apply?.(database, record);
    }
    const last = records.at(-1);
    if (last) setMeta(database, 'record', last.number);
  });
}

function applyChange(database: Database, entry: number, change: LibraryChange, at: number): void {
  switch (change.kind) {
    case 'tag':
      setTag(database, entry, change.tag, change.on);
      break;
    case 'star':
      database.run('UPDATE entry SET starred = ? WHERE id = ?', [change.on ? 1 : 0, entry]);
      break;
    case 'readState':
      database.run('UPDATE entry SET read_state = ? WHERE id = ?', [change.state, entry]);
      break;
    case 'metadata':
      giveMetadata(database, entry, change.field, change.value);
      break;
    case 'bin':
      database.run('UPDATE entry SET binned = ? WHERE id = ?', [change.on ? at : null, entry]);
      break;
    case 'publicationDate':
      // A decision: it comes as a record of its own, and the article is read again with it.
      break;
  }
  touch(database, entry);
}

function setTag(database: Database, entry: number, name: string, on: boolean): void {
  const folded = fold(name);
  if (on) database.run('INSERT OR IGNORE INTO tag (name, folded) VALUES (?, ?)', [name, folded]);
  const tag = database.get<{ id: number }>('SELECT id FROM tag WHERE folded = ?', [folded]);
  if (!tag) return;
  if (on) database.run('INSERT OR IGNORE INTO tagging VALUES (?, ?)', [entry, tag.id]);
  else {
    database.run('DELETE FROM tagging WHERE entry = ? AND tag = ?', [entry, tag.id]);
    database.run('DELETE FROM tag WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM tagging WHERE tag = ?1)', [
      tag.id,
    ]);
  }
}

/** Every row of an article; deleted bytes are overwritten, so that the file holds nothing of it any more. */
function forget(database: Database, article: ArticleId): void {
  database.run('INSERT OR IGNORE INTO forgotten VALUES (?)', [article]);
  database.run('DELETE FROM shared_correction WHERE made_in = ?', [article]);
  const entry = entryId(database, article);
  if (entry === null) return;
  database.run('DELETE FROM import_item WHERE path IN (SELECT path FROM path WHERE entry = ?)', [entry]);
  database.run('DELETE FROM entry WHERE id = ?', [entry]);
  database.run('DELETE FROM tag WHERE NOT EXISTS (SELECT 1 FROM tagging WHERE tagging.tag = tag.id)');
  database.run('INSERT OR REPLACE INTO gone VALUES (?, ?)', [entry, nextRevision(database)]);
}
