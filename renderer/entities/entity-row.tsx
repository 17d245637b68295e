import type { Entity } from '../../electron/contract';
import { chooseEntity, chosenEntity, chosenEvent, walkMentions } from '../state/choice';
import { analysis } from '../state/current';
import { groupOf, occurrences } from '../state/entity-list';
import { useInSight } from '../ui/use-in-sight';
import { EntityDetails } from './entity-details';

const letters = { person: 'P', place: 'L', organisation: 'O', other: '•' } as const;
const words = { person: 'Person', place: 'Place', organisation: 'Organisation', other: 'Other' } as const;

/** One entity: its sign, name, other names, where it occurs and how often. Choosing it opens its details. */
export function EntityRow({ entity, stop }: { entity: Entity; stop: boolean }) {
  const on = chosenEntity.value === entity.id;
  const event = analysis.value?.events.find((other) => other.id === chosenEvent.value);
  const touched = !on && (event?.entities.includes(entity.id) ?? false);
  const row = useInSight<HTMLLIElement>(on);
  const group = groupOf(entity.type);
  const choose = () => {
    chooseEntity(on ? null : entity.id);
    if (!on) walkMentions(1);
  };
  return (
    <li class={`entity ${on ? 'on' : ''} ${touched ? 'touched' : ''}`} data-entity-row={entity.id} ref={row}>
      <button type="button" class="summary" tabIndex={stop ? 0 : -1} aria-expanded={on} onClick={choose}>
        <span class={`sign ${group}`} aria-hidden="true">
          {letters[group]}
        </span>
        <span class="names">
          <span class="unseen">{words[group]}: </span>
          <strong>{entity.name}</strong>
          <small>{underName(entity)}</small>
        </span>
        <Occurrences entity={entity} />
        <span class="count">
          {entity.mentions.length}
          <span class="unseen"> {entity.mentions.length === 1 ? 'mention' : 'mentions'}</span>
        </span>
      </button>
      {on && <EntityDetails entity={entity} />}
    </li>
  );
}

function underName(entity: Entity): string {
  const aliases = entity.aliases.slice(0, 3).map((alias) => alias.name);
  const role = entity.roles[0]?.text;
  const shown = [
    ...aliases
      .slice(0, role ? 2 : 3)
      .join(', ')
      .split('\n'),
    role ?? '',
  ].filter(Boolean);
  if (shown.length > 0) return shown.join(' · ');
  return groupOf(entity.type) === 'other' ? entity.type : '';
}

/** Ticks closer than this share of the width would merge into a block. */
const CLOSEST = 0.012;

function Occurrences({ entity }: { entity: Entity }) {
  const ticks = thinned(occurrences.value.get(entity.id) ?? []);
  return (
    <svg
      class={`occurrences ${groupOf(entity.type)}`}
      viewBox="0 0 74 16"
      width="74"
      height="16"
      aria-hidden="true"
    >
      <path d={ticks.map((tick) => `M${(tick * 72).toFixed(1)} 3h2v10h-2z`).join('')} />
    </svg>
  );
}

function thinned(ticks: readonly number[]): number[] {
  const kept: number[] = [];
  for (const tick of ticks) {
    if (tick - (kept.at(-1) ?? -1) >= CLOSEST) kept.push(tick);
  }
  return kept;
}
