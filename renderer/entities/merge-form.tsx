import type { Entity, EntityKey } from '../../electron/contract';

/** Lets the person say which other entity this one is. Entities of its type come first. */
export function MergeForm(props: {
  entity: Entity;
  others: readonly Entity[];
  onMerge(into: EntityKey): void;
}) {
  const choices = props.others
    .filter((other) => other.id !== props.entity.id)
    .sort((a, b) => rank(a, props.entity) - rank(b, props.entity) || a.name.localeCompare(b.name));
  const merge = (event: SubmitEvent) => {
    event.preventDefault();
    const id = new FormData(event.currentTarget as HTMLFormElement).get('into');
    const into = choices.find((other) => other.id === id);
    if (into) props.onMerge({ name: into.name, type: into.type });
  };
  return (
    <form class="row" onSubmit={merge}>
      <label>
        Is the same as{' '}
        <select name="into" ref={(element) => element?.focus()}>
          {choices.map((other) => (
            <option key={other.id} value={other.id}>
              {other.name}
            </option>
          ))}
        </select>
      </label>
      <button type="submit" class="primary">
        Merge
      </button>
    </form>
  );
}

function rank(other: Entity, entity: Entity): number {
  return other.type === entity.type ? 0 : 1;
}
