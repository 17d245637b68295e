import type { BlockId, Entity, Mention, TextSpan } from '../../electron/contract';

/**
 * The entities as somebody looks for the one that words mean: those named before the words, the last named first; then
 * those named only behind them, the next first.
 * @param order blocks in reading order
 */
export function entitiesNear(
  span: TextSpan,
  entities: readonly Entity[],
  mentions: readonly Mention[],
  order: readonly BlockId[],
): Entity[] {
  const number = new Map(order.map((block, index) => [block, index]));
  const isBefore = (other: TextSpan) => {
    const difference = (number.get(other.block) ?? 0) - (number.get(span.block) ?? 0);
    return difference < 0 || (difference === 0 && other.start < span.start);
  };
  const ids = [
    ...mentions.filter((mention) => isBefore(mention.span)).reverse(),
    ...mentions.filter((mention) => !isBefore(mention.span)),
  ].map(({ entity }) => entity);
  const byId = new Map(entities.map((entity) => [entity.id, entity]));
  return [...new Set(ids)].flatMap((id) => byId.get(id) ?? []);
}
