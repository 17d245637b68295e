import type { Mark } from '../../contract';
import type { DraftBlock } from './draft';

/** What the system's browser or mail program may be asked to open. Everything else is dropped: the words stay. */
const OPENED = new Set(['http:', 'https:', 'mailto:']);
const ABSOLUTE = /^\s{0,8}[a-z][a-z0-9+.-]*:/i;
/** Longer addresses carry data, not a place. */
const LONGEST = 4096;

/** The full address of a link, or null for one that leads nowhere from here (scripts, local files, fragments). */
export function safeHref(href: string, baseUrl: string | null): string | null {
  if (href.length > LONGEST || href.startsWith('#')) return null;
  const base =
    baseUrl !== null && OPENED.has(/^[a-z]+:/i.exec(baseUrl)?.[0].toLowerCase() ?? '') ? baseUrl : undefined;
  if (base === undefined && !ABSOLUTE.test(href)) return null;
  if (!URL.canParse(href, base)) return null;
  const url = new URL(href, base);
  return OPENED.has(url.protocol) ? url.href : null;
}

/** Makes every link of a draft a full address that may be shown and, after a question, opened. */
export function makeLinksSafe(blocks: readonly DraftBlock[], baseUrl: string | null): void {
  for (const { block } of blocks) {
    if (!block.marks.some((mark) => mark.kind === 'link')) continue;
    block.marks = block.marks.flatMap((mark): Mark[] => {
      if (mark.kind !== 'link') return [mark];
      const href = safeHref(mark.href, baseUrl);
      return href === null ? [] : [{ ...mark, href }];
    });
  }
}
