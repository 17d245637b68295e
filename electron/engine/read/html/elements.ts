import type { HtmlElement } from './page-tree';

function setOf(names: string): ReadonlySet<string> {
  return new Set(names.split(' '));
}

/** Elements without content (HTML Standard, 13.1.2). */
export const VOID = setOf(
  'area base basefont br col command embed frame hr img input keygen link meta param source track wbr',
);

/** Elements whose content is never text of the page. `dialog` and `template` are shown when they say so. */
export const SKIPPED = setOf(
  'script style template noscript svg canvas audio video object embed iframe frame frameset noframes noembed map select datalist textarea meter progress dialog title annotation annotation-xml',
);

/** Elements that stand in a line of text and do not end it. */
export const INLINE = setOf(
  'a abbr acronym amp-img b bdi bdo big br cite code data del dfn em font i img ins kbd label mark nobr output picture q rb rp rt rtc ruby s samp slot small source span strike strong sub sup time tt u var wbr',
);

/** Bits for the elements that give a list item, a quotation or a figure an inner structure of its own. */
export const STRUCTURE_BITS: ReadonlyMap<string, number> = new Map([
  ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((name) => [name, 1] as const),
  ['table', 2],
  ['pre', 4],
  ['blockquote', 8],
  ['figure', 16],
  ['ul', 32],
  ['ol', 32],
  ['dl', 64],
  ['form', 128],
]);

export const HEADING = /^h[1-6]$/;

/** True when `root` holds, anywhere below, an element that must become a block of its own. */
export function holdsStructure(root: HtmlElement): boolean {
  return root.structure !== 0;
}

/** The same, for elements that may hold lists. */
export function holdsStructureBesideLists(root: HtmlElement): boolean {
  return (root.structure & ~32) !== 0;
}
