import type { Precision, TimelineEvent } from '../../electron/contract';
import { chosenEntity, chosenEvent, goToEvent } from '../state/choice';
import { analysis } from '../state/current';
import { shortDay, timeWords } from '../time/labels';
import { useInSight } from '../ui/use-in-sight';
import { EventDetails } from './event-details';
import { statusLabel } from './event-source';

/** What the label of the time does not say by itself. */
const precisionWords: Partial<Record<Precision, string>> = { week: 'week', vague: 'not exact' };

/** One event: when, what, and how the date was found. */
export function EventRow({ event, stop }: { event: TimelineEvent; stop: boolean }) {
  const on = chosenEvent.value === event.id;
  const row = useInSight<HTMLLIElement>(on);
  const touched = chosenEntity.value !== null && event.entities.includes(chosenEntity.value);
  const state = [on && 'on', touched && 'touched', !event.time && 'undated'].filter(Boolean).join(' ');
  return (
    <li ref={row} class={`event ${event.status} ${state}`} data-event={event.id}>
      <button
        type="button"
        class="event-main"
        tabIndex={stop ? 0 : -1}
        aria-current={on}
        aria-expanded={on}
        onClick={() => goToEvent(event)}
      >
        <When event={event} />
        <span class="headline">{event.headline}</span>
        <small>{foundWords(event)}</small>
      </button>
      {on && <EventDetails event={event} />}
    </li>
  );
}

function When({ event }: { event: TimelineEvent }) {
  const { time } = event;
  const status = statusLabel(event);
  if (!time) return <span class="when undated">No date{status && <span> · {status}</span>}</span>;
  const notes = [precisionWords[time.precision], status].filter(Boolean).join(' · ');
  return (
    <time class="when" dateTime={time.first ?? undefined}>
      {timeWords(time)}
      {notes && <span> · {notes}</span>}
    </time>
  );
}

/** The words, and what the date was counted from. */
function foundWords(event: TimelineEvent): string {
  const words = analysis.value?.expressions.find((expression) => expression.id === event.expression)?.text;
  const origin = event.time?.origin;
  const day = origin?.kind === 'counted' ? origin.anchor.day : null;
  const explanation = [origin?.explanation, day && shortDay(day)].filter(Boolean).join(', ');
  return [words && `“${words}”`, explanation].filter(Boolean).join(': ');
}
