import type { MetadataCandidate } from '../draft';
import type { HtmlDocument } from '../html';
import { readJsonLd } from './json-ld';
import { readMetaTags } from './meta-tags';
import { readPageAddress, readPageElements } from './page-elements';

/**
 * Everything a page says about itself, for each field best first: JSON-LD, `meta` tags, elements, its address.
 * Values are as written; dates are parsed when one is chosen. Call before the page is read.
 */
export function collectPageMetadata(document: HtmlDocument, address: string | null): MetadataCandidate[] {
  return [
    ...readJsonLd(document),
    ...readMetaTags(document),
    ...readPageElements(document),
    ...(address ? readPageAddress(address) : []),
  ];
}
