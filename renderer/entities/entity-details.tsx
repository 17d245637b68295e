import type { Entity } from '../../electron/contract';
import { correct } from '../state/article';
import {
  chooseEntity,
  chosenMention,
  chosenMentions,
  entitiesById,
  goToSpan,
  walkMentions,
} from '../state/choice';
import { Icon } from '../ui/icon';
import { plural } from '../ui/plural';
import { EntityCorrections } from './entity-corrections';
import { Meant, Says } from './spoken-facts';
import { SuggestedMerges } from './suggested-merges';

/** Why the machine thinks so, and how to put it right. */
export function EntityDetails({ entity }: { entity: Entity }) {
  return (
    <div class="details">
      <Walk entity={entity} />
      <SuggestedMerges entity={entity} />
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
      <Says />
      <Meant />
      <Together entity={entity} />
      <EntityCorrections entity={entity} />
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
          : plural(entity.mentions.length, 'mention')}
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
