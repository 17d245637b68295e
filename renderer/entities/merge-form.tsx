import type { Entity, EntityKey } from '../../electron/contract';
import { PickOneForm } from '../ui/pick-one-form';

/** Lets the person say which other entity this one is. Entities of its type come first. */
export function MergeForm(props: {
  entity: Entity;
  others: readonly Entity[];
  onMerge(into: EntityKey): void;
  onCancel(): void;
}) {
  const others = props.others
    .filter((other) => other.id !== props.entity.id)
    .sort((a, b) => rank(a, props.entity) - rank(b, props.entity) || a.name.localeCompare(b.name));
  return (
    <PickOneForm
      label="Is the same as"
      action="Merge"
      others={others}
      labelOf={(other) => other.name}
      onPick={({ name, type }) => props.onMerge({ name, type })}
      onCancel={props.onCancel}
    />
  );
}

function rank(other: Entity, entity: Entity): number {
  return other.type === entity.type ? 0 : 1;
}
