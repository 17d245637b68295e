import type { FileFormat } from './formats';
import type { ArticleId, BlockId, CalendarDay, Range } from './text';

/** Inline formatting of a piece of a block's text. Marks may nest; they are sorted by start, longest first. */
export type Mark = Range &
  (
    | { kind: 'emphasis' | 'strong' | 'code' | 'strike' | 'superscript' | 'subscript' }
    /** `href` is the full address as found; it is shown, never followed without a question. */
    | { kind: 'link'; href: string }
    /** A reference to a footnote that stands in block `target` of the same article. */
    | { kind: 'noteReference'; target: BlockId }
    | { kind: 'language'; lang: string; dir?: Direction }
  );

export type Direction = 'ltr' | 'rtl';

/** An image that came with the article. The bytes stay with main; the renderer asks for them by this id. */
export interface ArticleImage {
  /** Key for `dateline://image/…`, or null when the source names only a remote address (never fetched). */
  id: string | null;
  alt: string;
  /** The address in the source, shown in the placeholder of an image that cannot be shown. */
  source: string;
  width?: number;
  height?: number;
}

/**
 * Where the bytes of an image are. `embedded` bytes were inside the file; `beside` names a file relative to the
 * article's folder, which main must check to lie inside that folder before it reads it.
 */
export type ImageResource = { id: string; mediaType: string } & (
  | { kind: 'embedded'; bytes: Uint8Array }
  | { kind: 'beside'; relativePath: string }
);

export interface ListItem extends Range {
  /** 0 for the outermost level. */
  depth: number;
  ordered: boolean;
  /** Number shown before an ordered item. */
  number?: number;
  /** Set for task list items. */
  checked?: boolean;
}

export interface TableCell extends Range {
  row: number;
  column: number;
  rowSpan: number;
  columnSpan: number;
  header: boolean;
}

/** What a bound of reading (`BUDGET.article`) left out; the file's own text has it. */
export interface Omission {
  what: 'rows' | 'columns' | 'items' | 'blocks' | 'marks';
  /** Null where reading stopped before anybody could count. */
  count: number | null;
}

interface BlockBase {
  id: BlockId;
  /** Plain text of the block. Parts (list items, table cells, quote paragraphs) are joined by one "\n". */
  text: string;
  marks: Mark[];
  lang?: string;
  dir?: Direction;
  /** Label of the footnote that this block holds. */
  noteLabel?: string;
  /** Rows, columns or items of this block that are not shown. */
  omitted?: Omission[];
}

export type Block = BlockBase &
  (
    | { kind: 'paragraph' }
    /** `level` 1 to 6. The article's title is the heading that `Article.titleBlock` names. */
    | { kind: 'heading'; level: number }
    /** Each item is a range of `text`, in reading order; nesting is told by `depth`. */
    | { kind: 'list'; items: ListItem[] }
    /** Paragraphs of the quotation are the lines of `text`. */
    | { kind: 'quote' }
    | { kind: 'code'; language?: string }
    | { kind: 'table'; cells: TableCell[]; rows: number; columns: number }
    /** `text` is the caption, or empty. */
    | { kind: 'figure'; images: ArticleImage[] }
    | { kind: 'rule' }
  );

/** Why cleaning took a block out. The wording shown to a person belongs to the renderer. */
export const REMOVAL_REASONS = [
  'advertisement',
  'share',
  'navigation',
  'newsletter',
  'related',
  'byline',
  'credit',
  'caption',
  'date',
  'comments',
  'cookies',
  'boilerplate',
  'duplicate',
  'title',
  'site',
  'hidden',
  'pageFurniture',
  'outside',
] as const;
export type RemovalReason = (typeof REMOVAL_REASONS)[number];

/** What cleaning took out. Always kept, so that the reader can look at it and put it back. */
export interface Removal {
  /** Id of its first block. */
  id: BlockId;
  stage: 'read' | 'locate' | 'prune';
  reason: RemovalReason;
  /** Which named rule decided, and on what evidence, in a few words. */
  rule: string;
  /** At least one, in source order, with the ids they have when they are put back. */
  blocks: Block[];
  /** The kept block that it stood behind; null when it stood before the first. */
  after: BlockId | null;
}

/** Where a piece of metadata was found. `file-time` is only a hint and is shown as such. */
export const METADATA_SOURCES = [
  'json-ld',
  'meta-tag',
  'time-element',
  'heading',
  'title-element',
  'text',
  'document-properties',
  'url',
  'file-name',
  'file-time',
  'detected',
  'reader',
] as const;
export type MetadataSource = (typeof METADATA_SOURCES)[number];

export interface Found<T> {
  value: T;
  source: MetadataSource;
  /** The words it was read from, as they stand in the source. */
  words?: string;
}

/** The file as found, without its bytes. Where it lies is known to main alone. */
export interface SourceInfo {
  /** The file's own name, without its folder. */
  name: string;
  /** Bytes. */
  size: number;
  /** Last change, milliseconds since 1970 UTC. */
  modified: number;
  /** Names the article in every call and in everything that is kept. */
  hash: ArticleId;
}

export interface DetectedFormat {
  format: FileFormat;
  /** WHATWG name of the character encoding the text was decoded with; null for binary formats. */
  encoding: string | null;
  /** How the encoding was decided. */
  encodingSource: 'bom' | 'utf-8' | 'declared' | 'detected' | 'reader' | null;
}

/** What a page can be. Cleaning takes the comments under an article for clutter, and those of a thread for the text. */
export const PAGE_KINDS = [
  'article',
  'thread',
  'question',
  'comments',
  'documentation',
  'wiki',
  'product',
  'list',
  'recipe',
  'transcript',
  'liveBlog',
  'stub',
] as const;
export type PageKind = (typeof PAGE_KINDS)[number];

export interface Article {
  source: SourceInfo;
  detected: DetectedFormat;
  title: Found<string> | null;
  byline: Found<string> | null;
  site: Found<string> | null;
  /** BCP 47 tag. */
  language: Found<string> | null;
  /** The day the article was published; what its relative dates are counted from. */
  publicationDate: Found<CalendarDay> | null;
  /** What kind of page it was saved from; null for what somebody wrote as a file. */
  kind: Found<PageKind> | null;
  /** The heading in `blocks` that is the title, or null. When set, it is the first block. */
  titleBlock: BlockId | null;
  blocks: Block[];
  removals: Removal[];
  /** Share of the source's visible text, 0 to 1, that stands in `removals`. */
  removedShare: number;
  /** What is not shown of the article as a whole; absent where everything is. */
  omitted?: Omission[];
}

/** What a list shows of an article. */
export interface ArticleDescription {
  title: string | null;
  publicationDate: CalendarDay | null;
  /** Of running text. */
  words: number;
}
