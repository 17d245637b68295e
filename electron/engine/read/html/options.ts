/** How a page or a piece of a page is read. */
export interface HtmlReadOptions {
  /**
   * True for a saved web page: the part that holds the article is looked for, and the blocks outside it get
   * `located: false`. False where all of the source is the article (a chapter of a book, HTML inside Markdown).
   */
  locate: boolean;
  /** Put before the passing ids of the blocks, so that several pieces of one file do not share them. */
  idPrefix: string;
  /**
   * Finds an image by the address in the source. Answers the id under which the caller keeps its bytes, or null
   * for an image that cannot be shown (remote, missing).
   */
  resolveImage(source: string): string | null;
}
