import type { Migration } from '../migrate';

/**
 * Findings and analyses are packed with a dictionary from here on (`entries/dictionary.ts`), which earlier versions of
 * Dateline cannot read; older rows stay as they are until their article is read again. Where entities are named lies in
 * the analysis, and nothing asked the column for it.
 */
export const smallerRows: Migration = {
  to: 3,
  about: 'Findings packed with a dictionary; no second copy of where entities are named.',
  run: (database) => {
    database.run('ALTER TABLE entity DROP COLUMN spans');
  },
};
