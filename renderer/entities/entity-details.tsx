import { useSignal } from '@preact/signals';
import type { Entity, EntityType } from '../../electron/contract';
import { correct } from '../state/article';
import {
  chooseEntity,
  chosenMention,
  chosenMentions,
  entitiesById,
  goToSpan,
  walkMentions,
} from '../state/choice';
import { analysis } from '../state/current';
import { Icon } from '../ui/icon';
import { Key } from '../ui/key';
import { MergeForm } from './merge-form';

const types: readonly [EntityType, string][] = [
  ['person', 'Person'],
  ['place', 'Place'],
  ['organisation', 'Organisation'],
  ['group', 'Group'],
  ['event', 'Event'],
  ['product', 'Product'],
  ['law', 'Law'],
  ['work', 'Work'],
  ['other', 'Other'],
];

/** Why the machine thinks so, and how to put it right. */
export function EntityDetails({ entity }: { entity: Entity }) {
  return (
    <div class="details">
      <Walk entity={entity} />
      {entity.aliases.length > 0 && <Aliases entity={entity} />}
      {entity.roles.length > 0 && (
        <p class="fact">
          <b>Described as</b>{' '}
          {entity.roles.map((role) => (
            <button key={role.text} type="button" class="plain" onClick={() => goToSpan(role.span)}>
              {role.text}
            </button>
          ))}
        </p>
      )}
      <Together entity={entity} />
      <Corrections entity={entity} />
    </div>
  );
}

function Walk({ entity }: { entity: Entity }) {
  const index = chosenMentions.value.findIndex((mention) => mention.id === chosenMention.value);
  return (
    <p class="walk">
      <button type="button" aria-label="Previous mention" onClick={() => walkMentions(-1)}>
        <Icon name="up" />
      </button>
      <button type="button" aria-label="Next mention" onClick={() => walkMentions(1)}>
        <Icon name="down" />
      </button>
      <span>
        {index >= 0
          ? `Mention ${index + 1} of ${entity.mentions.length}`
          : `${entity.mentions.length} mentions`}
      </span>
    </p>
  );
}

function Aliases({ entity }: { entity: Entity }) {
  const key = { name: entity.name, type: entity.type };
  return (
    <ul class="aliases" aria-label="Other names">
      {entity.aliases.map((alias, index) => (
        <li key={alias.name}>
          <span>
            “{alias.name}” <small>{alias.reason}</small>
          </span>
          <button
            type="button"
            class="plain"
            data-key={index === 0 ? 's' : undefined}
            data-among={entity.aliases.length > 1 ? 'aliases' : undefined}
            title={`Make “${alias.name}” an entity of its own (S)`}
            onClick={() => void correct({ kind: 'splitEntity', entity: key, names: [alias.name] })}
          >
            Split
          </button>
        </li>
      ))}
    </ul>
  );
}

function Together({ entity }: { entity: Entity }) {
  const others = entity.together.slice(0, 5).flatMap(({ entity: id }) => entitiesById.value.get(id) ?? []);
  if (others.length === 0) return null;
  return (
    <p class="fact">
      <b>In a sentence with</b>{' '}
      {others.map((other) => (
        <button key={other.id} type="button" class="plain" onClick={() => chooseEntity(other.id)}>
          {other.name}
        </button>
      ))}
    </p>
  );
}

function Corrections({ entity }: { entity: Entity }) {
  const everywhere = useSignal(false);
  const merging = useSignal(false);
  const renaming = useSignal(false);
  const key = { name: entity.name, type: entity.type };
  const scope = everywhere.value ? 'library' : 'article';
  return (
    <div class="corrections">
      <div class="row">
        <button
          type="button"
          data-key="m"
          onClick={() => {
            merging.value = !merging.value;
          }}
        >
          Merge <Key letter="M" />
        </button>
        <button
          type="button"
          data-key="r"
          onClick={() => {
            renaming.value = !renaming.value;
          }}
        >
          Rename <Key letter="R" />
        </button>
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
          {types.map(([type, label]) => (
            <option key={type} value={type}>
              {label}
            </option>
          ))}
        </select>
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
      {merging.value && (
        <MergeForm
          entity={entity}
          others={analysis.value?.entities ?? []}
          onMerge={(into) => void correct({ kind: 'mergeEntities', into, from: key }, scope)}
        />
      )}
      {renaming.value && (
        <form
          class="row"
          onSubmit={(event) => {
            event.preventDefault();
            const name = new FormData(event.currentTarget).get('name');
            if (typeof name === 'string' && name.trim()) {
              void correct({ kind: 'renameEntity', entity: key, name: name.trim() }, scope);
            }
          }}
        >
          <input
            name="name"
            aria-label="New name"
            defaultValue={entity.name}
            ref={(element) => element?.select()}
          />
          <button type="submit" class="primary">
            Rename
          </button>
        </form>
      )}
    </div>
  );
}
