import { decodeText } from '../encoding/decode';
import type { FormatReader } from '../format-reader';
import { checkCharacters } from '../limits';
import { titleFromHeadings } from '../metadata/headings';
import { readText } from './read-text';

export const readTextFile: FormatReader = ({ bytes }, decisions) => {
  const { text, encoding, encodingSource } = decodeText(bytes, {
    markup: false,
    override: decisions.encoding,
  });
  checkCharacters(text.length);
  const blocks = readText(text);
  return {
    kind: 'page',
    detected: { format: 'text', encoding, encodingSource },
    blocks,
    candidates: titleFromHeadings(blocks, 'text'),
    images: [],
    original: text,
    baseUrl: null,
  };
};
