import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { CorrectionChange, GivenTime } from '../../electron/contract';
import { anchorOf } from '../state/anchor';
import { correct } from '../state/article';
import { dismissFailure, failure } from '../state/bridge';
import { askForEvent, eventForm, type EventForm as Form } from '../state/event-form';
import { returnFocus } from '../state/focus';
import { daySpan, timeWords } from '../time/labels';
import { parseTime } from '../time/parse-time';

/** Sets the time and the headline of an event, or makes one of selected words. */
export function EventForm() {
  const form = eventForm.value;
  return form && <OpenForm key={form.kind === 'add' ? form.anchor.quote.exact : form.event.id} form={form} />;
}

function OpenForm({ form }: { form: Form }) {
  const start = startValues(form);
  const headline = useSignal(start.headline);
  const when = useSignal(start.when);
  const problems = useSignal<Problems>({});
  const element = useRef<HTMLFormElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    element.current?.querySelector('input')?.select();
    return () => returnFocus(before);
  }, []);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const now = { headline: headline.value.trim(), when: when.value.trim() };
    problems.value = problemsOf(form, start, now);
    const [wrong] = Object.keys(problems.value);
    if (wrong) focusField(element.current, wrong);
    else
      void save(form, start, now).then((problem) => {
        if (problem === null) return askForEvent(null);
        problems.value = { when: problem };
        focusField(element.current, 'when');
      });
  };
  return (
    <form class="popover event-form" onSubmit={submit} onKeyDown={closeOnEscape} ref={element} noValidate>
      <Field name="headline" label="What happened" value={headline} problem={problems.value.headline} />
      <Field
        name="when"
        label="When"
        value={when}
        problem={problems.value.when}
        hint={understood(when.value) ?? 'For example 9 March 2024, March 2024, 1987, about 1900, 1914–18.'}
      />
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

function focusField(form: HTMLFormElement | null, name: string): void {
  form?.querySelector<HTMLInputElement>(`[name="${name}"]`)?.focus();
}

function closeOnEscape(event: KeyboardEvent): void {
  if (event.key !== 'Escape') return;
  event.preventDefault();
  askForEvent(null);
}

function Field(props: {
  name: string;
  label: string;
  value: { value: string };
  problem: string | undefined;
  hint?: string;
}) {
  const { name, label, value, problem, hint } = props;
  return (
    <label>
      {label}
      <input
        name={name}
        value={value.value}
        autocomplete="off"
        aria-invalid={problem !== undefined}
        aria-describedby={`${name}-note`}
        onInput={(event) => {
          value.value = event.currentTarget.value;
        }}
      />
      <small id={`${name}-note`} role={problem ? 'alert' : undefined} class={problem ? 'problem' : ''}>
        {problem ?? hint}
      </small>
    </label>
  );
}

interface Values {
  headline: string;
  when: string;
}

type Problems = Partial<Record<keyof Values, string>>;

function startValues(form: Form): Values {
  if (form.kind === 'add') return { headline: form.anchor.quote.exact, when: '' };
  const { headline, time } = form.event;
  return { headline, when: time?.first ? timeWords(time) : '' };
}

/** An event that has no date yet may go on without one; nothing else is saved unsaid. */
function problemsOf(form: Form, before: Values, now: Values): Problems {
  const time = parseTime(now.when);
  const untouched = form.kind === 'change' && now.when === before.when;
  return {
    ...(now.headline === '' ? { headline: 'Say what happened.' } : {}),
    ...(untouched || !('problem' in time) ? {} : { when: time.problem }),
  };
}

/** What the words stand for, while they are written; empty where they say it themselves, null where they do not yet. */
function understood(when: string): string | null {
  const time = parseTime(when);
  if ('problem' in time) return null;
  const words = [time.hedge, daySpan(time.first, time.last)].filter(Boolean).join(' ');
  return words === when.trim() ? '' : `Read as ${words}.`;
}

function givenTime(when: string): GivenTime | null {
  const time = parseTime(when);
  if ('problem' in time) return null;
  return { first: time.first, last: time.last, written: time.hedge === null ? null : when };
}

/** @returns null when all is kept; else what is wrong, so that the words stay in the form to be put right */
async function save(form: Form, before: Values, now: Values): Promise<string | null> {
  for (const change of changesOf(form, before, now)) {
    await correct(change);
    const refused = failure.value?.code === 'nothing-changed' ? failure.value : null;
    if (!refused) continue;
    dismissFailure();
    return `${refused.cause} ${refused.advice}`;
  }
  return null;
}

function changesOf(form: Form, before: Values, now: Values): CorrectionChange[] {
  const time = now.when === before.when ? null : givenTime(now.when);
  if (form.kind === 'add') {
    return time ? [{ kind: 'addEvent', anchor: form.anchor, headline: now.headline, time }] : [];
  }
  const event = anchorOf(form.event.clause);
  const retitled = now.headline !== before.headline;
  return [
    ...(time ? [{ kind: 'setEventDate', event, time } as const] : []),
    ...(retitled ? [{ kind: 'setEventHeadline', event, headline: now.headline } as const] : []),
  ];
}
