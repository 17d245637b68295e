import type { FormatReader } from '../format-reader';
import { ImageStore } from '../images/image-store';
import { checkCharacters } from '../limits';
import { documentDraft, joinedCode, Properties, readMarkup } from '../markup/read-markup';
import { binaryString } from '../mhtml/mime';
import { RichTextReader } from './read-rtf';

/** Programs fill these in unasked. */
const NO_TITLE = /^(?:untitled|document\d*|.*\.(?:docx?|rtf))$/i;

/** A document of rich text (RTF). */
export const readRtfFile: FormatReader = ({ bytes }) => {
  const source = binaryString(bytes);
  const { markup, properties, pictures } = new RichTextReader(source).read();
  checkCharacters(markup.length);
  const images = new ImageStore();
  const resolve = (address: string) => {
    const picture = pictures[Number(/^picture:(\d+)$/.exec(address)?.[1])];
    return picture
      ? images.idOf(address, () => ({ mediaType: picture.mediaType, bytes: fromHex(picture.hex) }))
      : null;
  };
  const blocks = joinedCode(readMarkup(markup, '', resolve));
  const said = new Properties();
  const title = properties.get('title') ?? '';
  if (!NO_TITLE.test(title)) said.add('title', title);
  said.add('byline', properties.get('author'));
  said.add('publicationDate', properties.get('creatim'));
  said.add('modificationDate', properties.get('revtim'));
  const original = blocks.map(({ block }) => block.text).join('\n\n');
  const text = { text: original, encoding: null, encodingSource: null };
  return documentDraft('rtf', text, blocks, said.candidates, images);
};

function fromHex(hex: string): Uint8Array {
  const bytes = new Uint8Array(Math.floor(hex.length / 2));
  for (let i = 0; i < bytes.length; i++) bytes[i] = Number.parseInt(hex.slice(i * 2, i * 2 + 2), 16);
  return bytes;
}
