import type { CalendarDay, TimelineEvent } from '../../electron/contract';
import { partsOf } from '../time/calendar';
import { months, yearLabel } from '../time/labels';

/** Events under one heading. */
export interface EventGroup {
  label: string;
  events: TimelineEvent[];
}

/** Shorter lists are easier to read whole. */
const LEAST_GROUPED = 15;

/**
 * Cuts a list in date order into years, or months where all of it lies within one year. Null when the list is too
 * short to gain by it. Undated events stay with the dated one before them.
 */
export function groupEvents(events: readonly TimelineEvent[]): EventGroup[] | null {
  if (events.length < LEAST_GROUPED) return null;
  const years = new Set(
    events.map((event) => partsOf(event.time?.first ?? '')?.year).filter((year) => year !== undefined),
  );
  const groups: EventGroup[] = [];
  for (const event of events) {
    const last = groups.at(-1);
    const label = event.time ? labelOf(event.time.first, years.size === 1) : (last?.label ?? 'No date');
    if (last?.label === label) last.events.push(event);
    else groups.push({ label, events: [event] });
  }
  return groups.length > 1 ? groups : null;
}

/** "September 2015" within one year, else "2015"; "44 BC". */
function labelOf(first: CalendarDay | null, byMonth: boolean): string {
  const parts = first === null ? null : partsOf(first);
  if (!parts) return 'No exact day';
  const year = yearLabel(parts.year);
  return byMonth ? `${months[parts.month - 1]} ${year}` : year;
}
