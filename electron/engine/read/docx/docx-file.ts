import { Archive } from '../archive/archive';
import { pictureOf } from '../archive/entry-picture';
import type { DraftBlock, MetadataCandidate } from '../draft';
import { BlockNamer } from '../draft-blocks';
import type { FormatReader } from '../format-reader';
import { ImageStore } from '../images/image-store';
import { checkCharacters } from '../limits';
import { titleFromHeadings } from '../metadata/headings';
import { descendants, parseXml, textOf } from '../xml';
import { BodyReader } from './body-reader';
import { type DocumentParts, readParts } from './document-parts';
import type { RunContext } from './runs';

/** A Word document: its text with headings, lists, tables, pictures and notes. Headers and footers are left out. */
export const readDocxFile: FormatReader = ({ bytes }) => {
  const archive = new Archive(bytes);
  const parts = readParts(archive);
  const images = new ImageStore();
  const notes = noteLabels(parts);
  const context: RunContext = {
    relationship: (id) => parts.relationships.get(id) ?? null,
    resolveImage: (entry) => images.idOf(entry, () => pictureOf(archive, entry)),
    noteOf: (key) => notes.get(key) ?? null,
  };
  const blocks = [...readBody(parts, context), ...readNotes(parts, context, notes)];
  const original = blocks.map(({ block }) => block.text).join('\n\n');
  checkCharacters(original.length);
  return {
    kind: 'document',
    detected: { format: 'docx', encoding: null, encodingSource: null },
    blocks,
    candidates: [...titleFromHeadings(blocks, 'heading'), ...readProperties(archive, parts)],
    images: images.resources,
    original,
    baseUrl: null,
  };
};

/** Notes are numbered as the text refers to them, footnotes and endnotes in one row. */
function noteLabels(parts: DocumentParts): Map<string, { label: string; target: string }> {
  const labels = new Map<string, { label: string; target: string }>();
  const visit = (element: typeof parts.body) => {
    for (const child of element.children) {
      const kind = /^(footnote|endnote)reference$/.exec(child.name)?.[1];
      const key = `${kind}-${child.attributes.id}`;
      if (kind && parts.notes.has(key) && !labels.has(key)) {
        const number = labels.size + 1;
        labels.set(key, { label: String(number), target: `n${number}-1` });
      }
      visit(child);
    }
  };
  visit(parts.body);
  return labels;
}

function readBody(parts: DocumentParts, context: RunContext): DraftBlock[] {
  const titled = descendants(parts.body, 'pstyle').some(
    ({ attributes }) => parts.styles.get(attributes.val ?? '')?.kind === 'title',
  );
  const reader = new BodyReader(parts, context, new BlockNamer(), null, titled);
  reader.read(parts.body);
  return reader.blocks;
}

function readNotes(
  parts: DocumentParts,
  context: RunContext,
  notes: ReadonlyMap<string, { label: string }>,
): DraftBlock[] {
  return [...notes].flatMap(([key, { label }]) => {
    const note = parts.notes.get(key);
    if (!note) return [];
    const prefix = key.slice(0, key.indexOf('-') + 1);
    const own = { ...context, relationship: (id: string) => parts.relationships.get(prefix + id) ?? null };
    const reader = new BodyReader(parts, own, new BlockNamer(`n${label}-`), label);
    reader.read(note);
    return reader.blocks;
  });
}

/** Programs fill these in unasked, with the name of the first author or of the template. */
const NO_TITLE = /^(?:untitled|document\d*|.*\.(?:docx?|dotx?|rtf))$/i;
const NO_AUTHOR = /^(?:user|admin|administrator|owner|unknown|python-docx|microsoft office user|un-named)$/i;

/** The core properties (ECMA-376 part 2, 11). */
function readProperties(archive: Archive, parts: DocumentParts): MetadataCandidate[] {
  const source = archive.text('docProps/core.xml');
  const core = source === null ? null : parseXml(source);
  const candidates: MetadataCandidate[] = [];
  const add = (field: MetadataCandidate['field'], name: string, refused?: RegExp) => {
    const value = core ? textOf(descendants(core, name)[0]) : '';
    if (value && value.length <= 1000 && !refused?.test(value))
      candidates.push({ field, value, source: 'document-properties', words: value });
  };
  add('title', 'title', NO_TITLE);
  add('byline', 'creator', NO_AUTHOR);
  add('language', 'language');
  add('publicationDate', 'created');
  add('modificationDate', 'modified');
  if (parts.language)
    candidates.push({
      field: 'language',
      value: parts.language,
      source: 'document-properties',
      words: parts.language,
    });
  return candidates;
}
