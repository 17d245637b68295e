import { expect, it } from 'vitest';
import type { Block, Removal } from '../../electron/contract';
import { wholeText } from './original';

const block = (id: string, text: string): Block => ({ id, kind: 'paragraph', text, marks: [] });
const removal = (id: string, after: string | null, text: string): Removal => ({
  ...{ id, stage: 'prune', reason: 'outside', rule: 'r', after },
  blocks: [block(id, text)],
});

it('the original tells everything at the place where it stood', () => {
  const pieces = wholeText({
    blocks: [block('b1', 'One'), block('b2', ''), block('b3', 'Three')],
    removals: [
      removal('r1', null, 'Menu'),
      removal('r2', 'b1', 'Advertisement'),
      removal('r3', 'b3', 'Footer'),
    ],
  });
  expect(pieces.map(({ text, removed }) => (removed ? `(${text})` : text))).toEqual([
    '(Menu)',
    'One',
    '(Advertisement)',
    'Three',
    '(Footer)',
  ]);
});
