import type { MetadataCandidate, StatedText } from '../draft';
import { descendants, type HtmlDocument } from '../html';
import { jsonLdObjects, readJsonLd, saysClosed, statedBody, statedKind, typesStated } from './json-ld';
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
  const types = [...typesStated(objects), ...itemTypes(document)];
  const openGraph = contentOf(document, 'og:type');
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
      kind: statedKind(objects) ?? kindOf(openGraph, types),
      types,
      openGraph,
      program: contentOf(document, 'generator'),
      address,
      closed: saysClosed(objects),
    },
  };
}

function kindOf(openGraph: string, types: readonly string[]): StatedText['kind'] {
  if (openGraph === 'article' || types.some((type) => /^(?:news)?article$|^blogposting$/.test(type)))
    return 'article';
  return openGraph.startsWith('product') ? 'other' : null;
}

/** Lower-case content of the first `meta` of that name or property. */
function contentOf({ head }: HtmlDocument, wanted: string): string {
  for (const { name, attributes } of head) {
    const key = (attributes.get('name') ?? attributes.get('property') ?? '').toLowerCase();
    if (name === 'meta' && key === wanted) return (attributes.get('content') ?? '').trim().toLowerCase();
  }
  return '';
}

const SCHEMA_TYPE = /^https?:\/\/(?:www\.)?schema\.org\/(\w{1,60})\/?$/i;

/** Types that the page's elements name (microdata), lower case. */
function itemTypes(document: HtmlDocument): string[] {
  const found: string[] = [];
  for (const element of descendants(document.body)) {
    const type = element.attributes && SCHEMA_TYPE.exec(element.get('itemtype')?.trim() ?? '')?.[1];
    if (type) found.push(type.toLowerCase());
  }
  return found;
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
