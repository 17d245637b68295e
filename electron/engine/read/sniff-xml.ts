import type { FileFormat } from '../../contract';
import { refusedXml } from './refused';

/** What may stand before the first element of XML. */
const PROLOGUE =
  /\s+|<!--[\s\S]{0,8192}?(?:-->|$)|<\?[^>]{0,400}>|<!doctype[^>[]{0,600}(?:\[[^\]]{0,4000}\]\s{0,20})?>/iy;
const ROOT = /^<([a-z][\w:.-]{0,60})/i;

/** Root elements of vocabularies that have a reader, without their prefix. */
const FORMATS: Record<string, FileFormat> = {
  rss: 'feed',
  feed: 'feed',
  rdf: 'feed',
  nitf: 'nitf',
  fictionbook: 'fb2',
  html: 'html',
};

/** Scholarly articles: their root is called as an element of HTML is. */
const JATS =
  /<!doctype article[^>]{0,300}(?:NLM|JATS)|\b(?:article-type|dtd-version)\s{0,4}=|<front[\s>]|<article-meta[\s>]/i;

/**
 * The format of XML by its root element; null for what is no XML, or a page. Throws `EngineError` `file-binary` for
 * XML that no reader knows.
 * @param probe the first characters of the source
 */
export function xmlFormat(probe: string): FileFormat | null {
  PROLOGUE.lastIndex = 0;
  let end = 0;
  while (PROLOGUE.test(probe)) end = PROLOGUE.lastIndex;
  const root = ROOT.exec(probe.slice(end))?.[1];
  if (root === undefined) return null;
  const name = root.slice(root.indexOf(':') + 1).toLowerCase();
  if (name === 'article' && JATS.test(probe)) return 'jats';
  if (/^office:document(?:-content)?$/i.test(root)) return 'odt';
  if (name === 'rdf' && !/purl\.org\/rss|my\.netscape\.com/.test(probe)) throw refusedXml(root);
  if (name === 'plist' && /WebMainResource/.test(probe)) return 'webarchive';
  const known = Object.hasOwn(FORMATS, name) ? FORMATS[name] : undefined;
  if (known) return known === 'html' ? null : known;
  const isXml = /^\s{0,40}<\?xml\b/i.test(probe) || root.includes(':') || NO_PAGE.has(name);
  if (isXml && !/xmlns\s{0,4}=\s{0,4}["']http:\/\/www\.w3\.org\/1999\/xhtml/.test(probe))
    throw refusedXml(root.toLowerCase());
  return null;
}

/** Roots of drawings and lists that come without an XML declaration. */
const NO_PAGE = new Set(['opml', 'urlset', 'sitemapindex', 'plist', 'kml', 'gpx']);
