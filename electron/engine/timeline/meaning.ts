import type { TimeModifier } from '../../contract';
import type { Grain } from './period';

/** Units of distances and durations. */
export type Unit =
  | 'second'
  | 'minute'
  | 'hour'
  | 'day'
  | 'week'
  | 'weekend'
  | 'fortnight'
  | 'month'
  | 'quarter'
  | 'year'
  | 'decade'
  | 'century'
  | 'millennium';

/** A number of units; `value` is null for "several", "a few", "some". */
export interface Count {
  value: number | null;
}

/** What a relative time is counted from: the day of publication, or the time the text stands at. */
export type AnchorKind = 'publication' | 'narrative';

/** A step to a neighbouring period: "last year" is -1 from publication, "that year" is 0 from the narrative. */
export interface Step {
  step: number;
  from: AnchorKind;
}

/** A holiday's rule; see `data/time-words.json`. */
export interface Holiday {
  name: string;
  month?: number;
  day?: number;
  weekday?: number;
  nth?: number;
  easter?: number;
}

/** The parts of a calendar date that the words give; what is missing above them must be inferred. */
export interface CalendarFields {
  /** Hundreds: 19 covers 1900 to 1999, as TIMEX3 writes centuries. Negative before Christ. */
  century?: number;
  /** First year of the decade. */
  decade?: number;
  /** Astronomical: 0 is 1 BC. */
  year?: number;
  half?: number;
  quarter?: number;
  /** 0 spring to 3 winter. */
  season?: number;
  month?: number;
  /** Day of the month. */
  day?: number;
  /** 1 Monday to 7 Sunday. */
  weekday?: number;
  holiday?: Holiday;
  /** "the 1988 period": the quarter under discussion, in that year. */
  sameQuarter?: boolean;
  /** "last April", "next Monday", "this summer", "that May". */
  pick?: Step;
  /** "January this year", "June of the following year". */
  yearStep?: Step;
  /** "Monday of last week", "the 5th of this month". */
  weekStep?: Step;
  monthStep?: Step;
}

/** What the words of one time expression say, before anything is counted. */
export type Meaning = { modifier?: TimeModifier; clock?: string } & (
  | { kind: 'calendar'; fields: CalendarFields }
  | { kind: 'step'; grain: Grain; step: Step }
  | { kind: 'distance'; count: Count; unit: Unit; direction: -1 | 1; from: AnchorKind; asPeriod?: boolean }
  | { kind: 'reference'; value: 'PAST_REF' | 'PRESENT_REF' | 'FUTURE_REF' }
  | { kind: 'duration'; timex: string; window?: Window }
  | { kind: 'set'; timex: string }
  /** "5 Muharram 1437 AH": the name of the calendar; nothing of it is converted. */
  | { kind: 'otherCalendar'; calendar: string }
  | { kind: 'clock' }
);

/** A stretch that ends or begins at the anchor: "the past three months", "within the next two weeks". */
export interface Window {
  count: number;
  unit: Unit;
  direction: -1 | 1;
}
