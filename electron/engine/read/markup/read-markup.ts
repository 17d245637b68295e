import type { FileFormat } from '../../../contract';
import type { DraftBlock, MetadataCandidate } from '../draft';
import { decodeText } from '../encoding/decode';
import type { FormatDraft } from '../format-reader';
import { parseHtml, readHtml } from '../html';
import type { ImageStore } from '../images/image-store';
import { checkCharacters, LIMITS } from '../limits';
import { titleFromHeadings } from '../metadata/headings';
import { parseXml, type XmlElement } from '../xml';

/** Word processors set each line of a program as a paragraph of its own: neighbours are one program. */
export function joinedCode(drafts: readonly DraftBlock[]): DraftBlock[] {
  const joined: DraftBlock[] = [];
  for (const draft of drafts) {
    const open = joined.at(-1)?.block;
    const { block } = draft;
    if (open?.kind !== 'code' || block.kind !== 'code' || open.text.length > LIMITS.blockCharacters) {
      joined.push(draft);
      continue;
    }
    const shift = open.text.length + 1;
    open.text += `\n${block.text}`;
    open.marks.push(
      ...block.marks.map((mark) => ({ ...mark, start: mark.start + shift, end: mark.end + shift })),
    );
  }
  return joined;
}

/** Blocks of markup that was written by `asPage`, or that a document holds as its content. */
export function readMarkup(
  markup: string,
  idPrefix: string,
  resolveImage: (source: string) => string | null,
): DraftBlock[] {
  return readHtml(parseHtml(markup), { locate: false, idPrefix, resolveImage });
}

/** An XML file's text and tree. Throws `EngineError` `file-too-large`. */
export function readXmlFile(
  bytes: Uint8Array,
  encoding: string | null,
): { source: ReturnType<typeof decodeText>; root: XmlElement } {
  const source = decodeText(bytes, { markup: true, override: encoding });
  checkCharacters(source.text.length);
  return { source, root: parseXml(source.text) };
}

/** The draft of a document in an XML vocabulary, its title by its own word or by its headings. */
export function documentDraft(
  format: FileFormat,
  source: ReturnType<typeof decodeText>,
  blocks: DraftBlock[],
  candidates: MetadataCandidate[],
  images?: ImageStore,
): FormatDraft {
  const { text, encoding, encodingSource } = source;
  return {
    kind: 'document',
    detected: { format, encoding, encodingSource },
    blocks,
    candidates: [...candidates, ...titleFromHeadings(blocks, 'heading')],
    images: images?.resources ?? [],
    original: text,
    baseUrl: null,
  };
}

/** Collects what a document says of itself; empty values and endless ones are passed over. */
export class Properties {
  readonly candidates: MetadataCandidate[] = [];

  add(field: MetadataCandidate['field'], value: string | null | undefined): void {
    const words = value?.replace(/\s+/g, ' ').trim() ?? '';
    if (words !== '' && words.length <= 1000)
      this.candidates.push({ field, value: words, source: 'document-properties', words });
  }
}
