import type { Correction } from '../electron/contract';
import { withdrawCorrection } from './state/article';
import { correctionWords, whyUnapplied } from './state/correction-words';
import { corrections, isHiding } from './state/corrections';
import { analysis, article } from './state/current';

/** Every correction that holds for the article, what was hidden or removed first; each can be taken back by itself. */
export function Corrections() {
  const hiding = corrections.value.filter(isHiding);
  const others = corrections.value.filter((correction) => !isHiding(correction)).reverse();
  if (corrections.value.length === 0) return <p>Nothing is corrected in this article.</p>;
  return (
    <>
      <List title="Hidden events and statements, removed names" corrections={hiding} action="Bring back" />
      <List title="Other corrections" corrections={others} action="Take back" />
    </>
  );
}

function List(props: { title: string; corrections: readonly Correction[]; action: string }) {
  if (props.corrections.length === 0) return null;
  return (
    <section>
      <h3>{props.title}</h3>
      <ul class="correction-list">
        {props.corrections.map((correction) => (
          <Row key={correction.id} correction={correction} action={props.action} />
        ))}
      </ul>
    </section>
  );
}

function Row({ correction, action }: { correction: Correction; action: string }) {
  const unapplied = analysis.value?.unapplied.includes(correction.id) ?? false;
  return (
    <li class="row">
      <span>
        {correctionWords(correction.change)}
        {correction.scope === 'library' && ', in every article'}
        {unapplied && <small>{whyUnapplied(correction.change, article.value?.blocks ?? [])}</small>}
      </span>
      <button type="button" onClick={() => void withdrawCorrection(correction.id)}>
        {action}
      </button>
    </li>
  );
}
