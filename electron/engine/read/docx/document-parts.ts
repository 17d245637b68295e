import { EngineError } from '../../errors';
import type { Archive } from '../archive/archive';
import { resolveEntry } from '../epub/package';
import { childNamed, descendants, parseXml, type XmlElement } from '../xml';

/** What a paragraph style means, told by its built-in name, which is English in every language of Word. */
export interface ParagraphStyle {
  kind: 'heading' | 'title' | 'quote' | 'code' | 'caption' | 'plain';
  level: number;
}

export interface Relationship {
  target: string;
  external: boolean;
}

/** The parts of a WordprocessingML document (ECMA-376 part 1, 11.3) that its text refers to. */
export interface DocumentParts {
  body: XmlElement;
  styles: ReadonlyMap<string, ParagraphStyle>;
  /** By list id and level: true where items are numbered. */
  numbered: ReadonlyMap<string, boolean>;
  relationships: ReadonlyMap<string, Relationship>;
  /** By kind and id. */
  notes: ReadonlyMap<string, XmlElement>;
  language: string | null;
}

export function damagedDocument(): EngineError {
  return new EngineError(
    'file-damaged',
    'The Word document is damaged: its text is missing.',
    'Open it in a word processor, save it again, and open the new copy.',
  );
}

function part(archive: Archive, name: string): XmlElement | null {
  const text = archive.text(name);
  return text === null ? null : parseXml(text);
}

/** Name of the entry that holds the text; some programs do not call it `word/document.xml`. */
function mainPart(archive: Archive): string {
  const rels = part(archive, '_rels/.rels');
  const main =
    rels &&
    descendants(rels, 'relationship').find(({ attributes }) => attributes.type?.endsWith('/officeDocument'));
  return (main && resolveEntry('', main.attributes.target ?? '')) || 'word/document.xml';
}

/** Reads the parts. Throws `EngineError` `file-damaged` when there is no text. */
export function readParts(archive: Archive): DocumentParts {
  const main = mainPart(archive);
  const document = part(archive, main);
  const body = document && descendants(document, 'body')[0];
  if (!body) throw damagedDocument();
  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  const styleSheet = part(archive, `${folder}styles.xml`);
  return {
    body,
    styles: readStyles(styleSheet),
    numbered: readNumbering(part(archive, `${folder}numbering.xml`)),
    relationships: relationshipsOf(archive, folder, main),
    notes: new Map([
      ...readNotes(part(archive, `${folder}footnotes.xml`), 'footnote'),
      ...readNotes(part(archive, `${folder}endnotes.xml`), 'endnote'),
    ]),
    language: styleSheet ? (descendants(styleSheet, 'lang')[0]?.attributes.val ?? null) : null,
  };
}

/** A part's relationships lie beside it; ids are counted anew in each, so that a note's carry their part's name. */
function relationshipsOf(archive: Archive, folder: string, main: string): Map<string, Relationship> {
  const found = readRelationships(
    part(archive, `${folder}_rels/${main.slice(folder.length)}.rels`),
    main,
    '',
  );
  for (const kind of ['footnote', 'endnote']) {
    const name = `${kind}s.xml`;
    const rels = part(archive, `${folder}_rels/${name}.rels`);
    for (const [id, relationship] of readRelationships(rels, folder + name, `${kind}-`))
      found.set(id, relationship);
  }
  return found;
}

function readRelationships(rels: XmlElement | null, main: string, prefix: string): Map<string, Relationship> {
  const found = new Map<string, Relationship>();
  for (const { attributes } of rels ? descendants(rels, 'relationship') : []) {
    const { id, target = '', targetmode } = attributes;
    const external = targetmode?.toLowerCase() === 'external';
    const entry = external ? target : resolveEntry(main, target);
    if (id && entry !== null) found.set(prefix + id, { target: entry, external });
  }
  return found;
}

function readNotes(notes: XmlElement | null, kind: 'footnote' | 'endnote'): [string, XmlElement][] {
  return (notes ? descendants(notes, kind) : [])
    .filter(({ attributes }) => attributes.type === undefined || attributes.type === 'normal')
    .map((note) => [`${kind}-${note.attributes.id}`, note]);
}

/** Lists are numbered by level in a shared definition that each list refers to (ECMA-376 part 1, 17.9). */
function readNumbering(numbering: XmlElement | null): Map<string, boolean> {
  const numbered = new Map<string, boolean>();
  if (!numbering) return numbered;
  const definitions = new Map(
    descendants(numbering, 'abstractnum').map((item) => [item.attributes.abstractnumid, item]),
  );
  for (const list of descendants(numbering, 'num')) {
    const definition = definitions.get(childNamed(list, 'abstractnumid')?.attributes.val);
    for (const level of definition?.children.filter(({ name }) => name === 'lvl') ?? []) {
      const format = childNamed(level, 'numfmt')?.attributes.val ?? 'bullet';
      numbered.set(
        `${list.attributes.numid}-${level.attributes.ilvl}`,
        format !== 'bullet' && format !== 'none',
      );
    }
  }
  return numbered;
}

const HEADING = /^heading ([1-9])$/i;

function styleOf(name: string, outline: string | undefined): ParagraphStyle {
  const level =
    HEADING.exec(name)?.[1] ??
    (outline !== undefined && Number(outline) < 9 ? String(Number(outline) + 1) : null);
  if (level) return { kind: 'heading', level: Number(level) };
  if (/^title$/i.test(name)) return { kind: 'title', level: 1 };
  if (/quote|block text/i.test(name)) return { kind: 'quote', level: 0 };
  if (/preformatted|\bcode\b|plain text/i.test(name)) return { kind: 'code', level: 0 };
  return { kind: /^caption$/i.test(name) ? 'caption' : 'plain', level: 0 };
}

function readStyles(sheet: XmlElement | null): Map<string, ParagraphStyle> {
  const styles = new Map<string, ParagraphStyle>();
  const parents = new Map<string, string>();
  for (const style of sheet ? descendants(sheet, 'style') : []) {
    const id = style.attributes.styleid;
    if (!id) continue;
    const name = childNamed(style, 'name')?.attributes.val ?? id;
    const outline = childNamed(childNamed(style, 'ppr'), 'outlinelvl')?.attributes.val;
    styles.set(id, styleOf(name, outline));
    const parent = childNamed(style, 'basedon')?.attributes.val;
    if (parent) parents.set(id, parent);
  }
  for (const [id, style] of styles)
    if (style.kind === 'plain') styles.set(id, inherited(id, styles, parents));
  return styles;
}

/** A style made from a heading is a heading. */
function inherited(
  id: string,
  styles: ReadonlyMap<string, ParagraphStyle>,
  parents: ReadonlyMap<string, string>,
): ParagraphStyle {
  let at: string | undefined = id;
  for (let steps = 0; at && steps < 8; steps++) {
    const style = styles.get(at);
    if (style && style.kind !== 'plain') return style;
    at = parents.get(at);
  }
  return { kind: 'plain', level: 0 };
}
