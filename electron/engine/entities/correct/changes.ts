import type { Alias, CorrectionChange, Entity, Mention } from '../../../contract';
import { nameKey } from '../name-key';
import { type EntityDraft, entityNamed, formOf, freeId } from './draft';
import { addFromSelection } from './selection';

type Change<K extends CorrectionChange['kind']> = Extract<CorrectionChange, { kind: K }>;

/** Applies one change to the draft. @returns false when its object is not there, or it is so already */
export function applyChange(draft: EntityDraft, change: CorrectionChange): boolean {
  switch (change.kind) {
    case 'mergeEntities':
      return merge(draft, change);
    case 'keepApart':
      return keepApart(draft, change);
    case 'splitEntity':
      return split(draft, change);
    case 'renameEntity':
      return rename(draft, change);
    case 'retypeEntity':
      return retype(draft, change);
    case 'notAnEntity':
      return remove(draft, change);
    case 'addEntity':
      return addFromSelection(draft, change.anchor, change.type);
    default:
      return false;
  }
}

const mentionsOf = (draft: EntityDraft, entity: Entity): Mention[] =>
  entity.mentions.map((id) => draft.mentions.get(id)!);

/** Counts the forms of an entity anew; reasons are kept where a form had one. */
export function recountAliases(
  draft: EntityDraft,
  entity: Entity,
  reason: string,
  known: readonly Alias[],
): void {
  const reasons = new Map([...known, ...entity.aliases].map((alias) => [alias.name, alias.reason]));
  const counts = new Map<string, number>();
  for (const mention of mentionsOf(draft, entity)) {
    const form = formOf(draft, mention, { ...entity, aliases: [...entity.aliases, ...known] });
    if (form !== entity.name) counts.set(form, (counts.get(form) ?? 0) + 1);
  }
  entity.aliases = [...counts]
    .map(([name, count]) => ({ name, reason: reasons.get(name) ?? reason, count }))
    .sort((a, b) => b.count - a.count);
}

function merge(draft: EntityDraft, { into, from }: Change<'mergeEntities'>): boolean {
  const target = entityNamed(draft, into);
  const source = entityNamed(draft, from);
  if (!target || !source || target === source) return false;
  const known = [{ name: source.name, reason: 'merged by you', count: 0 }, ...source.aliases];
  for (const mention of mentionsOf(draft, source)) mention.entity = target.id;
  target.mentions = [...target.mentions, ...source.mentions];
  target.roles = [...target.roles, ...source.roles];
  target.corrected = true;
  draft.entities.delete(source.id);
  recountAliases(draft, target, 'merged by you', known);
  return true;
}

/** What an engine has made one since the person decided is two again. */
function keepApart(draft: EntityDraft, { a, b }: Change<'keepApart'>): boolean {
  const [one, other] = [entityNamed(draft, a), entityNamed(draft, b)];
  if (!one || !other) return false;
  if (one === other) {
    const [leaving, staying] = nameKey(one.name) === nameKey(b.name) ? [a, b] : [b, a];
    const names = one.aliases.map(({ name }) => name).filter((name) => isFormOf(name, leaving.name));
    const own = names.filter((name) => !isFormOf(name, staying.name));
    return split(draft, { kind: 'splitEntity', entity: a, names: [...own, leaving.name] });
  }
  const pair = [one.id, other.id];
  draft.suggestedMerges = draft.suggestedMerges.filter(
    (merge) => !(pair.includes(merge.a) && pair.includes(merge.b)),
  );
  return true;
}

/** "Brandt" is a form of "Otto Brandt". */
function isFormOf(name: string, full: string): boolean {
  const words = new Set(nameKey(full).split(' '));
  return nameKey(name)
    .split(' ')
    .every((word) => words.has(word));
}

function split(draft: EntityDraft, { entity: key, names }: Change<'splitEntity'>): boolean {
  const entity = entityNamed(draft, key);
  if (!entity) return false;
  const wanted = new Set(names.map(nameKey));
  const leaving = mentionsOf(draft, entity).filter((mention) =>
    wanted.has(nameKey(formOf(draft, mention, entity))),
  );
  if (leaving.length === 0 || leaving.length === entity.mentions.length) return false;
  const known = [...entity.aliases, { name: entity.name, reason: 'same name', count: 0 }];
  const id = freeId(draft.entities, 'e');
  const forms = leaving.map((mention) => formOf(draft, mention, entity));
  const name = forms.reduce((best, form) => (form.length > best.length ? form : best));
  const gone = new Set(leaving.map((mention) => mention.id));
  const split: Entity = {
    ...entity,
    id,
    name,
    mentions: entity.mentions.filter((mention) => gone.has(mention)),
    corrected: true,
  };
  split.roles = entity.roles.filter((role) => isNearer(role, leaving, mentionsOf(draft, entity)));
  entity.roles = entity.roles.filter((role) => !split.roles.includes(role));
  for (const mention of leaving) mention.entity = id;
  entity.mentions = entity.mentions.filter((mention) => !gone.has(mention));
  entity.corrected = true;
  draft.entities.set(id, split);
  const remaining = mentionsOf(draft, entity).map((mention) => formOf(draft, mention, entity));
  if (!remaining.includes(entity.name))
    entity.name = remaining.reduce((a, b) => (b.length > a.length ? b : a));
  recountAliases(draft, entity, 'same name', known);
  recountAliases(draft, split, 'same name', known);
  return true;
}

/** A role goes with the mention that it stands next to. */
function isNearer(
  role: Entity['roles'][number],
  leaving: readonly Mention[],
  all: readonly Mention[],
): boolean {
  let nearest: Mention | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const mention of all) {
    if (mention.span.block !== role.span.block) continue;
    const gap = Math.min(
      Math.abs(mention.span.start - role.span.end),
      Math.abs(role.span.start - mention.span.end),
    );
    if (gap < least) {
      least = gap;
      nearest = mention;
    }
  }
  return nearest !== null && leaving.includes(nearest);
}

function rename(draft: EntityDraft, { entity: key, name }: Change<'renameEntity'>): boolean {
  const entity = entityNamed(draft, key);
  if (!entity || name.trim() === '' || entity.name === name) return false;
  const known = [{ name: entity.name, reason: 'the name in the text', count: 0 }, ...entity.aliases];
  entity.name = name;
  entity.corrected = true;
  recountAliases(draft, entity, 'the name in the text', known);
  return true;
}

function retype(draft: EntityDraft, { entity: key, type }: Change<'retypeEntity'>): boolean {
  const entity = entityNamed(draft, key);
  if (!entity || entity.type === type) return false;
  entity.type = type;
  entity.corrected = true;
  if (type !== 'group') delete entity.place;
  return true;
}

function remove(draft: EntityDraft, { entity: key }: Change<'notAnEntity'>): boolean {
  const entity = entityNamed(draft, key);
  if (!entity) return false;
  for (const id of entity.mentions) draft.mentions.delete(id);
  draft.entities.delete(entity.id);
  return true;
}
