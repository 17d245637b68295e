import type { TimelineEvent } from '../../electron/contract';
import type { Exported } from './context';

/** Why an event has no place in a form that wants days, as the end of a sentence about "3 events". */
export type Obstacle = 'undated' | 'vague' | 'relative' | 'beforeChrist' | 'openEnded';

const obstacleWords: Record<Obstacle, string> = {
  undated: 'without a date',
  vague: 'with no exact time',
  relative: 'counted from a publication date that is not set',
  beforeChrist: 'before Christ',
  openEnded: 'of which only a day before or after it is known',
};

/** Null for an event with a first and a last day. */
export function missingDays({ time }: TimelineEvent): Obstacle | null {
  if (!time) return 'undated';
  if (time.first && time.last) return null;
  return time.relative ? 'relative' : 'vague';
}

/** "Since 1987", "until May", "before 1990": the days of the time are only where it begins or ends. */
export function isOpen({ time }: Pick<TimelineEvent, 'time'>): boolean {
  return Boolean(time?.open) || time?.modifier === 'before' || time?.modifier === 'after';
}

/**
 * What is left out, by reason, as one sentence: "iCalendar cannot hold 2 events before Christ and 1 event without a
 * date." Null content where nothing at all is left to save.
 */
export function withLeftOut(
  form: string,
  content: string,
  kept: number,
  obstacles: readonly Obstacle[],
): Exported {
  const counts = new Map<Obstacle, number>();
  for (const obstacle of obstacles) counts.set(obstacle, (counts.get(obstacle) ?? 0) + 1);
  const parts = [...counts].map(
    ([obstacle, count]) => `${count} ${count === 1 ? 'event' : 'events'} ${obstacleWords[obstacle]}`,
  );
  const list = [parts.slice(0, -1).join(', '), parts.at(-1)].filter(Boolean).join(' and ');
  return {
    content: kept > 0 ? content : null,
    leftOut: list
      ? [`${form} cannot hold ${list}.`]
      : kept > 0
        ? []
        : ['No events were found in this article.'],
  };
}
