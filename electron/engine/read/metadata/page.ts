import type { MetadataCandidate, StatedText } from '../draft';
import type { HtmlDocument } from '../html';
import { jsonLdObjects, readJsonLd, statedBody, statedKind } from './json-ld';
import { readMetaTags } from './meta-tags';
import { readPageAddress, readPageElements } from './page-elements';

/** What a page says about itself besides its text. */
export interface PageStatement {
  candidates: MetadataCandidate[];
  stated: StatedText;
}

/**
 * Everything a page says about itself, for each field best first: JSON-LD, `meta` tags, elements, its address.
 * Values are as written; dates are parsed when one is chosen.
 */
export function collectPageMetadata(document: HtmlDocument, address: string | null): PageStatement {
  const objects = jsonLdObjects(document);
  return {
    candidates: [
      ...readJsonLd(objects),
      ...readMetaTags(document),
      ...readPageElements(document),
      ...(address ? readPageAddress(address) : []),
    ],
    stated: {
      body: statedBody(objects),
      description: descriptionOf(document),
      kind: statedKind(objects) ?? kindOf(document),
    },
  };
}

function kindOf({ head }: HtmlDocument): StatedText['kind'] {
  const type = head
    .find(({ attributes }) => attributes.get('property') === 'og:type')
    ?.attributes.get('content');
  if (type === 'article') return 'article';
  return type?.startsWith('product') ? 'other' : null;
}

function descriptionOf({ head }: HtmlDocument): string {
  for (const { name, attributes } of head) {
    const key = (attributes.get('name') ?? attributes.get('property') ?? '').toLowerCase();
    if (name === 'meta' && (key === 'description' || key === 'og:description')) {
      const content = attributes.get('content')?.trim();
      if (content) return content;
    }
  }
  return '';
}
