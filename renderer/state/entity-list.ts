import { computed, signal } from '@preact/signals';
import type { Entity, EntityType } from '../../electron/contract';
import { analysis, article } from './current';
import { settings } from './settings';

export type EntityGroup = 'person' | 'place' | 'organisation' | 'other';

export const groupFilter = signal<EntityGroup | null>(null);
export const nameFilter = signal('');

/** Peoples, events, products, laws and works stand together under "Other". */
export function groupOf(type: EntityType): EntityGroup {
  return type === 'person' || type === 'place' || type === 'organisation' ? type : 'other';
}

export const groupCounts = computed(() => {
  const counts: Record<EntityGroup, number> = { person: 0, place: 0, organisation: 0, other: 0 };
  for (const entity of analysis.value?.entities ?? []) counts[groupOf(entity.type)] += 1;
  return counts;
});

/** Share of the text, 0 to 1, at which each block begins. */
const blockStarts = computed(() => {
  const blocks = article.value?.blocks ?? [];
  const total = Math.max(
    1,
    blocks.reduce((sum, block) => sum + block.text.length, 0),
  );
  let before = 0;
  return new Map(
    blocks.map((block) => {
      const start = before / total;
      before += block.text.length;
      return [block.id, { start, perUnit: 1 / total }];
    }),
  );
});

/** Where in the article the entity is named, 0 (start) to 1 (end), in reading order. */
export const occurrences = computed(() => {
  const byEntity = new Map<string, number[]>();
  for (const { entity, span } of analysis.value?.mentions ?? []) {
    const block = blockStarts.value.get(span.block);
    if (!block) continue;
    const at = block.start + span.start * block.perUnit;
    const known = byEntity.get(entity);
    if (known) known.push(at);
    else byEntity.set(entity, [at]);
  }
  return byEntity;
});

export const listedEntities = computed<Entity[]>(() => {
  const words = nameFilter.value.trim().toLocaleLowerCase();
  const entities = (analysis.value?.entities ?? []).filter(
    (entity) =>
      (groupFilter.value === null || groupOf(entity.type) === groupFilter.value) &&
      (words === '' || namesOf(entity).some((name) => name.toLocaleLowerCase().includes(words))),
  );
  return entities.sort(comparators[settings.value.entityOrder]);
});

function namesOf(entity: Entity): string[] {
  return [entity.name, ...entity.aliases.map((alias) => alias.name)];
}

const first = (entity: Entity) => occurrences.value.get(entity.id)?.[0] ?? 1;

/**
 * What an entity's mentions weigh in the order by mentions. A people stands beside nearly every name of its country, and
 * what fits no type is the least sure: neither goes before persons, places and organisations spoken of about as often.
 */
const WEIGHTS: Partial<Record<EntityType, number>> = { group: 0.25, other: 0.5 };

export const standing = ({ type, mentions, corrected }: Entity): number =>
  mentions.length * (corrected ? 1 : (WEIGHTS[type] ?? 1));

const comparators: Record<'count' | 'name' | 'article', (a: Entity, b: Entity) => number> = {
  count: (a, b) => standing(b) - standing(a) || first(a) - first(b),
  name: (a, b) => a.name.localeCompare(b.name),
  article: (a, b) => first(a) - first(b),
};
