import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { type CorrectionScope, ENTITY_TYPES, type Entity, type EntityType } from '../../electron/contract';
import { correct } from '../state/article';
import { analysis } from '../state/current';
import { Key } from '../ui/key';
import { onEscape } from '../ui/pick-one-form';
import { MergeForm } from './merge-form';

type Task = 'merge' | 'rename' | null;

/** How an entity can be put right; each button has a key of its own. */
export function EntityCorrections({ entity }: { entity: Entity }) {
  const everywhere = useSignal(false);
  const task = useSignal<Task>(null);
  const root = useRef<HTMLDivElement>(null);
  const key = { name: entity.name, type: entity.type };
  const scope: CorrectionScope = everywhere.value ? 'library' : 'article';
  const toggle = (wanted: Task) => {
    task.value = task.value === wanted ? null : wanted;
  };
  const cancel = () => {
    const opener = root.current?.querySelector<HTMLElement>(
      `[data-key="${task.value === 'merge' ? 'm' : 'r'}"]`,
    );
    task.value = null;
    opener?.focus();
  };
  return (
    <div class="corrections" ref={root}>
      <div class="row">
        <button type="button" data-key="m" onClick={() => toggle('merge')}>
          Merge <Key letter="M" />
        </button>
        <button type="button" data-key="r" onClick={() => toggle('rename')}>
          Rename <Key letter="R" />
        </button>
        <TypeMenu entity={entity} scope={scope} />
        <button
          type="button"
          data-key="x"
          onClick={() => void correct({ kind: 'notAnEntity', entity: key }, scope)}
        >
          Not an entity <Key letter="X" />
        </button>
      </div>
      <label class="scope">
        <input
          type="checkbox"
          checked={everywhere.value}
          onChange={(event) => {
            everywhere.value = event.currentTarget.checked;
          }}
        />{' '}
        In every article
      </label>
      {task.value === 'merge' && (
        <MergeForm
          entity={entity}
          others={analysis.value?.entities ?? []}
          onMerge={(into) => void correct({ kind: 'mergeEntities', into, from: key }, scope)}
          onCancel={cancel}
        />
      )}
      {task.value === 'rename' && <RenameForm entity={entity} scope={scope} onCancel={cancel} />}
    </div>
  );
}

function TypeMenu({ entity, scope }: { entity: Entity; scope: CorrectionScope }) {
  const key = { name: entity.name, type: entity.type };
  return (
    <select
      data-key="t"
      aria-label="Type"
      value={entity.type}
      onChange={(event) =>
        void correct(
          { kind: 'retypeEntity', entity: key, type: event.currentTarget.value as EntityType },
          scope,
        )
      }
    >
      {ENTITY_TYPES.map((type) => (
        <option key={type} value={type}>
          {`${type.charAt(0).toUpperCase()}${type.slice(1)}`}
        </option>
      ))}
    </select>
  );
}

function RenameForm(props: { entity: Entity; scope: CorrectionScope; onCancel(): void }) {
  const { entity, scope, onCancel } = props;
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.select(), []);
  const rename = (event: SubmitEvent) => {
    event.preventDefault();
    const name = field.current?.value.trim() ?? '';
    const key = { name: entity.name, type: entity.type };
    if (name === '' || name === entity.name) onCancel();
    else void correct({ kind: 'renameEntity', entity: key, name }, scope);
  };
  return (
    <form class="row" onSubmit={rename} onKeyDown={(event) => onEscape(event, onCancel)}>
      <input name="name" aria-label="New name" defaultValue={entity.name} ref={field} />
      <button type="submit" class="primary">
        Rename
      </button>
    </form>
  );
}
