import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import type { TimelineEvent } from '../../electron/contract';
import { chosenEvent } from '../state/choice';
import { settings } from '../state/settings';
import { monthLabel } from '../ui/days';
import { type EventGroup, groupEvents } from './event-groups';
import { EventRow } from './event-row';

/** Events as a real ordered list; arrow keys move among them, one tab stop for all. */
export function EventList({ events }: { events: readonly TimelineEvent[] }) {
  const list = useRef<HTMLOListElement>(null);
  const stop = events.some((event) => event.id === chosenEvent.value) ? chosenEvent.value : events[0]?.id;
  const groups = settings.value.timelineOrder === 'date' ? groupEvents(events) : null;
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1, Home: Number.NEGATIVE_INFINITY, End: Number.POSITIVE_INFINITY }[
      event.key
    ];
    if (step === undefined) return;
    const buttons = [...(list.current?.querySelectorAll<HTMLElement>('.event-main') ?? [])];
    const at = buttons.indexOf(document.activeElement as HTMLElement);
    event.preventDefault();
    buttons[Math.min(buttons.length - 1, Math.max(0, at + step))]?.focus();
  };
  return (
    <ol class="events" ref={list} onKeyDown={onKeyDown} aria-label="Events">
      {groups
        ? groups.map((group) => <Group key={group.label} group={group} stop={stop} />)
        : events.map((event) => <EventRow key={event.id} event={event} stop={event.id === stop} />)}
      {events.length === 0 && <li class="none">No event matches.</li>}
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
        <b>{monthLabel(group.label)}</b> {group.events.length}
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
