import type { TimelineEvent } from '../../electron/contract';

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
  const years = new Set(events.flatMap((event) => event.time?.first?.slice(0, 4) ?? []));
  const length = years.size > 1 ? 4 : 7;
  const groups: EventGroup[] = [];
  for (const event of events) {
    const last = groups.at(-1);
    const label = event.time
      ? (event.time.first?.slice(0, length) ?? 'No exact day')
      : (last?.label ?? 'No date');
    if (last?.label === label) last.events.push(event);
    else groups.push({ label, events: [event] });
  }
  return groups.length > 1 ? groups : null;
}
