import { describe, expect, it } from 'vitest';
import type { Removal, RemovalReason } from '../../electron/contract';
import { largestAndNearest, runsOf } from './removal-runs';

const removal = (id: string, reason: RemovalReason, after: string | null, text: string): Removal => ({
  ...{ id, stage: 'prune', reason, rule: 'r', after },
  blocks: [{ id, kind: 'paragraph', text, marks: [] }],
});

describe('runs of removals', () => {
  const removals = [
    removal('r1', 'outside', null, 'Home News Sport'),
    removal('r2', 'outside', null, 'The whole article went with the menu, all of it'),
    removal('r3', 'hidden', null, 'menu'),
    removal('r4', 'advertisement', 'b1', 'Buy one'),
    removal('r5', 'advertisement', 'b9', 'Buy two'),
  ];

  it('hold every removal, whatever its reason', () => {
    expect(runsOf(removals).map((run) => [run.reason, run.blocks.map(({ id }) => id), run.words])).toEqual([
      ['outside', ['r1', 'r2'], 13],
      ['hidden', ['r3'], 1],
      ['advertisement', ['r4'], 2],
      ['advertisement', ['r5'], 2],
    ]);
  });

  it('come the largest first, then the nearest', () => {
    const places: Record<string, number> = { b1: 0, b9: 8 };
    const place = (block: string | null) => places[block ?? ''] ?? -1;
    const order = (here: number) => largestAndNearest(runsOf(removals), place, here).map(({ id }) => id);
    expect(order(0)).toEqual(['r1', 'r4', 'r3', 'r5']);
    expect(order(9)).toEqual(['r1', 'r5', 'r4', 'r3']);
  });
});
