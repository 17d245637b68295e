import { EngineError } from '../../errors';
import type { DraftBlock } from '../draft';
import { BlockNamer, withPrefix } from '../draft-blocks';
import { fromBase64 } from '../encoding/base64';
import { decodeText } from '../encoding/decode';
import type { FormatReader } from '../format-reader';
import { readDataUri } from '../images/data-uri';
import { ImageStore } from '../images/image-store';
import { checkCharacters, isFull } from '../limits';
import { readMarkdown } from '../markdown/read-markdown';
import { documentDraft, Properties } from '../markup/read-markup';

interface Output {
  text?: unknown;
  data?: Record<string, unknown>;
}
interface Cell {
  cell_type?: unknown;
  source?: unknown;
  input?: unknown;
  outputs?: Output[];
  attachments?: Record<string, Record<string, unknown>>;
}
interface Notebook {
  cells?: Cell[];
  worksheets?: { cells?: Cell[] }[];
  metadata?: {
    title?: unknown;
    authors?: { name?: unknown }[];
    kernelspec?: { language?: unknown };
    language_info?: { name?: unknown };
  };
}

/** Texts are strings or lists of lines. */
function textOf(value: unknown): string {
  return Array.isArray(value) ? value.map(textOf).join('') : typeof value === 'string' ? value : '';
}

/** A notebook of Jupyter (nbformat 3 and 4): its text, its code and what the code gave. */
export const readNotebookFile: FormatReader = ({ bytes }, decisions) => {
  const source = decodeText(bytes, { markup: false, override: decisions.encoding });
  checkCharacters(source.text.length);
  const notebook = parse(source.text);
  const cells = notebook.cells ?? notebook.worksheets?.flatMap((sheet) => sheet.cells ?? []) ?? [];
  const { language_info: info, kernelspec: kernel } = notebook.metadata ?? {};
  const language = textOf(info?.name) || textOf(kernel?.language) || null;
  const images = new ImageStore();
  const blocks: DraftBlock[] = [];
  for (const [i, cell] of cells.entries()) {
    blocks.push(...withPrefix(cellBlocks(cell, language, images, i), `k${i}-`));
    if (isFull(blocks.length)) break;
  }
  const said = new Properties();
  said.add('title', textOf(notebook.metadata?.title));
  const authors = notebook.metadata?.authors;
  if (Array.isArray(authors)) said.add('byline', authors.map(({ name }) => textOf(name)).join(', '));
  return documentDraft('notebook', source, blocks, said.candidates, images);
};

function parse(text: string): Notebook {
  try {
    const notebook = JSON.parse(text) as Notebook | null;
    if (notebook && (Array.isArray(notebook.cells) || Array.isArray(notebook.worksheets))) return notebook;
  } catch {
    // Said below.
  }
  throw new EngineError(
    'file-damaged',
    'The notebook is damaged: it is not in the form that notebooks have.',
    'Fetch or save the notebook again and open the new copy.',
  );
}

function cellBlocks(cell: Cell, language: string | null, images: ImageStore, index: number): DraftBlock[] {
  const source = textOf(cell.source ?? cell.input);
  if (cell.cell_type === 'markdown' || cell.cell_type === 'heading') {
    const resolve = (address: string) => images.idOf(`${index}:${address}`, () => attached(cell, address));
    return readMarkdown(source, resolve);
  }
  const namer = new BlockNamer();
  const blocks: DraftBlock[] = [];
  const code = (text: string, named: boolean) => {
    if (text.trim() === '') return;
    const about = named && language ? { language } : {};
    blocks.push(namer.draft({ kind: 'code', text: text.trimEnd(), marks: [], ...about }));
  };
  code(source, cell.cell_type === 'code');
  for (const [number, output] of (cell.outputs ?? []).entries()) {
    const picture = pictureIn(output);
    const id = picture && images.idOf(`${index}:${number}`, () => picture);
    const alt = textOf(output.data?.['text/plain']);
    if (id) {
      const image = { id, alt, source: `cell ${index + 1}` };
      blocks.push(namer.draft({ kind: 'figure', text: '', marks: [], images: [image] }));
    } else code(textOf(output.text) || alt, false);
  }
  return blocks;
}

function attached(cell: Cell, address: string) {
  if (/^data:/i.test(address)) return readDataUri(address);
  const data = cell.attachments?.[address.replace(/^attachment:/, '')];
  return data ? pictureIn({ data }) : null;
}

function pictureIn({ data }: Output): { mediaType: string; bytes: Uint8Array } | null {
  for (const mediaType of ['image/png', 'image/jpeg', 'image/gif', 'image/webp']) {
    const bytes = fromBase64(textOf(data?.[mediaType]));
    if (bytes?.length) return { mediaType, bytes };
  }
  return null;
}
