import { expect, it } from 'vitest';
import type { Entity, Mention } from '../../electron/contract';
import { entitiesNear } from './entities-near';

const mention = (entity: string, block: string, start: number): Mention => ({
  id: `${block}${start}`,
  entity,
  text: entity,
  span: { block, start, end: start + 1 },
});

it('whoever was named last before the words comes first, and who is named only behind them last', () => {
  // Block b stands before block a.
  const mentions = [
    mention('Ann', 'b', 0),
    mention('Bo', 'b', 9),
    mention('Ann', 'a', 3),
    mention('Cy', 'a', 30),
  ];
  const entities = ['Cy', 'Bo', 'Ann'].map((id) => ({ id, name: id }) as Entity);
  const near = (block: string, start: number) =>
    entitiesNear({ block, start, end: start + 2 }, entities, mentions, ['b', 'a']).map(({ id }) => id);
  expect(near('a', 20)).toEqual(['Ann', 'Bo', 'Cy']);
  expect(near('b', 10)).toEqual(['Bo', 'Ann', 'Cy']);
  expect(near('b', 0)).toEqual(['Ann', 'Bo', 'Cy']);
});
