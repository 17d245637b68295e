import type { HtmlDocument } from '../html';

/** Comments that browsers and clippers leave at the top of a page they save, with the address it had. */
const SAVED_FROM = /<!--\s{0,8}saved from url=\(\d{1,6}\)(\S{1,2000}?)\s{0,8}-->/i;
const SINGLE_FILE = /Page saved with SingleFile\s{1,20}url:\s{0,8}(\S{1,2000})/;
const HEAD_CHARACTERS = 10_000;

function webAddress(value: string | null | undefined): string | null {
  const trimmed = value?.trim() ?? '';
  return /^https?:\/\//i.test(trimmed) && trimmed.length <= 4096 && URL.canParse(trimmed) ? trimmed : null;
}

function stated(
  document: HtmlDocument,
  name: string,
  key: string,
  wanted: string,
  value: string,
): string | null {
  for (const { name: own, attributes } of document.head) {
    if (own !== name || !(attributes.get(key) ?? '').toLowerCase().split(/\s+/).includes(wanted)) continue;
    return webAddress(attributes.get(value));
  }
  return null;
}

/** The address a saved page had on the web, by its own word, or null. */
export function pageAddress(document: HtmlDocument, source: string): string | null {
  const head = source.slice(0, HEAD_CHARACTERS);
  const base = document.head.find(({ name, attributes }) => name === 'base' && attributes.has('href'));
  return (
    stated(document, 'link', 'rel', 'canonical', 'href') ??
    stated(document, 'meta', 'property', 'og:url', 'content') ??
    webAddress(SINGLE_FILE.exec(head)?.[1]) ??
    webAddress(SAVED_FROM.exec(head)?.[1]) ??
    webAddress(base?.attributes.get('href'))
  );
}
