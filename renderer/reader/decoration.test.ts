import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block, Mark } from '../../electron/contract';
import { type Decoration, segmentsOf } from './decoration';

const block: Block = {
  id: 'b1',
  kind: 'paragraph',
  text: 'The Grey Heron sailed on Thursday.',
  marks: [{ kind: 'emphasis', start: 4, end: 14 }],
};
const ship: Decoration = { kind: 'mention', id: 'm1', entity: 'e1', type: 'product', start: 0, end: 14 };
const day: Decoration = { kind: 'time', id: 't1', dates: true, start: 25, end: 33 };

describe('segments', () => {
  it('cut the text wherever a mark or a decoration begins or ends', () => {
    const segments = segmentsOf(block.marks, [ship, day], { start: 0, end: block.text.length });
    expect(segments.map(({ start, end }) => block.text.slice(start, end))).toEqual([
      'The ',
      'Grey Heron',
      ' sailed on ',
      'Thursday',
      '.',
    ]);
    expect(segments[1]?.marks.map(({ kind }) => kind)).toEqual(['emphasis']);
    expect(segments[1]?.decorations).toEqual([ship]);
    expect(segments[3]?.decorations).toEqual([day]);
  });

  it('cover the range without gaps, whatever lies over it', () => {
    const range = fc
      .tuple(fc.nat(40), fc.nat(40))
      .map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }));
    fc.assert(
      fc.property(fc.array(range, { maxLength: 8 }), range, (marks, within) => {
        const text = 'x'.repeat(41);
        const sorted = marks
          .map((range): Mark => ({ kind: 'strong', ...range }))
          .sort((a, b) => a.start - b.start);
        const segments = segmentsOf(sorted, [], within);
        expect(segments.map(({ start, end }) => text.slice(start, end)).join('')).toBe(
          text.slice(within.start, within.end),
        );
        for (const { start, end, marks: covering } of segments) {
          expect(covering).toEqual(sorted.filter((mark) => mark.start <= start && mark.end >= end));
        }
      }),
    );
  });
});
