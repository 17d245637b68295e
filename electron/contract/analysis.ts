import type { Article } from './article';
import type { Entity, EntityType, Mention, SuggestedMerge } from './entities';
import type { BlockId, CalendarDay, TextSpan } from './text';
import type { TimeExpression, TimelineEvent } from './timeline';

/** Whether names and times could be looked for. `unsupported`: the text is in a language not covered yet. */
export type LanguageSupport = { state: 'supported' } | { state: 'unsupported'; language: string };

/** Everything derived from one file. Serialises to JSON without loss. */
export interface Analysis {
  /** Version of the engine that made it; an older one is made again. */
  engineVersion: string;
  article: Article;
  support: LanguageSupport;
  /** Sentences in reading order; never overlapping, each inside one block. */
  sentences: TextSpan[];
  mentions: Mention[];
  entities: Entity[];
  /** Offered to the reader; both ids are among `entities`. */
  suggestedMerges: SuggestedMerge[];
  expressions: TimeExpression[];
  events: TimelineEvent[];
}

/**
 * How a correction finds its object again after a new analysis: by the words and where they stood, not by an id
 * that the engine made.
 */
export interface SpanAnchor {
  span: TextSpan;
  text: string;
}

/** What a person changed. Kept in order; later ones win. */
export type CorrectionChange =
  | { kind: 'mergeEntities'; into: EntityKey; from: EntityKey }
  /** The forms `names` become an entity of their own. */
  | { kind: 'splitEntity'; entity: EntityKey; names: string[] }
  | { kind: 'renameEntity'; entity: EntityKey; name: string }
  | { kind: 'retypeEntity'; entity: EntityKey; type: EntityType }
  | { kind: 'notAnEntity'; entity: EntityKey }
  | { kind: 'addEntity'; anchor: SpanAnchor; type: EntityType }
  | { kind: 'setEventDate'; event: SpanAnchor; first: CalendarDay; last: CalendarDay }
  | { kind: 'setEventAnchor'; event: SpanAnchor; day: CalendarDay }
  | { kind: 'setEventHeadline'; event: SpanAnchor; headline: string }
  | { kind: 'mergeEvents'; into: SpanAnchor; from: SpanAnchor }
  | { kind: 'hideEvent'; event: SpanAnchor }
  | { kind: 'addEvent'; anchor: SpanAnchor; first: CalendarDay; last: CalendarDay; headline: string };

/** Names an entity by what a reader sees; ids change with the engine, names do not. */
export interface EntityKey {
  name: string;
  type: EntityType;
}

export interface Correction {
  id: string;
  /** `library`: for every article, not only the one it was made in. Time corrections are always `article`. */
  scope: 'article' | 'library';
  change: CorrectionChange;
}

/** What the person decided about one article; kept by the article's hash and handed to the engine. */
export interface ReaderChoices {
  publicationDate: CalendarDay | null;
  /** WHATWG encoding name that overrides detection. */
  encoding: string | null;
  /** Format that overrides sniffing ("open as plain text"). */
  format: Article['detected']['format'] | null;
  /** Ids of removed blocks that were put back. */
  restored: BlockId[];
  corrections: Correction[];
}

export const NO_CHOICES: ReaderChoices = {
  publicationDate: null,
  encoding: null,
  format: null,
  restored: [],
  corrections: [],
};
