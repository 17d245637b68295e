import { batch, computed, signal } from '@preact/signals';
import type {
  Analysis,
  EntityId,
  Mention,
  Reference,
  Statement,
  TextSpan,
  TimelineEvent,
} from '../../electron/contract';
import { analysis } from './current';
import { jumpTo } from './jump';

/** The entity whose mentions are lit, and the mention the reader stands at. */
export const chosenEntity = signal<EntityId | null>(null);
export const chosenMention = signal<string | null>(null);
export const chosenEvent = signal<string | null>(null);
/** Read out politely by screen readers. */
export const announcement = signal('');

const mentionsById = computed(() => new Map((analysis.value?.mentions ?? []).map((m) => [m.id, m])));
export const entitiesById = computed(() => new Map((analysis.value?.entities ?? []).map((e) => [e.id, e])));

/** Mentions of the chosen entity in reading order. */
export const chosenMentions = computed<Mention[]>(() => {
  const entity = entitiesById.value.get(chosenEntity.value ?? '');
  return (entity?.mentions ?? []).flatMap((id) => mentionsById.value.get(id) ?? []);
});

/** Entities whose mentions are lit: the chosen one, or those of the chosen event. */
export const litEntities = computed<ReadonlySet<EntityId>>(() => {
  if (chosenEntity.value !== null) return new Set([chosenEntity.value]);
  const event = analysis.value?.events.find((other) => other.id === chosenEvent.value);
  return new Set(event?.entities);
});

/** Chooses an entity without moving the text; null chooses none. */
export function chooseEntity(id: EntityId | null): void {
  batch(() => {
    chosenEntity.value = id;
    chosenMention.value = null;
    chosenEvent.value = null;
  });
}

/** Chooses the mention, its entity with it, and brings it into sight. */
export function goToMention(mention: Mention): void {
  batch(() => {
    chosenEvent.value = null;
    chosenEntity.value = mention.entity;
    chosenMention.value = mention.id;
    const index = chosenMentions.value.findIndex((other) => other.id === mention.id);
    announcement.value = `Mention ${index + 1} of ${chosenMentions.value.length}: ${mention.text}`;
  });
  jumpTo(mention.span);
}

/** References to the chosen entity, in reading order; counted apart from its mentions. */
export const chosenReferences = computed<Reference[]>(() =>
  (analysis.value?.references ?? []).filter(({ entity }) => entity === chosenEntity.value),
);

/** What the chosen entity says, in reading order. */
export const chosenStatements = computed<Statement[]>(() =>
  (analysis.value?.statements ?? []).filter(
    ({ speaker }) => speaker && speaker.entity !== null && speaker.entity === chosenEntity.value,
  ),
);

/** Chooses whom the words mean, and brings them into sight. */
export function goToReference(reference: Reference): void {
  batch(() => {
    chosenEvent.value = null;
    chosenEntity.value = reference.entity;
    chosenMention.value = null;
    const name = entitiesById.value.get(reference.entity)?.name ?? '';
    announcement.value = `“${reference.text}” means ${name}`;
  });
  jumpTo(reference.span);
}

/** @param step +1 for the next mention of the chosen entity, -1 for the one before; goes round at the ends. */
export function walkMentions(step: 1 | -1): void {
  const mentions = chosenMentions.value;
  if (mentions.length === 0) return;
  const at = mentions.findIndex((mention) => mention.id === chosenMention.value);
  const next =
    at < 0 ? (step > 0 ? 0 : mentions.length - 1) : (at + step + mentions.length) % mentions.length;
  const mention = mentions[next];
  if (mention) goToMention(mention);
}

export function goToEvent(event: TimelineEvent): void {
  const words = analysis.value?.expressions.find((expression) => expression.id === event.expression);
  batch(() => {
    chosenEvent.value = event.id;
    chosenEntity.value = null;
    chosenMention.value = null;
    announcement.value = event.headline;
  });
  jumpTo(words?.span ?? event.clause);
}

export function goToSpan(span: TextSpan): void {
  jumpTo(span);
}

/**
 * Ids are made anew by every analysis: what is chosen stays so by where its words stand, whatever it is called now.
 * What stands nowhere any more is no longer chosen.
 */
export function keepChoice(before: Analysis | null, after: Analysis): void {
  const mentions = before?.entities.find((entity) => entity.id === chosenEntity.value)?.mentions ?? [];
  const known = new Map(before?.mentions.map((mention) => [mention.id, mention.span]));
  const spans = new Set(mentions.flatMap((id) => known.get(id) ?? []).map(spanKey));
  const same = after.mentions.find((mention) => spans.has(spanKey(mention.span)));
  const event = before?.events.find((other) => other.id === chosenEvent.value);
  const sameEvent = event && after.events.find((other) => spanKey(other.clause) === spanKey(event.clause));
  batch(() => {
    chosenEntity.value = same?.entity ?? null;
    chosenMention.value = null;
    chosenEvent.value = sameEvent?.id ?? null;
  });
}

function spanKey({ block, start, end }: TextSpan): string {
  return `${block} ${start} ${end}`;
}

export function clearChoice(): void {
  batch(() => {
    chosenEntity.value = null;
    chosenMention.value = null;
    chosenEvent.value = null;
  });
}
