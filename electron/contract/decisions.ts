import type { PageKind } from './article';
import type { EntityType } from './entities';
import type { FileFormat } from './formats';
import type { Anchor, BlockId, CalendarDay } from './text';

/** Names an entity by what a reader sees; ids change with the engine, names do not. */
export interface EntityKey {
  name: string;
  type: EntityType;
}

/**
 * When an event was, as a person says it: `first` and `last` day, both inclusive, or a time `written` as one would in a
 * text ("1987", "March 2024", "around 1500"), which goes before the days.
 */
export interface GivenTime {
  first: CalendarDay | null;
  last: CalendarDay | null;
  written: string | null;
}

/** What a person changed. Kept in order; later ones win. */
export type CorrectionChange =
  | { kind: 'mergeEntities'; into: EntityKey; from: EntityKey }
  /** Two that are not the same: they are never offered to be merged, nor merged by a later engine. */
  | { kind: 'keepApart'; a: EntityKey; b: EntityKey }
  /** The forms `names` become an entity of their own. */
  | { kind: 'splitEntity'; entity: EntityKey; names: string[] }
  | { kind: 'renameEntity'; entity: EntityKey; name: string }
  | { kind: 'retypeEntity'; entity: EntityKey; type: EntityType }
  | { kind: 'notAnEntity'; entity: EntityKey }
  | { kind: 'addEntity'; anchor: Anchor; type: EntityType }
  /** What "he" or "the company" at the words means; null: none of the article's entities. */
  | { kind: 'setReference'; reference: Anchor; entity: EntityKey | null }
  /** Who makes the statement that begins with the words; null: nobody the article names. */
  | { kind: 'setSpeaker'; statement: Anchor; entity: EntityKey | null }
  /** The words are no statement. */
  | { kind: 'hideStatement'; statement: Anchor }
  | { kind: 'setEventDate'; event: Anchor; time: GivenTime }
  | { kind: 'setEventAnchor'; event: Anchor; day: CalendarDay }
  | { kind: 'setEventHeadline'; event: Anchor; headline: string }
  | { kind: 'mergeEvents'; into: Anchor; from: Anchor }
  | { kind: 'hideEvent'; event: Anchor }
  | { kind: 'addEvent'; anchor: Anchor; time: GivenTime; headline: string };

export type CorrectionScope = 'article' | 'library';

export interface Correction {
  id: string;
  /** `library`: for every article, not only the one it was made in. Time corrections are always `article`. */
  scope: CorrectionScope;
  change: CorrectionChange;
}

/** What a person decided about one article; kept under the article's id and handed to the engine. */
export interface Decisions {
  publicationDate: CalendarDay | null;
  /** WHATWG encoding name that overrides detection. */
  encoding: string | null;
  /** Format that overrides sniffing ("open as plain text"). */
  format: FileFormat | null;
  /** Kind of page that overrides what cleaning found ("this is a thread"). */
  kind: PageKind | null;
  /** Ids of removed blocks that were put back. */
  restored: BlockId[];
  corrections: Correction[];
}

/** The decisions with what can be done about them. */
export interface KeptDecisions extends Decisions {
  /** A correction made in this article can be taken back. */
  canUndo: boolean;
  /** One that was taken back can be made again. */
  canRedo: boolean;
}

/** The decisions that are set as a whole; corrections come one by one. */
export type DecisionFields = Omit<Decisions, 'corrections'>;

export const NO_DECISIONS: Decisions = {
  publicationDate: null,
  encoding: null,
  format: null,
  kind: null,
  restored: [],
  corrections: [],
};
