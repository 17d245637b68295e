import type { HtmlDocument } from './page-tree';
import { parseHtml } from './parse';

/** UTF-16 units of text; a page that shows more does not wait for its scripts. */
const SHOWS_ENOUGH = 5000;
/** What a page says where no script runs is the article when it is so long, and so much more than all the rest. */
const LEAST = 500;
const TIMES = 2;

/**
 * Parses a page as a browser shows it; a page that shows next to nothing until its scripts have run, and holds its text
 * for browsers without scripts (`noscript`: most forums that run on Discourse), as such a browser shows it.
 */
export function parsePage(source: string): HtmlDocument {
  const page = parseHtml(source);
  const shown = page.body.textLength;
  if (shown > SHOWS_ENOUGH || !/<noscript[\s>]/i.test(source)) return page;
  const plain = parseHtml(source, { scripts: false });
  const said = plain.body.textLength - shown;
  return said >= LEAST && said > TIMES * shown ? plain : page;
}
