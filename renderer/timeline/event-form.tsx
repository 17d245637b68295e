import { anchorOf } from '../state/anchor';
import { correct } from '../state/article';
import { askForEvent, eventForm, type EventForm as Form } from '../state/event-form';

/** Sets the days and the headline of an event, or makes one of selected words. */
export function EventForm() {
  const form = eventForm.value;
  if (!form) return null;
  const start = startValues(form);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const values = new FormData(event.currentTarget as HTMLFormElement);
    const headline = String(values.get('headline') ?? '').trim();
    const first = String(values.get('first') ?? '');
    const last = String(values.get('last') ?? '') || first;
    askForEvent(null);
    void save(form, start, { headline, first, last: [first, last].sort().at(-1) ?? first });
  };
  return (
    <form
      class="popover event-form"
      onSubmit={submit}
      onKeyDown={(e) => e.key === 'Escape' && askForEvent(null)}
    >
      <label>
        What happened
        <input name="headline" required defaultValue={start.headline} ref={(element) => element?.focus()} />
      </label>
      <div class="row">
        <label>
          First day
          <input type="date" name="first" required defaultValue={start.first} />
        </label>
        <label>
          Last day
          <input type="date" name="last" defaultValue={start.last} />
        </label>
      </div>
      <div class="row">
        <button type="button" class="plain" onClick={() => askForEvent(null)}>
          Cancel
        </button>
        <button type="submit" class="primary">
          {form.kind === 'add' ? 'Add event' : 'Save'}
        </button>
      </div>
    </form>
  );
}

interface Values {
  headline: string;
  first: string;
  last: string;
}

function startValues(form: Form): Values {
  if (form.kind === 'add') return { headline: form.anchor.quote.exact, first: '', last: '' };
  const { headline, time } = form.event;
  return { headline, first: time?.first ?? '', last: time?.last ?? '' };
}

async function save(form: Form, before: Values, now: Values): Promise<void> {
  if (form.kind === 'add') {
    await correct({ kind: 'addEvent', anchor: form.anchor, headline: now.headline, time: timeOf(now) });
    return;
  }
  const event = anchorOf(form.event.clause);
  if (now.first !== before.first || now.last !== before.last) {
    await correct({ kind: 'setEventDate', event, time: timeOf(now) });
  }
  if (now.headline !== before.headline) {
    await correct({ kind: 'setEventHeadline', event, headline: now.headline });
  }
}

const timeOf = ({ first, last }: Values) => ({ first, last, written: null });
