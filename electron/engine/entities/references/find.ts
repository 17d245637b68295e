import type { BlockId, Reference, TextSpan } from '../../../contract';
import type { EntityResult, ParsedBlock, ReferenceResult } from '../../stages';
import { describeStatements, type EntityAt } from '../statements/described';
import { findStatements } from '../statements/find';
import { viewOf } from '../statements/view';
import { firstPersonTies } from './first-person';
import type { Item } from './items';
import { FLOORS } from './ranker';
import { Resolver, type Tie } from './resolve';

export interface ReferenceContext {
  /** The heading that is the title. */
  titleBlock: BlockId | null;
}

/**
 * Ties pronouns and descriptions to the entities they mean, where that is sure. Pure; time grows with the number of
 * words. References never overlap mentions or each other and come in reading order.
 */
export function findReferences(
  blocks: readonly ParsedBlock[],
  entities: EntityResult,
  context: ReferenceContext,
): ReferenceResult {
  const statements = findStatements(blocks);
  const views = blocks.map(viewOf);
  const resolver = new Resolver(
    views,
    blocks.map(({ id }) => id),
    entities,
    statements,
    context,
  );
  const sure = resolver.resolve().filter(({ ranker, confidence }) => confidence >= FLOORS[ranker]);
  const byToken = new Map<string, number>();
  for (const item of resolver.items)
    if (item.entity >= 0)
      for (let at = item.first; at < item.end; at++) byToken.set(`${item.block}:${at}`, item.entity);
  for (const { item, entity } of sure) byToken.set(`${item.block}:${item.head}`, entity);
  const ties = [
    ...sure,
    ...firstPersonTies(resolver, (block, token) => byToken.get(`${block}:${token}`) ?? -1),
  ];
  for (const { item, entity } of ties) byToken.set(`${item.block}:${item.head}`, entity);
  const order = (a: Tie, b: Tie): number => a.item.block - b.item.block || a.item.first - b.item.first;
  const references = ties.sort(order).map(({ item, entity, confidence }, index): Reference => {
    const span = spanOf(blocks, item);
    const text = blocks[item.block]!.parsed.text.slice(span.start, span.end);
    const kind = item.kind === 'pronoun' ? 'pronoun' : 'description';
    return {
      id: `r${index + 1}`,
      span,
      text,
      kind,
      entity: entities.entities[entity]!.id,
      confidence,
      corrected: false,
    };
  });
  const entityAt: EntityAt = (block, token) => {
    const entity = byToken.get(`${block}:${token}`);
    return entity === undefined ? null : entities.entities[entity]!.id;
  };
  return { references, statements: describeStatements(statements, blocks, entityAt) };
}

function spanOf(blocks: readonly ParsedBlock[], { block, first, end }: Item): TextSpan {
  const { id, parsed } = blocks[block]!;
  return { block: id, start: parsed.tokens[first]!.start, end: parsed.tokens[end - 1]!.end };
}
