import { EngineError } from '../../errors';
import { Archive } from '../archive/archive';
import { pictureOf } from '../archive/entry-picture';
import { fromBase64 } from '../encoding/base64';
import type { FormatDraft, FormatReader } from '../format-reader';
import { ImageStore } from '../images/image-store';
import { asPage } from '../markup/as-page';
import { documentDraft, joinedCode, Properties, readMarkup, readXmlFile } from '../markup/read-markup';
import { descendants, parseXml, textOf, type XmlElement } from '../xml';
import { odtVocabulary } from './vocabulary';

/** A text document of OpenDocument (OASIS ODF 1.3), packed or as one XML file. */
export const readOdtFile: FormatReader = ({ bytes }, decisions) =>
  bytes[0] === 0x50 ? packed(bytes) : flat(bytes, decisions.encoding);

function packed(bytes: Uint8Array): FormatDraft {
  const archive = new Archive(bytes);
  if (/manifest:encryption-data/.test(archive.text('META-INF/manifest.xml') ?? '')) throw encrypted();
  const content = archive.text('content.xml');
  if (content === null) throw damaged();
  const images = new ImageStore();
  const resolve = (entry: string) => images.idOf(entry, () => pictureOf(archive, entry.replace(/^\.\//, '')));
  const styles = parseXml(archive.text('styles.xml') ?? '');
  const meta = parseXml(archive.text('meta.xml') ?? '');
  const draft = draftOf(parseXml(content), [styles], meta, images, resolve);
  const original = draft.blocks.map(({ block }) => block.text).join('\n\n');
  return { ...draft, original };
}

function flat(bytes: Uint8Array, encoding: string | null): FormatDraft {
  const { source, root } = readXmlFile(bytes, encoding);
  const images = new ImageStore();
  const inline = new Map<string, Uint8Array>();
  for (const image of descendants(root, 'image')) {
    const data = fromBase64(textOf(descendants(image, 'binary-data')[0]));
    if (!data?.length) continue;
    const key = `embedded:${inline.size}`;
    image.attributes.href = key;
    inline.set(key, data);
  }
  const resolve = (key: string) => {
    const data = inline.get(key);
    return data ? images.idOf(key, () => ({ mediaType: mediaTypeOf(data), bytes: data })) : null;
  };
  return { ...draftOf(root, [], root, images, resolve), original: source.text };
}

function mediaTypeOf(bytes: Uint8Array): string {
  if (bytes[0] === 0x89) return 'image/png';
  return bytes[0] === 0x47 ? 'image/gif' : 'image/jpeg';
}

function draftOf(
  content: XmlElement,
  styles: readonly XmlElement[],
  meta: XmlElement,
  images: ImageStore,
  resolveImage: (entry: string) => string | null,
): FormatDraft {
  const { vocabulary, notes } = odtVocabulary([...styles, content]);
  const [text] = descendants(content, 'text').filter((element) => element.children.length > 0);
  if (!text) throw damaged();
  const markup = asPage(text, vocabulary);
  // A note is read when the text that refers to it was: notes may refer to others.
  let gathered = '';
  for (const [i, note] of notes.entries())
    gathered += `<div id="fn${i + 1}">${asPage(note, vocabulary)}</div>`;
  const blocks = joinedCode(readMarkup(markup + gathered, '', resolveImage));
  const source = { text: '', encoding: null, encodingSource: null };
  return documentDraft('odt', source, blocks, propertiesOf(meta), images);
}

function propertiesOf(meta: XmlElement) {
  const [own] = descendants(meta, 'meta').filter((element) => element.children.length > 0);
  const said = new Properties();
  const value = (name: string) => (own ? textOf(descendants(own, name)[0]) : '');
  said.add('title', value('title'));
  said.add('byline', value('initial-creator') || value('creator'));
  said.add('language', value('language'));
  said.add('publicationDate', value('creation-date'));
  said.add('modificationDate', value('date'));
  return said.candidates;
}

function damaged(): EngineError {
  return new EngineError(
    'file-damaged',
    'The document is damaged: the part that holds its text is missing.',
    'Fetch or save the file again and open the new copy.',
  );
}

function encrypted(): EngineError {
  return new EngineError(
    'file-encrypted',
    'The document is protected by a password.',
    'Open it in a word processor, save a copy without a password, and open the copy.',
  );
}
