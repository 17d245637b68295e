import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { CalendarDay, TimelineEvent } from '../../electron/contract';
import { anchorOf } from '../state/anchor';
import { correct } from '../state/article';
import { chooseEntity, entitiesById } from '../state/choice';
import { analysis } from '../state/current';
import { askForEvent } from '../state/event-form';
import { Key } from '../ui/key';
import { onEscape, PickOneForm } from '../ui/pick-one-form';
import { namedSource, sourceEntities, sourceParts } from './event-source';

/** How an event can be put right, and whom it names. Each button has a key of its own. */
export function EventDetails({ event }: { event: TimelineEvent }) {
  const task = useSignal<'merge' | 'anchor' | null>(null);
  const named = event.entities.flatMap((id) => entitiesById.value.get(id) ?? []);
  const row = useRef<HTMLDivElement>(null);
  const cancel = () => {
    const opener = row.current?.querySelector<HTMLElement>(
      task.value === 'anchor' ? '[data-key="c"]' : '[data-key="m"]',
    );
    task.value = null;
    opener?.focus();
  };
  const toggle = (wanted: 'merge' | 'anchor') => {
    task.value = task.value === wanted ? null : wanted;
  };
  return (
    <div class="details">
      {event.time?.inferred && (
        <p class="fact">The words alone do not settle this date; Dateline chose the likeliest.</p>
      )}
      <Source event={event} />
      {named.length > 0 && (
        <p class="fact">
          <b>Names</b>{' '}
          {named.map((entity) => (
            <button key={entity.id} type="button" class="plain" onClick={() => chooseEntity(entity.id)}>
              {entity.name}
            </button>
          ))}
        </p>
      )}
      <div class="row" ref={row}>
        <button type="button" data-key="r" onClick={() => askForEvent({ kind: 'change', event })}>
          Revise… <Key letter="R" />
        </button>
        {event.time?.origin.kind === 'counted' && (
          <button type="button" data-key="c" onClick={() => toggle('anchor')}>
            Counted from… <Key letter="C" />
          </button>
        )}
        <button type="button" data-key="m" onClick={() => toggle('merge')}>
          Merge… <Key letter="M" />
        </button>
        <button
          type="button"
          data-key="x"
          onClick={() => void correct({ kind: 'hideEvent', event: anchorOf(event.clause) })}
        >
          Hide <Key letter="X" />
        </button>
      </div>
      {task.value === 'anchor' && <AnchorForm event={event} onCancel={cancel} />}
      {task.value === 'merge' && <MergeEventForm event={event} onCancel={cancel} />}
    </div>
  );
}

/** Who claims or denies it; leads to the entity. */
function Source({ event }: { event: TimelineEvent }) {
  const source = namedSource(event);
  if (!source) return null;
  return (
    <p class="fact">
      <b>{event.status === 'denied' ? 'Denied by' : 'According to'}</b>{' '}
      {sourceParts(source, sourceEntities(event, analysis.value?.entities ?? [])).map(({ words, entity }) =>
        entity ? (
          <button key={words} type="button" class="plain" onClick={() => chooseEntity(entity.id)}>
            {words}
          </button>
        ) : (
          words
        ),
      )}
    </p>
  );
}

/** The day that this event's words are counted from, when the machine took the wrong one. */
function AnchorForm({ event, onCancel }: { event: TimelineEvent; onCancel(): void }) {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const origin = event.time?.origin;
  const day = origin?.kind === 'counted' ? origin.anchor.day : null;
  const submit = (submitted: SubmitEvent) => {
    submitted.preventDefault();
    const chosen = fieldOf(submitted, 'day') as CalendarDay;
    if (chosen) void correct({ kind: 'setEventAnchor', event: anchorOf(event.clause), day: chosen });
  };
  return (
    <form class="row" onSubmit={submit} onKeyDown={(pressed) => onEscape(pressed, onCancel)}>
      <label>
        Counted from <input type="date" name="day" required defaultValue={day ?? ''} ref={field} />
      </label>
      <button type="submit" class="primary">
        Count again
      </button>
    </form>
  );
}

function MergeEventForm({ event, onCancel }: { event: TimelineEvent; onCancel(): void }) {
  return (
    <PickOneForm
      label="Is the same as"
      action="Merge"
      others={(analysis.value?.events ?? []).filter((other) => other.id !== event.id)}
      labelOf={(other) => other.headline}
      onPick={(into) =>
        void correct({ kind: 'mergeEvents', into: anchorOf(into.clause), from: anchorOf(event.clause) })
      }
      onCancel={onCancel}
    />
  );
}

function fieldOf(submitted: SubmitEvent, name: string): string {
  return String(new FormData(submitted.currentTarget as HTMLFormElement).get(name) ?? '');
}
