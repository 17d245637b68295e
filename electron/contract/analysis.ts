import type { Article, Found } from './article';
import type { Entity, Mention, SuggestedMerge } from './entities';
import type { Packed } from './packed';
import type { Reference, Statement } from './references';
import type { ArticleId, CalendarDay, TextSpan } from './text';
import type { TimeExpression, TimelineEvent } from './timeline';

/** Whether names and times could be looked for. `unsupported`: the text is in a language not covered yet. */
export type LanguageSupport = { state: 'supported' } | { state: 'unsupported'; language: string };

/**
 * What was found in one article, without the article itself. Spans point into the blocks of the `Article` with the
 * same id. Serialises to JSON without loss.
 */
export interface Analysis {
  /** Version of the engine that made it; an older one is made again. */
  engineVersion: string;
  article: ArticleId;
  /** The day that relative dates were counted from: the person's, else the article's own. */
  publicationDate: Found<CalendarDay> | null;
  support: LanguageSupport;
  /** Sentences in reading order; never overlapping, each inside one block. */
  sentences: TextSpan[];
  mentions: Mention[];
  entities: Entity[];
  /** Offered to the reader; both ids are among `entities`. */
  suggestedMerges: SuggestedMerge[];
  /** Pronouns and descriptions tied to an entity, in reading order; counted apart from mentions. */
  references: Reference[];
  /** Who says what, in reading order. */
  statements: Statement[];
  expressions: TimeExpression[];
  events: TimelineEvent[];
  /** Ids of corrections that found nothing here to change: their words or their entity are gone. */
  unapplied: string[];
}

/**
 * The findings as the engine's process packed them, once: so they cross every border. Beside the bytes stands what is
 * asked of them on the way, so that nobody there needs to unpack them.
 */
export interface PackedAnalysis extends Pick<Analysis, 'engineVersion' | 'article' | 'unapplied'> {
  bytes: Packed<Analysis>;
}

/** The findings with the whole article in them, for whoever has nothing else: exports and the printed form. */
export interface AnalysedArticle extends Omit<Analysis, 'article'> {
  article: Article;
}
