import type { TimeValue } from '../../../contract';
import { type DayNumber, toCalendarDay } from '../calendar';
import { edtfOf } from '../edtf';
import type { Genre } from '../resolution';
import type { DatedTime } from './dated-time';

/** A report tells days this near to its publication as its own; farther ones are background. */
const NEWS_DAYS = 7;

interface Told {
  block: number;
  start: number;
  value: TimeValue;
}

/** Where the story stands at any place of the text, for events that bear no time of their own. */
export class StoryPlace {
  private readonly told: Told[];

  constructor(
    times: readonly DatedTime[],
    genre: Genre,
    private readonly published: TimeValue | null,
    publication: DayNumber,
  ) {
    this.told = times.flatMap(({ found, expression, resolution }): Told[] => {
      const { value } = expression;
      const { first, precision } = resolution;
      if (!value || first === null || resolution.type === 'DURATION') return [];
      const isNews =
        /^(?:day|time)$/.test(precision) && first <= publication && first >= publication - NEWS_DAYS;
      const isTold = genre === 'history' && !/^(?:decade|century|vague)$/.test(precision);
      return isNews || isTold ? [{ block: found.block, start: found.start, value }] : [];
    });
  }

  /** The last such time told before the place, else the day of publication; null when neither is known. */
  at(block: number, offset: number): TimeValue | null {
    let low = 0;
    let high = this.told.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const told = this.told[middle];
      if (told && (told.block < block || (told.block === block && told.start < offset))) low = middle + 1;
      else high = middle;
    }
    const last = this.told[low - 1];
    return last ? placed(last.value) : this.published;
  }
}

function placed(value: TimeValue): TimeValue {
  return {
    ...value,
    modifier: 'about',
    edtf: edtfOf({ ...value, modifier: 'about' }),
    inferred: true,
    origin: { ...value.origin, explanation: 'the words name no date; placed at the time told before' },
  };
}

/** The day of publication as the place of an event without a date. */
export function publicationPlace(day: DayNumber): TimeValue {
  const calendarDay = toCalendarDay(day);
  return {
    timex: calendarDay,
    first: calendarDay,
    last: calendarDay,
    precision: 'day',
    modifier: 'about',
    open: null,
    edtf: `${calendarDay}~`,
    inferred: true,
    origin: {
      kind: 'counted',
      anchor: { kind: 'publication', day: calendarDay },
      explanation: 'the words name no date; placed at the day of publication',
    },
    relative: null,
  };
}
