import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';

/**
 * A button for what cannot be done by one careless press: it says what will happen, and asks.
 * @param props.onYes answers what was done, in words, or null
 */
export function AskFirst(props: {
  label: string;
  question: string;
  action: string;
  onYes(): Promise<string | null>;
}) {
  const step = useSignal<'rest' | 'asking' | 'busy'>('rest');
  const outcome = useSignal<string | null>(null);
  const row = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (step.value === 'asking') row.current?.querySelector('button')?.focus();
  }, [step.value]);
  if (step.value === 'rest') {
    return (
      <>
        <button
          type="button"
          onClick={() => {
            step.value = 'asking';
          }}
        >
          {props.label}
        </button>
        {outcome.value && <p role="status">{outcome.value}</p>}
      </>
    );
  }
  const rest = () => {
    step.value = 'rest';
  };
  return (
    <div class="ask-first" ref={row}>
      <p>{props.question}</p>
      <div class="row">
        <button type="button" onClick={rest} disabled={step.value === 'busy'}>
          No
        </button>
        <button
          type="button"
          class="primary"
          disabled={step.value === 'busy'}
          onClick={() => {
            step.value = 'busy';
            void props
              .onYes()
              .then((words) => {
                outcome.value = words;
              })
              .finally(rest);
          }}
        >
          {step.value === 'busy' ? 'One moment…' : props.action}
        </button>
      </div>
    </div>
  );
}
