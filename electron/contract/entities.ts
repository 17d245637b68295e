import type { TextSpan } from './text';

export type EntityId = string;

/** `group` are peoples, nationalities and parties; `other` is named but none of the rest. */
export const ENTITY_TYPES = [
  'person',
  'place',
  'organisation',
  'group',
  'event',
  'product',
  'law',
  'work',
  'other',
] as const;
export type EntityType = (typeof ENTITY_TYPES)[number];

/** One place in the text that names an entity. */
export interface Mention {
  id: string;
  span: TextSpan;
  /** The words of the span. */
  text: string;
  entity: EntityId;
}

/** Another form under which an entity is named. */
export interface Alias {
  name: string;
  /** Why it was merged, as a short sentence for the reader: "same surname, title". */
  reason: string;
  /** How many mentions use this form. */
  count: number;
}

/** Somebody or something that the article names. */
export interface Entity {
  id: EntityId;
  type: EntityType;
  /** The fullest good name in the text. */
  name: string;
  /** Forms other than `name`, most frequent first. */
  aliases: Alias[];
  /** Ids in reading order; never empty. */
  mentions: string[];
  /** Roles given to it in the text ("Secretary of State"), each with the words' place. */
  roles: { text: string; span: TextSpan }[];
  /** Entities that share a sentence with it, most frequent first. */
  together: { entity: EntityId; sentences: number }[];
  /** A place this group belongs to ("Russian": Russia), when the text names the place too. */
  place?: EntityId;
  /** True when a correction shaped it. */
  corrected: boolean;
}

/** Two entities that may be one: the article does not say so clearly enough to merge them unasked. */
export interface SuggestedMerge {
  /** The one named more fully. */
  a: EntityId;
  b: EntityId;
  /** Why they may be one and why it is not sure, as a short sentence for the reader. */
  reason: string;
}
