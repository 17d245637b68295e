import type { Precision, TimeModifier, TimexType } from '../../contract';
import type { DayNumber } from './calendar';
import type { FoundTime } from './found-time';
import type { Period } from './period';
import type { Direction } from './tense';

/** A time the text stands at, for what is counted from it. */
export interface Landmark {
  period: Period;
  /** Index of the expression among all found; -1 for the day of publication itself. */
  index: number;
  /** True when it was itself counted from the day of publication. */
  viaPublication: boolean;
}

export type Genre = 'report' | 'history';

/** What the text has told so far, handed from expression to expression in reading order. */
export interface Story {
  /** Day of publication, or a stand-in when that is unknown. */
  readonly publication: DayNumber;
  readonly genre: Genre;
  /** True for a text that advises its reader: its months and seasons come back every year. */
  readonly guide: boolean;
  /** The last time told. */
  last: Landmark | null;
  /** The last single day told, for times of the day and for days counted on. */
  lastDay: Landmark | null;
  /**
   * The quarter under discussion, which "the quarter" and "a year earlier" mean in business news; a year or a number
   * of months told since ends it.
   */
  lastQuarter: Landmark | null;
  /** The last time told that has a year of its own, for months and days without one. */
  lastYear: Landmark | null;
  /**
   * The year that a paragraph of a report tells of, far from its own; null where nothing but the day of publication
   * gives months and days their year.
   */
  passage: (Landmark & { block: number }) | null;
}

/** What one expression came to. */
export interface Resolution {
  type: TimexType;
  timex: string;
  /** First and last day, inclusive; null for what has no bounds. */
  first: DayNumber | null;
  last: DayNumber | null;
  period: Period | null;
  precision: Precision;
  modifier: TimeModifier | null;
  inferred: boolean;
  /** Null when the words alone settle it. */
  anchor: Landmark | null;
  /** Which way the sentence looked when that decided the value. */
  direction: Direction | null;
}

/** One expression on its way through resolution. */
export interface Question {
  time: FoundTime;
  index: number;
  /** Asked only when needed: it climbs the parse. */
  direction(): Direction | null;
  /** True when the last time told stands in the same block. */
  sameBlock: boolean;
  /** True when it stands in this block or not far above it. */
  isNear: boolean;
  /** True in the words below a picture, whose present tense tells what was. */
  isPicture: boolean;
  /** Whether it stands at the beginning of its sentence. */
  opensSentence(): boolean;
}

export const PUBLICATION = -1;

export function publicationLandmark(story: Story): Landmark {
  return { period: { grain: 'day', start: story.publication }, index: PUBLICATION, viaPublication: true };
}
