import type { DraftBlock } from '../draft';
import { BlockNamer, withPrefix } from '../draft-blocks';
import type { FormatDraft, FormatReader } from '../format-reader';
import { checkCharacters, isFull, LIMITS, tooLarge } from '../limits';
import { readMessage } from '../mhtml/mhtml-file';
import { binaryString, bytesOf } from '../mhtml/mime';

/** The line that begins each mail (RFC 4155); mails that hold such a line have it quoted. */
const SEPARATOR = /^From [^\r\n]{0,400}\r?\n(?=[\w-]{1,60}:)/gm;
const QUOTED_SEPARATOR = /^>(?=>{0,20}From )/gm;

/** Mails of one box, one below the other, each under its subject. */
export const readMboxFile: FormatReader = ({ bytes }, decisions) => {
  const text = binaryString(bytes);
  const starts = [...text.matchAll(SEPARATOR)].map(({ index, 0: line }) => ({
    at: index,
    from: index + line.length,
  }));
  if (starts.length > LIMITS.parts) throw tooLarge(`holds ${starts.length.toLocaleString('en')} mails`);
  const mails = starts.flatMap(({ from }, i) => {
    const mail = text.slice(from, starts[i + 1]?.at).replace(QUOTED_SEPARATOR, '');
    const draft = readOne(bytesOf(mail), decisions.encoding);
    return draft ? [draft] : [];
  });
  const [only] = mails;
  if (only && mails.length === 1) return { ...only, detected: { ...only.detected, format: 'mbox' } };
  return joined(mails);
};

/** A mail that holds attachments only, or is damaged, is passed over: the others may be whole. */
function readOne(bytes: Uint8Array, encoding: string | null): FormatDraft | null {
  try {
    return readMessage(bytes, encoding);
  } catch {
    return null;
  }
}

function joined(mails: readonly FormatDraft[]): FormatDraft {
  const blocks: DraftBlock[] = [];
  let characters = 0;
  for (const [i, mail] of mails.entries()) {
    blocks.push(
      ...withPrefix(headOf(mail), `h${i}-`),
      ...withPrefix(mail.blocks.map(withoutPicture), `m${i}-`),
    );
    characters += mail.original.length;
    checkCharacters(characters);
    if (isFull(blocks.length)) break;
  }
  return {
    kind: 'document',
    detected: { format: 'mbox', encoding: null, encodingSource: null },
    blocks,
    candidates: (mails[0]?.candidates ?? []).filter(({ field }) => field === 'title'),
    images: [],
    original: mails.map(({ original }) => original).join('\n\n'),
    baseUrl: null,
  };
}

/** The mails of a box share no pictures: each numbers its own. */
function withoutPicture(draft: DraftBlock): DraftBlock {
  const { block } = draft;
  if (block.kind !== 'figure') return draft;
  return { ...draft, block: { ...block, images: block.images.map((image) => ({ ...image, id: null })) } };
}

/** The subject as a heading, and who wrote it when. */
function headOf({ candidates }: FormatDraft): DraftBlock[] {
  const value = (field: string) => candidates.find((one) => one.field === field)?.value ?? '';
  const namer = new BlockNamer();
  const about = [value('byline'), value('publicationDate')].filter(Boolean).join(', ');
  return [
    ...(value('title') ? [namer.draft({ kind: 'heading', level: 2, text: value('title'), marks: [] })] : []),
    ...(about ? [namer.draft({ kind: 'paragraph', text: about, marks: [] })] : []),
  ];
}
