import type { Migration } from '../migrate';

/**
 * The library's first form. Times are milliseconds since 1970 UTC, days are counted from 1970-01-01 (`days.ts`).
 * `revision` numbers every change of an entry in the order they were made; what follows the entries (the index, the
 * window) asks for those with a higher one than it has seen.
 */
const statements = [
  'CREATE TABLE meta (name TEXT PRIMARY KEY, value) WITHOUT ROWID',

  `CREATE TABLE entry (
    id INTEGER PRIMARY KEY,
    article TEXT NOT NULL UNIQUE,
    revision INTEGER NOT NULL,
    name TEXT NOT NULL, size INTEGER NOT NULL, modified INTEGER NOT NULL,
    added INTEGER NOT NULL, opened INTEGER, binned INTEGER,
    format TEXT, engine TEXT, problem TEXT,
    title TEXT, author TEXT, site TEXT, language TEXT, published INTEGER, address TEXT,
    sort_title TEXT NOT NULL, word_count INTEGER,
    read_state TEXT NOT NULL DEFAULT 'unread', progress REAL NOT NULL DEFAULT 0, place TEXT,
    starred INTEGER NOT NULL DEFAULT 0,
    earlier INTEGER REFERENCES entry ON DELETE SET NULL
  )`,
  'CREATE UNIQUE INDEX entry_revision ON entry (revision)',
  'CREATE INDEX entry_added ON entry (added)',
  'CREATE INDEX entry_published ON entry (published)',
  'CREATE INDEX entry_title ON entry (sort_title)',
  'CREATE INDEX entry_opened ON entry (opened) WHERE opened IS NOT NULL',
  'CREATE INDEX entry_binned ON entry (binned) WHERE binned IS NOT NULL',
  'CREATE INDEX entry_address ON entry (address) WHERE address IS NOT NULL',
  'CREATE INDEX entry_earlier ON entry (earlier) WHERE earlier IS NOT NULL',
  // Entries that are no more, for the index.
  'CREATE TABLE gone (entry INTEGER PRIMARY KEY, revision INTEGER NOT NULL)',
  // By their bytes' hash alone, so that a watched folder does not bring them back.
  'CREATE TABLE forgotten (article TEXT PRIMARY KEY) WITHOUT ROWID',

  // Where an article was opened from; `current` is 0 when the file there holds another article by now.
  `CREATE TABLE path (
    path TEXT NOT NULL, entry INTEGER NOT NULL REFERENCES entry ON DELETE CASCADE,
    modified INTEGER NOT NULL, size INTEGER NOT NULL, current INTEGER NOT NULL DEFAULT 1,
    PRIMARY KEY (path, entry)
  ) WITHOUT ROWID`,
  'CREATE INDEX path_entry ON path (entry)',

  // Compressed JSON (`pack.ts`): the blocks' text is asked for alone by snippets, hence the two parts.
  `CREATE TABLE packed (
    entry INTEGER PRIMARY KEY REFERENCES entry ON DELETE CASCADE,
    blocks BLOB NOT NULL, findings BLOB NOT NULL
  )`,

  // What the article itself says, and what a person put in its place (source "reader").
  `CREATE TABLE metadata (
    entry INTEGER NOT NULL REFERENCES entry ON DELETE CASCADE,
    field TEXT NOT NULL, value TEXT, PRIMARY KEY (entry, field)
  ) WITHOUT ROWID`,
  `CREATE TABLE decision (
    entry INTEGER PRIMARY KEY REFERENCES entry ON DELETE CASCADE, decisions TEXT NOT NULL
  )`,
  // Corrections for every article, in the order they were made, with the article they were made in.
  'CREATE TABLE shared_correction (id TEXT PRIMARY KEY, made_in TEXT NOT NULL, correction TEXT NOT NULL)',

  `CREATE TABLE entity (
    id INTEGER PRIMARY KEY, entry INTEGER NOT NULL REFERENCES entry ON DELETE CASCADE,
    type TEXT NOT NULL, name TEXT NOT NULL, spans TEXT NOT NULL
  )`,
  'CREATE INDEX entity_entry ON entity (entry)',
  // Every name of an entity, folded (`search/fold.ts`), its own first.
  `CREATE TABLE name (
    name TEXT NOT NULL, entity INTEGER NOT NULL REFERENCES entity ON DELETE CASCADE, PRIMARY KEY (name, entity)
  ) WITHOUT ROWID`,
  'CREATE INDEX name_entity ON name (entity)',
  `CREATE TABLE telling (
    id INTEGER PRIMARY KEY, entry INTEGER NOT NULL REFERENCES entry ON DELETE CASCADE,
    first INTEGER, last INTEGER, event TEXT NOT NULL
  )`,
  'CREATE INDEX telling_entry ON telling (entry)',
  'CREATE INDEX telling_day ON telling (first, last, entry) WHERE first IS NOT NULL',

  'CREATE TABLE tag (id INTEGER PRIMARY KEY, name TEXT NOT NULL, folded TEXT NOT NULL UNIQUE)',
  `CREATE TABLE tagging (
    entry INTEGER NOT NULL REFERENCES entry ON DELETE CASCADE,
    tag INTEGER NOT NULL REFERENCES tag ON DELETE CASCADE, PRIMARY KEY (entry, tag)
  ) WITHOUT ROWID`,
  'CREATE INDEX tagging_tag ON tagging (tag)',
  'CREATE TABLE saved_search (id TEXT PRIMARY KEY, name TEXT NOT NULL, search TEXT NOT NULL) WITHOUT ROWID',
  'CREATE TABLE watched (folder TEXT PRIMARY KEY, since INTEGER NOT NULL) WITHOUT ROWID',

  // Files still to be taken in, or that could not be; what makes an import go on after a crash.
  `CREATE TABLE import_item (
    id INTEGER PRIMARY KEY, path TEXT UNIQUE, entry INTEGER UNIQUE REFERENCES entry ON DELETE CASCADE,
    state TEXT NOT NULL, watched INTEGER NOT NULL DEFAULT 0, problem TEXT, CHECK ((path IS NULL) <> (entry IS NULL))
  )`,
  'CREATE INDEX import_state ON import_item (state, id)',
];

export const firstForm: Migration = {
  to: 1,
  about: 'Entries with their files, findings, tags, and the queue of the import.',
  run: (database) => {
    for (const statement of statements) database.run(statement);
  },
};
