import { expect, it } from 'vitest';
import type { Entity, EntityType } from '../../electron/contract';
import { standing } from './entity-list';

const entity = (type: EntityType, count: number, corrected = false): Entity =>
  ({ type, mentions: Array.from({ length: count }, (_, i) => `m${i}`), corrected }) as unknown as Entity;

it('a people stands behind its country, unless it is spoken of far oftener or the reader made it', () => {
  const country = standing(entity('place', 30));
  expect(standing(entity('group', 83))).toBeLessThan(country);
  expect(standing(entity('other', 40))).toBeLessThan(country);
  expect(standing(entity('group', 200))).toBeGreaterThan(country);
  expect(standing(entity('group', 83, true))).toBeGreaterThan(country);
  expect(standing(entity('product', 31))).toBeGreaterThan(country);
});
