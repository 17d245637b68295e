import { expect, it } from 'vitest';
import { plural } from './plural';

it('one thing is one, all else are several', () => {
  expect([0, 1, 2, 1200].map((count) => plural(count, 'mention'))).toEqual([
    '0 mentions',
    '1 mention',
    '2 mentions',
    '1,200 mentions',
  ]);
  expect(plural(1, 'entity', 'entities')).toBe('1 entity');
  expect(plural(3, 'entity', 'entities')).toBe('3 entities');
});
