import { signal } from '@preact/signals';
import type { Anchor, TimelineEvent } from '../../electron/contract';

/** What the event form is open for: words that become an event, or an event whose time or headline changes. */
export type EventForm = { kind: 'add'; anchor: Anchor } | { kind: 'change'; event: TimelineEvent };

export const eventForm = signal<EventForm | null>(null);

export function askForEvent(form: EventForm | null): void {
  eventForm.value = form;
}
