import { decodeText } from '../encoding/decode';
import type { FormatReader } from '../format-reader';
import { ImageStore } from '../images/image-store';
import { localImages } from '../images/local-images';
import { checkCharacters } from '../limits';
import { titleFromHeadings } from '../metadata/headings';
import { takeFrontMatter } from './front-matter';
import { readMarkdown } from './read-markdown';

export const readMarkdownFile: FormatReader = ({ bytes }, decisions) => {
  const { text, encoding, encodingSource } = decodeText(bytes, {
    markup: false,
    override: decisions.encoding,
  });
  checkCharacters(text.length);
  const images = new ImageStore();
  const { body, candidates, address } = takeFrontMatter(text.replace(/\r\n?/g, '\n'));
  const blocks = readMarkdown(body, localImages(images));
  return {
    kind: 'document',
    detected: { format: 'markdown', encoding, encodingSource },
    blocks,
    candidates: [...candidates, ...titleFromHeadings(blocks, 'heading')],
    images: images.resources,
    original: text,
    baseUrl: address,
  };
};
