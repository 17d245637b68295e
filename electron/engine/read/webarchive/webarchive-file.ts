import { EngineError } from '../../errors';
import { decodeText } from '../encoding/decode';
import type { FormatReader } from '../format-reader';
import { type PagePart, pageDraft } from '../html-file/page-draft';
import { type PropertyMap, type PropertyValue, readPropertyList } from './property-list';

function isMap(value: PropertyValue | undefined): value is PropertyMap {
  return typeof value === 'object' && !Array.isArray(value) && !(value instanceof Uint8Array);
}

function textIn(map: PropertyMap, key: string): string | null {
  const value = map[key];
  return typeof value === 'string' ? value : null;
}

/** A page as Safari saves it, with the pictures that came along. Frames are left out. */
export const readWebArchiveFile: FormatReader = ({ bytes }, decisions) => {
  const list = readPropertyList(bytes);
  const main = isMap(list) ? list.WebMainResource : undefined;
  const data = isMap(main) ? main.WebResourceData : undefined;
  if (!isMap(list) || !isMap(main) || !(data instanceof Uint8Array)) throw notAPage();
  const type = textIn(main, 'WebResourceMIMEType') ?? 'text/html';
  if (!/html|xml|text\/plain/i.test(type)) throw notAPage();
  const parts = partsOf(list.WebSubresources);
  return pageDraft({
    format: 'webarchive',
    decoded: decodeText(data, {
      markup: true,
      declared: textIn(main, 'WebResourceTextEncodingName'),
      override: decisions.encoding,
    }),
    address: textIn(main, 'WebResourceURL'),
    find: (address, asWritten) => parts.get(address) ?? parts.get(asWritten) ?? null,
  });
};

function partsOf(resources: PropertyValue | undefined): Map<string, PagePart> {
  const parts = new Map<string, PagePart>();
  for (const one of Array.isArray(resources) ? resources : []) {
    if (!isMap(one)) continue;
    const [address, mediaType] = [textIn(one, 'WebResourceURL'), textIn(one, 'WebResourceMIMEType')];
    const bytes = one.WebResourceData;
    if (address && mediaType && bytes instanceof Uint8Array) parts.set(address, { mediaType, bytes });
  }
  return parts;
}

function notAPage(): EngineError {
  return new EngineError(
    'no-text',
    'The web archive holds no page.',
    'Save the page again from the browser, as a web archive or as a page complete.',
  );
}
