import { computed, signal } from '@preact/signals';
import type { TimelineEvent } from '../../electron/contract';
import { dayNumber } from '../time/calendar';
import { chosenEntity, chosenEvent } from './choice';
import { analysis } from './current';
import { settings } from './settings';

/** Show only the events of the chosen entity. */
export const onlyChosenEntity = signal(false);
export const showUndated = signal(false);
/** Part of the strip that is looked at, days since 1970; null for all of it. */
export const zoom = signal<readonly [number, number] | null>(null);

/** First and last day of an event, in days since 1970, or from the unknown publication day; null when vague. */
export function extentOf(event: TimelineEvent): readonly [number, number] | null {
  const { time } = event;
  if (!time) return null;
  if (time.first !== null && time.last !== null) return [dayNumber(time.first), dayNumber(time.last)];
  return time.relative ? [time.relative.firstOffset, time.relative.lastOffset] : null;
}

/** The part of an event's extent that the zoom shows; null when none is. */
export function seenExtent(event: TimelineEvent): readonly [number, number] | null {
  const extent = extentOf(event);
  const [first, last] = zoom.value ?? [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  if (!extent || extent[1] < first || extent[0] > last) return null;
  return [Math.max(extent[0], first), Math.min(extent[1], last)];
}

/**
 * Halves (`closer`) or doubles the days shown, about the chosen event or else the middle one. A zoom that holds every
 * day is no zoom.
 */
export function changeZoom(closer: boolean): void {
  const all = (analysis.value?.events ?? []).flatMap((event) => extentOf(event) ?? []).sort((a, b) => a - b);
  const [first, last] = [all[0], all.at(-1)];
  if (first === undefined || last === undefined) return;
  const seen = all.filter((day) => !zoom.value || (day >= zoom.value[0] && day <= zoom.value[1]));
  const [from = first, to = last] = zoom.value ?? [];
  const chosen = analysis.value?.events.find((event) => event.id === chosenEvent.value);
  const centre = (chosen && extentOf(chosen)?.[0]) ?? seen[seen.length >> 1] ?? (from + to) / 2;
  const half = Math.max(1, ((to - from) * (closer ? 0.5 : 2)) / 2);
  const next = [
    Math.max(first, Math.floor(centre - half)),
    Math.min(last, Math.ceil(centre + half)),
  ] as const;
  zoom.value = next[0] === first && next[1] === last ? null : next;
}

export const isDated = (event: TimelineEvent): boolean => event.time !== null;
const isRelative = (event: TimelineEvent) => event.time?.first === null && event.time.relative !== null;

export const datedCount = computed(() => (analysis.value?.events ?? []).filter(isDated).length);
export const undatedCount = computed(() => (analysis.value?.events.length ?? 0) - datedCount.value);
/** Some dates wait for the publication day. */
export const waitsForDate = computed(
  () => !analysis.value?.publicationDate && (analysis.value?.events ?? []).some(isRelative),
);

/** Why no event is listed. Nothing listed is not the same as nothing found. */
export function noneListed(): string {
  if (zoom.value !== null || (onlyChosenEntity.value && chosenEntity.value !== null))
    return 'No event matches.';
  return undatedCount.value > 0
    ? 'No event has a date; see the undated ones.'
    : 'No events found in this article.';
}

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
  return zoom.value === null || seenExtent(event) !== null;
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
