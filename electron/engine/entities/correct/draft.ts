import type { Entity, EntityKey, Mention, SuggestedMerge } from '../../../contract';
import type { EntityResult, ParsedBlock } from '../../stages';
import { nameKey } from '../name-key';

/** The state that corrections work on: entities and mentions by id, in any order until `finish`. */
export interface EntityDraft {
  entities: Map<string, Entity>;
  mentions: Map<string, Mention>;
  blocks: ReadonlyMap<string, ParsedBlock>;
  suggestedMerges: SuggestedMerge[];
}

export function draftOf(result: EntityResult, blocks: readonly ParsedBlock[]): EntityDraft {
  return {
    entities: new Map(result.entities.map((entity) => [entity.id, { ...entity }])),
    mentions: new Map(result.mentions.map((mention) => [mention.id, { ...mention }])),
    blocks: new Map(blocks.map((block) => [block.id, block])),
    suggestedMerges: [...(result.suggestedMerges ?? [])],
  };
}

/**
 * The entity a correction means. Names are compared as the reader sees them; since a new engine may give another name
 * or type, an alias or a mention's words serve where no name fits, and the name alone where the type has changed.
 */
export function entityNamed(draft: EntityDraft, key: EntityKey): Entity | null {
  const wanted = nameKey(key.name);
  const entities = [...draft.entities.values()];
  const byName = entities.filter((entity) => nameKey(entity.name) === wanted);
  const byAlias = entities.filter((entity) => entity.aliases.some(({ name }) => nameKey(name) === wanted));
  const sameType = (entity: Entity): boolean => entity.type === key.type;
  const known = byName.find(sameType) ?? byAlias.find(sameType) ?? byName[0] ?? byAlias[0];
  return known ?? entities.find((entity) => wording(draft, entity).includes(wanted)) ?? null;
}

function wording(draft: EntityDraft, entity: Entity): string[] {
  return entity.mentions.map((id) => nameKey(draft.mentions.get(id)!.text));
}

/**
 * The form under which a mention names its entity, among the entity's name and aliases: the longest one that the text
 * shows round the mention ("Mr Assad" over "Assad"); the mention's own words where none fits.
 */
export function formOf(draft: EntityDraft, mention: Mention, entity: Entity): string {
  const text = draft.blocks.get(mention.span.block)?.parsed.text ?? '';
  const names = [entity.name, ...entity.aliases.map(({ name }) => name)].sort((a, b) => b.length - a.length);
  const fits = (name: string): boolean => {
    const at = name.indexOf(mention.text);
    if (at < 0) return nameKey(name) === nameKey(mention.text);
    const start = mention.span.start - at;
    return start >= 0 && text.slice(start, start + name.length).replace(/\s/g, ' ') === name;
  };
  return names.find(fits) ?? mention.text;
}

/** An id that no entity or mention has yet. */
export function freeId(taken: ReadonlyMap<string, unknown>, prefix: string): string {
  for (let number = taken.size + 1; ; number++) {
    const id = `${prefix}${number}`;
    if (!taken.has(id)) return id;
  }
}
