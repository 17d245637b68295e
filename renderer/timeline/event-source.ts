import type { Entity, TimelineEvent } from '../../electron/contract';

const statusWords = {
  happened: '',
  planned: 'planned',
  ongoing: 'ongoing',
  claimed: 'claimed',
  denied: 'denied',
  cancelled: 'cancelled',
  hypothetical: 'possible',
} as const;

/** A source that names nobody. */
const PRONOUN =
  /^(?:he|she|they|it|we|i|you|one|him|her|them|us|me|this|that|these|those|who|which|some|others?|many|all)$/i;

/** Who claims or denies an event; null where the words name nobody. */
export function namedSource({ source }: Pick<TimelineEvent, 'source'>): string | null {
  return source === null || PRONOUN.test(source.trim()) ? null : source.trim() || null;
}

/** "planned", "denied by the ministry", "according to Kerry"; empty for what simply happened. */
export function statusLabel(event: Pick<TimelineEvent, 'status' | 'source'>): string {
  const word = statusWords[event.status];
  const source = namedSource(event);
  if (!source) return word;
  if (event.status === 'claimed' || event.status === 'denied') return `${word} by ${source}`;
  return [word, `according to ${source}`].filter(Boolean).join(', ');
}

/** A stretch of a source's words; the one that names an entity carries it. */
export interface SourcePart {
  words: string;
  entity: Entity | null;
}

/** The entities that a source may name: the one the engine tied it to, or all. */
export function sourceEntities(
  { sourceEntity }: Pick<TimelineEvent, 'sourceEntity'>,
  entities: readonly Entity[],
): readonly Entity[] {
  const tied = entities.filter(({ id }) => id === sourceEntity);
  return tied.length > 0 ? tied : entities;
}

/**
 * The words of a source, cut where they name one of the entities: of several, the one named at most length, because
 * "the Syrian foreign minister Walid Muallem" is Muallem and not Syria.
 */
export function sourceParts(source: string, entities: readonly Entity[]): SourcePart[] {
  let best: { entity: Entity; at: number; length: number } | null = null;
  for (const entity of entities) {
    for (const name of [entity.name, ...entity.aliases.map((alias) => alias.name)]) {
      const at = wholeWordsAt(source, name);
      if (at >= 0 && name.length > (best?.length ?? 0)) best = { entity, at, length: name.length };
    }
  }
  if (!best) return [{ words: source, entity: null }];
  const end = best.at + best.length;
  return [
    { words: source.slice(0, best.at), entity: null },
    { words: source.slice(best.at, end), entity: best.entity },
    { words: source.slice(end), entity: null },
  ].filter(({ words }) => words !== '');
}

/** Index of a name that neither begins nor ends inside a word; -1 where it does not stand so. */
function wholeWordsAt(text: string, name: string): number {
  const isLetter = (character: string | undefined) =>
    character !== undefined && /[\p{L}\p{N}]/u.test(character);
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    if (!isLetter(text[at - 1]) && !isLetter(text[at + name.length])) return at;
  }
  return -1;
}
