import { decodeText } from '../encoding/decode';
import type { FormatReader } from '../format-reader';
import { parsePage, readHtml } from '../html';
import { ImageStore } from '../images/image-store';
import { localImages } from '../images/local-images';
import { checkCharacters } from '../limits';
import { pageAddress } from '../metadata/address';
import { collectPageMetadata } from '../metadata/page';
import { joinListings } from './listings';

/** A page as saved by a browser: complete with its folder of pictures, as a single file, or bare. */
export const readHtmlFile: FormatReader = ({ bytes }, decisions) => {
  const { text, encoding, encodingSource } = decodeText(bytes, {
    markup: true,
    override: decisions.encoding,
  });
  checkCharacters(text.length);
  const document = parsePage(text);
  const images = new ImageStore();
  const baseUrl = pageAddress(document, text);
  const { candidates, stated } = collectPageMetadata(document, baseUrl);
  return {
    kind: 'page',
    detected: { format: 'html', encoding, encodingSource },
    blocks: joinListings(
      readHtml(document, { locate: true, idPrefix: '', resolveImage: localImages(images) }),
    ),
    candidates,
    stated,
    images: images.resources,
    original: text,
    baseUrl,
  };
};
