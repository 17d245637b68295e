import { Tokenizer } from 'htmlparser2';
import type { HtmlDocument } from './page-tree';
import { TreeBuilder } from './tree-builder';

/** XHTML, in which `<a/>` is an element without content. */
const XML = /^\ufeff?\s{0,200}<\?xml\s/i;

/**
 * Parses a page or a fragment in one pass; time and memory grow with its length only. Nothing is run and nothing is
 * fetched. Never throws.
 * @param options.scripts false for what a browser shows that runs no scripts: `noscript` is then part of the page
 */
export function parseHtml(source: string, { scripts } = { scripts: true }): HtmlDocument {
  const builder = new TreeBuilder(source, { xml: XML.test(source), scripts });
  const tokenizer = new Tokenizer({ decodeEntities: false, xmlMode: false }, builder);
  tokenizer.write(source);
  tokenizer.end();
  return builder.finish();
}
