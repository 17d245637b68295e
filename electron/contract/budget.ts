/**
 * What one file may cost, in one table: whatever a file claims or repeats, nothing takes more. The figures lie far above
 * any article (a long novel has 3 million characters in some 20,000 paragraphs). Past a bound of `article` the article
 * is shown as far as it goes and says what is left out; past another the file is refused, with the reason.
 * To edit: change a figure, then run `npm run bench -- hostile --window` and look at what the window does.
 */
export const BUDGET = {
  /** What is taken in. */
  source: {
    /** UTF-16 units of decoded text or extracted text. */
    characters: 16_000_000,
    /** Bytes of one unpacked archive entry, and of all of them. */
    entryBytes: 48_000_000,
    archiveBytes: 192_000_000,
    archiveEntries: 20_000,
    /** Parts of an MHTML file, mails of a mailbox. */
    parts: 5_000,
    /** Pages of a PDF. */
    pages: 3_000,
    /** Pieces of text on a page of a PDF, and on all; graphics states saved inside each other. */
    pageRuns: 40_000,
    runs: 1_000_000,
    graphicsStates: 5_000,
    images: 2_000,
    imageBytes: 96_000_000,
  },
  /** What is shown of it. */
  article: {
    blocks: 100_000,
    /** UTF-16 units of one block; a longer one is shown as several. */
    blockCharacters: 20_000,
    /** Items of one block that is a list, and levels they are set in; a longer list is shown as several. */
    listItems: 500,
    listDepth: 24,
    /** Columns of a table. */
    columns: 200,
    /** Places in the grid of one table, rows times columns with spans, and in all tables of an article. */
    tableCells: 20_000,
    cells: 100_000,
    /** Items of all lists. */
    items: 250_000,
    /** Links, emphasis and the like. */
    marks: 300_000,
    /** Pictures of one figure; more are shown as several. */
    figureImages: 50,
  },
  /** One picture; one beyond is told of in its place. */
  picture: {
    bytes: 32 * 1024 * 1024,
    /** Width times height; a pixel takes four bytes. */
    pixels: 40_000_000,
    /** SVG: bytes, elements inside each other, and elements as often as they are drawn. */
    drawingBytes: 3_000_000,
    drawingDepth: 200,
    drawingParts: 60_000,
  },
} as const;
