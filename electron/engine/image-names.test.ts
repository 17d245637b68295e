import { expect, it } from 'vitest';
import type { Article, Block } from '../contract';
import { nameImages } from './image-names';

function articleWith(hash: string, blocks: Block[]): Article {
  return {
    source: { name: 'a.html', size: 1, modified: 0, hash },
    detected: { format: 'html', encoding: 'utf-8', encodingSource: 'utf-8' },
    title: null,
    byline: null,
    site: null,
    language: null,
    publicationDate: null,
    kind: null,
    titleBlock: null,
    blocks,
    removals: [],
    removedShare: 0,
  };
}

it('gives the images of two files different ids, and leaves a remote image without one', () => {
  const figure: Block = {
    id: 'b1',
    kind: 'figure',
    text: '',
    marks: [],
    images: [
      { id: 'i1', alt: '', source: 'a.png' },
      { id: null, alt: '', source: 'https://example.org/b.png' },
    ],
  };
  const named = ['0123456789abcdef0123', 'fedcba98765432100123'].map((hash) =>
    nameImages({
      article: articleWith(hash, [figure]),
      original: '',
      images: [{ id: 'i1', mediaType: 'image/png', kind: 'beside', relativePath: 'a.png' }],
    }),
  );
  expect(named.map(({ images }) => images[0]?.id)).toEqual(['0123456789abcdef-i1', 'fedcba9876543210-i1']);
  const [block] = named[0]?.article.blocks ?? [];
  expect(block?.kind === 'figure' && block.images.map(({ id }) => id)).toEqual(['0123456789abcdef-i1', null]);
});
