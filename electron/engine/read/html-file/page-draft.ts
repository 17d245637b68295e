import type { FileFormat } from '../../../contract';
import type { DecodedText } from '../encoding/decode';
import type { FormatDraft } from '../format-reader';
import { parsePage, readHtml } from '../html';
import { readDataUri } from '../images/data-uri';
import { ImageStore } from '../images/image-store';
import { checkCharacters } from '../limits';
import { pageAddress } from '../metadata/address';
import { collectPageMetadata } from '../metadata/page';
import { joinListings } from './listings';

/** A picture that came along with a page. */
export interface PagePart {
  mediaType: string;
  bytes: Uint8Array;
}

/** A page inside a container that also holds its pictures. */
export interface ContainedPage {
  format: FileFormat;
  decoded: DecodedText;
  /** Where the page was on the web, by the container's word; null when it does not say. */
  address: string | null;
  /** The part that was saved from a full address, or that the page names so. */
  find(address: string, asWritten: string): PagePart | null;
}

/** The draft of a page that was saved with what belongs to it. Throws `EngineError` `file-too-large`. */
export function pageDraft({ format, decoded, address, find }: ContainedPage): FormatDraft {
  const { text, encoding, encodingSource } = decoded;
  checkCharacters(text.length);
  const document = parsePage(text);
  const images = new ImageStore();
  const own = pageAddress(document, text);
  const baseUrl = address ?? own;
  const { candidates, stated } = collectPageMetadata(document, own ?? baseUrl);
  const resolveImage = (source: string) => {
    const full = baseUrl && URL.canParse(source, baseUrl) ? new URL(source, baseUrl).href : source;
    return images.idOf(source, () =>
      /^data:/i.test(source)
        ? readDataUri(source)
        : (find(full, source) ?? find(full.split('#', 1)[0] ?? '', source)),
    );
  };
  return {
    kind: 'page',
    detected: { format, encoding, encodingSource },
    blocks: joinListings(readHtml(document, { locate: true, idPrefix: '', resolveImage })),
    candidates,
    stated,
    images: images.resources,
    original: text,
    baseUrl,
  };
}
