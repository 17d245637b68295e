import type { Range } from '../../contract';

/** Fields whose words are in the index. */
export const TEXT_FIELDS = ['title', 'author', 'site', 'entity', 'tag', 'note'] as const;
export type TextField = (typeof TEXT_FIELDS)[number];

/** Fields that take a day, a month, a year or a range of them. */
export const DAY_FIELDS = ['published', 'told', 'added', 'opened'] as const;
export type DayField = (typeof DAY_FIELDS)[number];

/** Fields that take one value from a list. */
export const VALUE_FIELDS = ['is', 'has', 'type', 'format', 'language'] as const;
export type ValueField = (typeof VALUE_FIELDS)[number];

/** Words that must stand one after another, folded; with `prefix` the last is only the beginning of a word. */
export interface Words {
  kind: 'words';
  words: string[];
  prefix: boolean;
}

/** Days counted from 1970-01-01, inclusive; null is open. */
export interface Days {
  first: number | null;
  last: number | null;
}

export type Query =
  | (Words & { field: TextField | null })
  /** All of them within `distance` words. */
  | { kind: 'near'; terms: Words[]; distance: number; field: TextField | null }
  | { kind: 'days'; field: DayField; days: Days }
  | { kind: 'value'; field: ValueField; value: string }
  | { kind: 'and' | 'or'; parts: Query[] }
  | { kind: 'not'; part: Query };

/** What is wrong with a search as it was typed, and where, in UTF-16 units. */
export class QueryError extends Error {
  readonly range: Range;

  constructor(message: string, { start, end }: Range) {
    super(message);
    this.range = { start, end };
    this.name = 'QueryError';
  }
}
