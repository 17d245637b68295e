import { useSignal } from '@preact/signals';
import type { Reference, Statement } from '../../electron/contract';
import { anchorOf } from '../state/anchor';
import { correct } from '../state/article';
import { chosenReferences, chosenStatements, goToReference, goToSpan } from '../state/choice';
import { plural } from '../ui/plural';

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
  const span = statement.content[0];
  if (!span) return null;
  const anchor = anchorOf(span);
  const words = anchor.quote.exact;
  return (
    <li>
      <button type="button" class="plain words" onClick={() => goToSpan(span)}>
        {words.length > LONGEST ? `${words.slice(0, LONGEST).replace(/\s+\S*$/, '')}…` : words}
      </button>
      <button
        type="button"
        class="plain"
        title="Not said by this entity"
        onClick={() => void correct({ kind: 'setSpeaker', statement: anchor, entity: null })}
      >
        Not theirs
      </button>
    </li>
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
  const anchor = anchorOf(reference.span);
  return (
    <li>
      <button type="button" class="plain words" onClick={() => goToReference(reference)}>
        “{reference.text}” <small>{anchor.quote.after.trim()}</small>
      </button>
      <button
        type="button"
        class="plain"
        title="These words mean somebody else"
        onClick={() => void correct({ kind: 'setReference', reference: anchor, entity: null })}
      >
        Not this
      </button>
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
