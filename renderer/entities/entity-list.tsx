import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { chosenEntity } from '../state/choice';
import { analysis } from '../state/current';
import { groupFilter, listedEntities, nameFilter } from '../state/entity-list';
import { settings } from '../state/settings';
import { useGrowing } from '../ui/growing';
import { moveInList } from '../ui/roving';
import { EntityRow } from './entity-row';

/** The entities that pass the filters. Arrow keys move among them; the list is one stop of the Tab key. */
export function EntityList() {
  const list = useRef<HTMLUListElement>(null);
  const focused = useSignal<string | null>(null);
  const entities = listedEntities.value;
  const at = entities.findIndex((entity) => entity.id === chosenEntity.value);
  const key = [analysis.value?.article, groupFilter.value, nameFilter.value, settings.value.entityOrder];
  const { limit, end } = useGrowing(key.join(), at);
  const shown = entities.slice(0, limit);
  const stop = [focused.value, chosenEntity.value].find((id) => shown.some((entity) => entity.id === id));
  return (
    <ul
      class="rows"
      aria-label="Entities in this article"
      ref={list}
      onKeyDown={(event) => moveInList(event, list.current, '.summary')}
      onFocusIn={(event) => {
        const row = (event.target as Element).closest<HTMLElement>('[data-entity-row]');
        if (row) focused.value = row.dataset.entityRow ?? null;
      }}
    >
      {shown.map((entity, index) => (
        <EntityRow
          key={entity.id}
          entity={entity}
          stop={stop === undefined ? index === 0 : entity.id === stop}
        />
      ))}
      {shown.length < entities.length && <li key={limit} class="end" aria-hidden="true" ref={end} />}
      {entities.length === 0 && <li class="none">No entity matches.</li>}
    </ul>
  );
}
