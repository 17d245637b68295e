import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import type { TimelineEvent } from '../../electron/contract';
import { chosenEvent } from '../state/choice';
import { analysis } from '../state/current';
import { settings } from '../state/settings';
import { noneListed } from '../state/timeline-list';
import { useGrowing } from '../ui/growing';
import { moveInList } from '../ui/roving';
import { type EventGroup, groupEvents } from './event-groups';
import { EventRow } from './event-row';

/** Events as a real ordered list; arrow keys move among them, one tab stop for all. */
export function EventList({ events }: { events: readonly TimelineEvent[] }) {
  const list = useRef<HTMLOListElement>(null);
  const stop = events.some((event) => event.id === chosenEvent.value) ? chosenEvent.value : events[0]?.id;
  const at = events.findIndex((event) => event.id === chosenEvent.value);
  const { limit, end } = useGrowing(`${analysis.value?.article} ${settings.value.timelineOrder}`, at);
  const shown = events.slice(0, limit);
  const groups = settings.value.timelineOrder === 'date' ? groupEvents(shown) : null;
  const onKeyDown = (event: KeyboardEvent) => moveInList(event, list.current, '.event-main');
  return (
    <ol class="events" ref={list} onKeyDown={onKeyDown} aria-label="Events">
      {groups
        ? groups.map((group) => <Group key={group.label} group={group} stop={stop} />)
        : shown.map((event) => <EventRow key={event.id} event={event} stop={event.id === stop} />)}
      {shown.length < events.length && <li key={limit} class="end" aria-hidden="true" ref={end} />}
      {events.length === 0 && <li class="none">{noneListed()}</li>}
    </ol>
  );
}

function Group({ group, stop }: { group: EventGroup; stop: string | null | undefined }) {
  const open = useSignal(true);
  return (
    <li class="event-group">
      <button
        type="button"
        aria-expanded={open.value}
        onClick={() => {
          open.value = !open.value;
        }}
      >
        <b>{group.label}</b> {group.events.length}
      </button>
      {open.value && (
        <ol>
          {group.events.map((event) => (
            <EventRow key={event.id} event={event} stop={event.id === stop} />
          ))}
        </ol>
      )}
    </li>
  );
}
