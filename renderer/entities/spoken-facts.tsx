import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import type { Reference, Statement } from '../../electron/contract';
import { chosenReferences, chosenStatements, goToReference, goToSpan } from '../state/choice';
import { referenceTools, type Spoken, statementTools, waysToPutRight } from '../state/spoken';
import { plural } from '../ui/plural';
import { SpokenForm } from '../ui/spoken-form';

/** So many are shown before the rest is asked for. */
const SHOWN = 4;
/** UTF-16 units of a statement in the list. */
const LONGEST = 110;

/** What the chosen entity says, each statement leading to its words. */
export function Says() {
  const statements = chosenStatements.value;
  return (
    <Facts label="Says" items={statements}>
      {(statement) => <SaidLine key={statement.id} statement={statement} />}
    </Facts>
  );
}

function SaidLine({ statement }: { statement: Statement }) {
  const spoken = statementTools(statement);
  if (!spoken) return null;
  const { anchor } = spoken;
  const words = anchor.quote.exact;
  return (
    <Line spoken={spoken} onGo={() => goToSpan(anchor.span)}>
      {words.length > LONGEST ? `${words.slice(0, LONGEST).replace(/\s+\S*$/, '')}…` : words}
    </Line>
  );
}

/** Where the text means the chosen entity without naming it: "he", "the company". */
export function Meant() {
  const references = chosenReferences.value;
  return (
    <Facts label={`Also meant ${plural(references.length, 'time')}`} items={references}>
      {(reference) => <MeantLine key={reference.id} reference={reference} />}
    </Facts>
  );
}

function MeantLine({ reference }: { reference: Reference }) {
  const spoken = referenceTools(reference);
  return (
    <Line spoken={spoken} onGo={() => goToReference(reference)}>
      “{reference.text}” <small>{spoken.anchor.quote.after.trim()}</small>
    </Line>
  );
}

/** Words of the article that lead to their place in it, and on request the ways to put right whose they are. */
function Line(props: { spoken: Spoken; onGo(): void; children: ComponentChildren }) {
  const changing = useSignal(false);
  const line = useRef<HTMLLIElement>(null);
  const { spoken } = props;
  const cancel = () => {
    changing.value = false;
    line.current?.querySelector<HTMLElement>('.change')?.focus();
  };
  return (
    <li ref={line}>
      <button type="button" class="plain words" onClick={props.onGo}>
        {props.children}
      </button>
      <button
        type="button"
        class="plain change"
        aria-expanded={changing.value}
        onClick={() => {
          changing.value = !changing.value;
        }}
      >
        Change…
      </button>
      {changing.value && (
        <SpokenForm
          ways={waysToPutRight(spoken)}
          label={spoken.kind === 'reference' ? 'Means' : 'Said by'}
          onCancel={cancel}
        />
      )}
    </li>
  );
}

/** A labelled list that shows a few and offers the rest; nothing where there is nothing. */
function Facts<T>(props: {
  label: string;
  items: readonly T[];
  children: (item: T) => preact.ComponentChild;
}) {
  const all = useSignal(false);
  const { label, items } = props;
  if (items.length === 0) return null;
  return (
    <div class="spoken">
      <b>{label}</b>
      <ul aria-label={label}>{(all.value ? items : items.slice(0, SHOWN)).map(props.children)}</ul>
      {items.length > SHOWN && !all.value && (
        <button
          type="button"
          class="plain"
          onClick={() => {
            all.value = true;
          }}
        >
          {`All ${items.length}`}
        </button>
      )}
    </div>
  );
}
