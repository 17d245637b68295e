import type { Entity } from '../../electron/contract';
import { PickOneForm } from './pick-one-form';

/** How it can be put right whom words mean or who says them. */
export interface SpokenWays {
  others: readonly Entity[];
  isTied: boolean;
  /** With null to nobody. */
  tie(entity: Entity | null): void;
  /** Null where the words are no statement anyway. */
  hide: (() => void) | null;
}

/** Somebody else, nobody named, or no statement at all. */
export function SpokenForm(props: {
  ways: SpokenWays;
  label: string;
  onCancel(): void;
  /** The focus stays where it was; for what opens by itself. */
  keepFocus?: boolean;
}) {
  const { others, isTied, tie, hide } = props.ways;
  return (
    <PickOneForm<Entity>
      label={props.label}
      action="Set"
      others={others}
      labelOf={(entity) => entity.name}
      onPick={tie}
      onCancel={props.onCancel}
      keepFocus={props.keepFocus ?? false}
    >
      {isTied && (
        <button type="button" onClick={() => tie(null)}>
          Nobody named
        </button>
      )}
      {hide && (
        <button type="button" onClick={hide}>
          Not a statement
        </button>
      )}
    </PickOneForm>
  );
}
