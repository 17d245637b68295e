import { effect, signal } from '@preact/signals';
import type { Anchor, Entity, EntityId, Reference, Statement, TextSpan } from '../../electron/contract';
import { anchorOf } from './anchor';
import { correct } from './article';
import { analysis, article } from './current';
import { entitiesNear } from './entities-near';

/** Words that mean somebody without a name, or that somebody says; `entity` is whom they are tied to. */
export interface Spoken {
  kind: 'reference' | 'statement';
  anchor: Anchor;
  entity: EntityId | null;
  /** The article's own words for a speaker that is tied to nobody. */
  speaker: string | null;
}

/** What the small bar in the text is open for, and where its words stand, in viewport px. */
export const spokenTools = signal<{ spoken: Spoken; box: DOMRect } | null>(null);

/** Another analysis may have changed or moved the words. */
effect(() => {
  if (analysis.value) spokenTools.value = null;
});

export function closeSpokenTools(): void {
  spokenTools.value = null;
}

export function referenceTools(reference: Reference): Spoken {
  return { kind: 'reference', anchor: anchorOf(reference.span), entity: reference.entity, speaker: null };
}

/** Null for a statement without words of its own. */
export function statementTools({ content, speaker }: Statement): Spoken | null {
  const [first] = content;
  if (!first) return null;
  const named = { entity: speaker?.entity ?? null, speaker: speaker?.text ?? null };
  return { kind: 'statement', anchor: anchorOf(first), ...named };
}

/** Selected words that are to mean somebody. */
export function selectionTools(span: TextSpan): Spoken {
  return { kind: 'reference', anchor: anchorOf(span), entity: null, speaker: null };
}

/** Whom the words may mean instead, the likeliest first. */
function othersFor({ anchor, entity }: Spoken): Entity[] {
  const { entities = [], mentions = [] } = analysis.value ?? {};
  const order = (article.value?.blocks ?? []).map(({ id }) => id);
  return entitiesNear(anchor.span, entities, mentions, order).filter(({ id }) => id !== entity);
}

/** Ties the words to an entity, or with null to nobody. */
function tie({ kind, anchor }: Spoken, entity: Entity | null): void {
  closeSpokenTools();
  const key = entity && { name: entity.name, type: entity.type };
  void correct(
    kind === 'reference'
      ? { kind: 'setReference', reference: anchor, entity: key }
      : { kind: 'setSpeaker', statement: anchor, entity: key },
  );
}

/** The words are no statement. */
function hideStatement({ anchor }: Spoken): void {
  closeSpokenTools();
  void correct({ kind: 'hideStatement', statement: anchor });
}

/** What the forms in the text and in the sidebar offer for the words. */
export function waysToPutRight(spoken: Spoken) {
  return {
    others: othersFor(spoken),
    isTied: spoken.entity !== null,
    tie: (entity: Entity | null) => tie(spoken, entity),
    hide: spoken.kind === 'statement' ? () => hideStatement(spoken) : null,
  };
}
