import { expect, it } from 'vitest';
import type { Article, Block } from '../../electron/contract';
import { textOnly } from './text-only';

it('keeps words and headings under their ids, and nothing else', () => {
  const strong = [{ kind: 'strong', start: 0, end: 3 }];
  const blocks = [
    { id: 'a', kind: 'heading', level: 2, text: 'Piers', marks: strong },
    { id: 'b', kind: 'table', text: 'One\nTwo', marks: strong, cells: [], rows: 2, columns: 1 },
    { id: 'c', kind: 'list', text: 'Three', marks: [], items: [], lang: 'ar', dir: 'rtl' },
    { id: 'd', kind: 'figure', text: '', marks: [], images: [] },
    { id: 'e', kind: 'rule', text: '', marks: [] },
  ] as unknown as Block[];
  const { blocks: plain, removals } = textOnly({ blocks, removals: [{}] } as unknown as Article);
  expect(removals).toEqual([]);
  expect(plain).toEqual([
    { id: 'a', kind: 'heading', level: 2, text: 'Piers', marks: [] },
    { id: 'b', kind: 'paragraph', text: 'One\nTwo', marks: [] },
    { id: 'c', kind: 'paragraph', text: 'Three', marks: [], lang: 'ar', dir: 'rtl' },
  ]);
});
