import type { Entity } from '../../electron/contract';
import { correct } from '../state/article';
import { entitiesById } from '../state/choice';
import { analysis } from '../state/current';
import { Key } from '../ui/key';

/** Others that may be the same, with the reason and what speaks against it; one key merges the first, another keeps it apart. */
export function SuggestedMerges({ entity }: { entity: Entity }) {
  const suggested = (analysis.value?.suggestedMerges ?? []).filter(({ a, b }) => [a, b].includes(entity.id));
  return (
    <>
      {suggested.map(({ a, b, reason }, index) => {
        const into = entitiesById.value.get(a);
        const from = entitiesById.value.get(b);
        const other = a === entity.id ? from : into;
        if (!into || !from || !other) return null;
        return (
          <p key={other.id} class="fact offer">
            May be the same as <b>{other.name}</b>: {reason}{' '}
            <button
              type="button"
              data-key={index === 0 ? 'y' : undefined}
              onClick={() => void correct({ kind: 'mergeEntities', into: keyOf(into), from: keyOf(from) })}
            >
              Merge them {index === 0 && <Key letter="Y" />}
            </button>{' '}
            <button
              type="button"
              data-key={index === 0 ? 'n' : undefined}
              onClick={() => void correct({ kind: 'keepApart', a: keyOf(into), b: keyOf(from) })}
            >
              Not the same {index === 0 && <Key letter="N" />}
            </button>
          </p>
        );
      })}
    </>
  );
}

function keyOf({ name, type }: Entity) {
  return { name, type };
}
