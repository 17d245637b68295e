import { computed, signal } from '@preact/signals';
import type { TimelineEvent } from '../../electron/contract';
import { chosenEntity } from './choice';
import { analysis } from './current';
import { settings } from './settings';

/** Show only the events of the chosen entity. */
export const onlyChosenEntity = signal(false);
export const showUndated = signal(false);
/** Part of the strip that is looked at, days since 1970; null for all of it. */
export const zoom = signal<readonly [number, number] | null>(null);

export const DAY = 86_400_000;

/** Days from 1970 to a calendar day. */
export function dayNumber(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / DAY;
}

/** First and last day of an event, in days since 1970, or from the unknown publication day; null when vague. */
export function extentOf(event: TimelineEvent): readonly [number, number] | null {
  const { time } = event;
  if (!time) return null;
  if (time.first !== null && time.last !== null) return [dayNumber(time.first), dayNumber(time.last)];
  return time.relative ? [time.relative.firstOffset, time.relative.lastOffset] : null;
}

export const isDated = (event: TimelineEvent): boolean => event.time !== null;
const isRelative = (event: TimelineEvent) => event.time?.first === null && event.time.relative !== null;

export const datedCount = computed(() => (analysis.value?.events ?? []).filter(isDated).length);
export const undatedCount = computed(() => (analysis.value?.events.length ?? 0) - datedCount.value);
/** Some dates wait for the publication day. */
export const waitsForDate = computed(
  () => !analysis.value?.article.publicationDate && (analysis.value?.events ?? []).some(isRelative),
);

/**
 * Events in the order asked for. In date order stated days come first, then those relative to an unknown publication
 * day, then vague times; undated events keep their place in the text behind the dated one before them.
 */
export const listedEvents = computed<TimelineEvent[]>(() => {
  const entity = onlyChosenEntity.value ? chosenEntity.value : null;
  const all = (analysis.value?.events ?? []).filter(
    (event) =>
      (showUndated.value || isDated(event)) &&
      (entity === null || event.entities.includes(entity)) &&
      withinZoom(event),
  );
  return settings.value.timelineOrder === 'article' ? all : byDate(all);
});

function withinZoom(event: TimelineEvent): boolean {
  const window = zoom.value;
  if (!window) return true;
  const extent = extentOf(event);
  return extent !== null && extent[1] >= window[0] && extent[0] <= window[1];
}

function byDate(events: readonly TimelineEvent[]): TimelineEvent[] {
  const dated = events.filter(isDated);
  const sorted = dated
    .map((event, index) => ({ event, index, extent: extentOf(event) }))
    .sort((a, b) => {
      const rank = rankOf(a.event) - rankOf(b.event);
      if (rank !== 0) return rank;
      if (!a.extent || !b.extent) return a.index - b.index;
      return a.extent[0] - b.extent[0] || a.extent[1] - b.extent[1] || a.index - b.index;
    })
    .map(({ event }) => event);
  return withUndated(sorted, events);
}

function rankOf(event: TimelineEvent): number {
  if (!extentOf(event)) return 2;
  return isRelative(event) ? 1 : 0;
}

function withUndated(sorted: TimelineEvent[], narrative: readonly TimelineEvent[]): TimelineEvent[] {
  const behind = new Map<string | null, TimelineEvent[]>();
  let last: string | null = null;
  for (const event of narrative) {
    if (isDated(event)) last = event.id;
    else behind.set(last, [...(behind.get(last) ?? []), event]);
  }
  return [
    ...(behind.get(null) ?? []),
    ...sorted.flatMap((event) => [event, ...(behind.get(event.id) ?? [])]),
  ];
}
