import type { EntityId } from './entities';
import type { CalendarDay, TextSpan } from './text';

/** How exactly a time is known, the finest first; `vague` has no bounds ("recently"). */
export const PRECISIONS = [
  'time',
  'day',
  'week',
  'month',
  'season',
  'quarter',
  'year',
  'decade',
  'century',
  'vague',
] as const;
export type Precision = (typeof PRECISIONS)[number];

/** TIMEX3's MOD attribute in plain words: the value is about, before, after ... what the words name. */
export const TIME_MODIFIERS = [
  'about',
  'before',
  'after',
  'start',
  'middle',
  'end',
  'lessThan',
  'moreThan',
] as const;
export type TimeModifier = (typeof TIME_MODIFIERS)[number];

/** What a relative time was counted from. */
export type TimeAnchor =
  | { kind: 'publication'; day: CalendarDay | null }
  /** An earlier time in the text that the narrative stands at. */
  | { kind: 'narrative'; expression: string; day: CalendarDay | null }
  | { kind: 'reader'; day: CalendarDay };

/** How a value was found. `explanation` is a short phrase for people: "the Wednesday before publication". */
export type TimeOrigin =
  | { kind: 'stated'; explanation: string }
  | { kind: 'counted'; anchor: TimeAnchor; explanation: string };

/** A resolved time, or one that waits for its anchor. */
export interface TimeValue {
  /** TIMEX3 value: `2015-09-16`, `2014-04`, `2015-W39`, `PAST_REF`, `XXXX-WXX-3` ... */
  timex: string;
  /** First and last day covered, both inclusive; both null while the anchor is unknown or the time is vague. */
  first: CalendarDay | null;
  last: CalendarDay | null;
  precision: Precision;
  modifier: TimeModifier | null;
  /**
   * Set where the time goes on beyond the one named: 'end' for "since 1987", whose `first` and `last` are those of
   * 1987, 'start' for "until May".
   */
  open: 'start' | 'end' | null;
  /** The same in the Extended Date/Time Format, for exports: `2014-04`, `-0479`, `1987/..`; null without bounds. */
  edtf: string | null;
  /** True when the machine had to choose (which Wednesday), as against what the words alone settle. */
  inferred: boolean;
  origin: TimeOrigin;
  /** For a time relative to an unknown publication day: words to show and days from it, for the order. */
  relative: { label: string; firstOffset: number; lastOffset: number } | null;
}

/** TIMEX3's TYPE attribute. */
export const TIMEX_TYPES = ['DATE', 'TIME', 'DURATION', 'SET'] as const;
export type TimexType = (typeof TIMEX_TYPES)[number];

/** Words in the text that tell a time. */
export interface TimeExpression {
  id: string;
  span: TextSpan;
  text: string;
  type: TimexType;
  /** Null for words that tell no point in time (a duration, a set). */
  value: TimeValue | null;
  /** TIMEX3 value, for every type. */
  timex: string;
}

/** `hypothetical`: what may or could happen, or will under a condition; `cancelled`: what was planned and will not be. */
export const EVENT_STATUSES = [
  'happened',
  'planned',
  'ongoing',
  'claimed',
  'denied',
  'cancelled',
  'hypothetical',
] as const;
export type EventStatus = (typeof EVENT_STATUSES)[number];

/** One thing that happened, happens or will happen, with its time. */
export interface TimelineEvent {
  id: string;
  /** Null for an undated event. */
  time: TimeValue | null;
  /**
   * For an undated event: the time the story stands at when it tells it, inferred; for its place between the dated
   * ones, never to be shown as its date. Null or missing when nothing tells.
   */
  near?: TimeValue | null;
  /** The time expression that dates it; null when undated. */
  expression: string | null;
  /** The clause that tells it, and the sentence that clause stands in. */
  clause: TextSpan;
  sentence: TextSpan;
  /** In the article's own words: who did what to whom. */
  headline: string;
  status: EventStatus;
  /** Who claims or denies it, in the article's words. */
  source: string | null;
  /** The entity that `source` names; null or missing where it names none of the article's. */
  sourceEntity?: EntityId | null;
  entities: EntityId[];
  /** True when a correction shaped it. */
  corrected: boolean;
}
