import type { Anchor, Entity, EntityType, Mention, TextSpan } from '../../../contract';
import { locateAnchor } from '../../anchors/locate-anchor';
import { nameKey } from '../name-key';
import { type EntityDraft, freeId } from './draft';

const WORD_CHARACTER = /[\p{L}\p{N}]/u;

/**
 * Makes the selected words an entity, at the selection and wherever else the article has the very same words, or the
 * surname alone of a person. At the
 * selection the reader's word goes before the machine's; elsewhere mentions that are there already stay.
 */
export function addFromSelection(draft: EntityDraft, anchor: Anchor, type: EntityType): boolean {
  const text = anchor.quote.exact.trim();
  if (text === '') return false;
  const here = locateAnchor(
    anchor,
    [...draft.blocks.values()].map((block) => ({ id: block.id, text: block.parsed.text })),
  )?.span;
  const selected = spansOf(draft, text).filter(
    ({ block, start, end }) => here && block === here.block && start < here.end && end > here.start,
  );
  for (const span of selected) dropOverlapping(draft, span);
  const taken = [...draft.mentions.values()].map(({ span }) => span);
  const free = spansOf(draft, text).filter((span) => !overlapsAny(span, taken));
  if (free.length === 0) return false;
  const entity = entityFor(draft, text, type);
  for (const span of free) addMention(draft, entity, span);
  const surname = type === 'person' ? ownSurname(draft, entity, text) : null;
  if (surname) addSurname(draft, entity, surname);
  return true;
}

function addMention(draft: EntityDraft, entity: Entity, span: TextSpan): void {
  const id = freeId(draft.mentions, 'm');
  const text = draft.blocks.get(span.block)!.parsed.text.slice(span.start, span.end);
  draft.mentions.set(id, { id, span, text, entity: entity.id });
  entity.mentions = [...entity.mentions, id];
}

/** The last of a person's names, by which the article may go on; null where somebody else bears it. */
function ownSurname(draft: EntityDraft, entity: Entity, name: string): string | null {
  const surname = /\s(\p{Lu}[\p{L}'’-]{2,})$/u.exec(name)?.[1];
  if (!surname) return null;
  const key = nameKey(surname);
  const others = [...draft.entities.values()].filter(({ id }) => id !== entity.id);
  const taken = others.some(({ name: other, aliases }) =>
    [other, ...aliases.map((alias) => alias.name)].some((one) => ` ${nameKey(one)}`.endsWith(` ${key}`)),
  );
  return taken ? null : surname;
}

function addSurname(draft: EntityDraft, entity: Entity, surname: string): void {
  const taken = [...draft.mentions.values()].map(({ span }) => span);
  const free = spansOf(draft, surname).filter((span) => !overlapsAny(span, taken));
  if (free.length === 0) return;
  for (const span of free) addMention(draft, entity, span);
  entity.aliases = [...entity.aliases, { name: surname, reason: 'same surname', count: free.length }];
}

function entityFor(draft: EntityDraft, name: string, type: EntityType): Entity {
  for (const entity of draft.entities.values()) {
    if (entity.type === type && nameKey(entity.name) === nameKey(name)) {
      entity.corrected = true;
      return entity;
    }
  }
  const id = freeId(draft.entities, 'e');
  const entity: Entity = {
    id,
    type,
    name,
    aliases: [],
    mentions: [],
    roles: [],
    together: [],
    corrected: true,
  };
  draft.entities.set(id, entity);
  return entity;
}

/** Every place where the article has these words as whole words. */
function spansOf(draft: EntityDraft, words: string): TextSpan[] {
  const spans: TextSpan[] = [];
  for (const { id, parsed } of draft.blocks.values()) {
    for (let at = parsed.text.indexOf(words); at >= 0; at = parsed.text.indexOf(words, at + words.length)) {
      const before = parsed.text[at - 1] ?? '';
      const after = parsed.text[at + words.length] ?? '';
      if (WORD_CHARACTER.test(before) || WORD_CHARACTER.test(after)) continue;
      spans.push({ block: id, start: at, end: at + words.length });
    }
  }
  return spans;
}

const overlaps = (a: TextSpan, b: TextSpan): boolean =>
  a.block === b.block && a.start < b.end && b.start < a.end;

function overlapsAny(span: TextSpan, others: readonly TextSpan[]): boolean {
  return others.some((other) => overlaps(span, other));
}

function dropOverlapping(draft: EntityDraft, span: TextSpan): void {
  const gone = [...draft.mentions.values()].filter((mention) => overlaps(mention.span, span));
  for (const mention of gone) dropMention(draft, mention);
}

function dropMention(draft: EntityDraft, mention: Mention): void {
  draft.mentions.delete(mention.id);
  const entity = draft.entities.get(mention.entity);
  if (!entity) return;
  entity.mentions = entity.mentions.filter((id) => id !== mention.id);
  if (entity.mentions.length === 0) draft.entities.delete(entity.id);
}
