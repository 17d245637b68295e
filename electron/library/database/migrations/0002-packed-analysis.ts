import type { Migration } from '../migrate';

/**
 * The analysis lies in a column of its own, in the very bytes in which the engine's process packed it
 * (`electron/packing`). Rows of the first form keep theirs among the findings until the article is read again.
 */
export const packedAnalysis: Migration = {
  to: 2,
  about: 'The analysis as the engine packed it, apart from the other findings.',
  run: (database) => {
    database.run('ALTER TABLE packed ADD COLUMN analysis BLOB');
  },
};
