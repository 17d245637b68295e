import { decodeText } from '../encoding/decode';
import type { FormatReader } from '../format-reader';
import { checkCharacters } from '../limits';
import { readText } from './read-text';

export const readTextFile: FormatReader = ({ bytes }, decisions) => {
  const { text, encoding, encodingSource } = decodeText(bytes, {
    markup: false,
    override: decisions.encoding,
  });
  checkCharacters(text.length);
  return {
    kind: 'page',
    detected: { format: 'text', encoding, encodingSource },
    blocks: readText(text),
    candidates: [],
    images: [],
    original: text,
    baseUrl: null,
  };
};
