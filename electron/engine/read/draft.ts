import type { Block, DetectedFormat, Found, MetadataSource, Omission, RemovalReason } from '../../contract';
import type { ImageResource } from '../stages';

/**
 * What reading saw of a block's place in its source and the block itself no longer tells. Every reader fills in
 * what its format knows; the pruner works on all of them alike.
 */
export interface BlockEvidence {
  /** Share of the block's characters that stand inside links, 0 to 1. */
  linkShare: number;
  /** Lower-case names of the elements it stands in, nearest first: "figcaption", "aside", "footer" ... */
  inside: string[];
  /** Lower-case words of the class, id and role attributes of it and its near ancestors. */
  names: string[];
  /** Numbers of the elements it stands in, nearest first; equal numbers are one element. Absent without structure. */
  path?: number[];
  /** The source hides it from sight. */
  hidden: boolean;
  /** The locator chose a node that holds it; formats without a locator say true. */
  located: boolean;
}

/** A block as read, in source order, before anything was judged. */
export interface DraftBlock {
  block: Block;
  evidence: BlockEvidence;
  /** Set where only the reader of the format can tell that it is not of the article (running heads of a PDF). */
  taken?: { reason: RemovalReason; rule: string };
}

/** A possible value of a piece of metadata; cleaning chooses among them. */
export interface MetadataCandidate extends Found<string> {
  /** `modificationDate` is never shown; it tells which of several days on a page is not the publication. */
  field: 'title' | 'byline' | 'site' | 'language' | 'publicationDate' | 'modificationDate';
  source: MetadataSource;
}

/**
 * A page of the web, saved or copied as text or sent as a newsletter, has much round its article, and cleaning looks
 * for what is not of it. What somebody wrote as a file or a mail is a document, and is kept whole.
 */
export type SourceKind = 'page' | 'document';
/** What a page tells search engines of its text; empty or null where it tells nothing. */
export interface StatedText {
  body: string;
  description: string;
  /** By its own word it is an article, or something else (a product, a thread, a list). */
  kind: 'article' | 'other' | null;
  /** Types of schema.org that its JSON-LD and microdata name, lower case, as often as they stand there. */
  types: string[];
  /** Lower case: the Open Graph type, and the program that made the page; empty where it names none. */
  openGraph: string;
  program: string;
  /** Where the page was on the web; null when nothing tells. */
  address: string | null;
  /** The page says that one must pay to read all of it. */
  closed: boolean;
}

/** What a reader makes of a file's bytes: everything visible, in order. */
export interface Draft {
  kind: SourceKind;
  detected: DetectedFormat;
  blocks: DraftBlock[];
  candidates: MetadataCandidate[];
  stated?: StatedText;
  images: ImageResource[];
  /** What a bound of reading left out; set when all readers are done. */
  omitted?: Omission[];
  /** Decoded source, or the extracted text of a binary format; for the Original view. */
  original: string;
}
