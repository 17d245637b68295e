import type { Article, Block } from '../../electron/contract';

/**
 * The article's words and headings, block by block under the same ids, so that all that was found in them stays where it
 * is: without pictures, tables, lists and marks, which ask most of the window.
 */
export function textOnly(article: Article): Article {
  return { ...article, blocks: article.blocks.flatMap(plain), removals: [] };
}

function plain({ id, text, lang, dir, ...block }: Block): Block[] {
  if (text === '') return [];
  const base = { id, text, marks: [], ...(lang ? { lang } : {}), ...(dir ? { dir } : {}) };
  return [
    block.kind === 'heading'
      ? { ...base, kind: 'heading', level: block.level }
      : { ...base, kind: 'paragraph' },
  ];
}
