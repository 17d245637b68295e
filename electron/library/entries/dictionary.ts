import table from './dictionary.json';

/*
 * What findings look like, for deflate to refer to: an article has few of each kind, and their names alone would be half
 * of what is kept of it. The words are part of the stored form: they are never changed, only followed by others under
 * another form.
 */

/** Bytes of the article's own blocks that serve, too; deflate looks back 32 KB, and the table takes the rest. */
const BLOCKS = 20_000;

const ofArticle = new TextEncoder().encode(table.article);
const ofAnalysis = new TextEncoder().encode(table.analysis);

/** For what is kept of an article beside its blocks and its analysis. */
export const articleDictionary: Uint8Array = ofArticle;

/** For an analysis: it repeats names, headlines and the ids of blocks. @param blocks their JSON, as it is packed */
export function analysisDictionary(blocks: Uint8Array): Uint8Array {
  return Buffer.concat([blocks.subarray(0, BLOCKS), ofAnalysis]);
}
