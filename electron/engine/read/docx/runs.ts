import type { ArticleImage } from '../../../contract';
import { MarkedText } from '../marked-text';
import { childNamed, descendants, outermost, type XmlElement } from '../xml';
import type { Relationship } from './document-parts';

export interface RunContext {
  /** By the id that the part uses. */
  relationship(id: string): Relationship | null;
  /** Id of the picture in an archive entry, or null. */
  resolveImage(entry: string): string | null;
  /** Label and block of a note ("footnote-2"), or null when there is none. */
  noteOf(key: string): { label: string; target: string } | null;
}

/** Properties that are set without a value, or with one that is not "off". */
function isOn(properties: XmlElement | undefined, name: string): boolean {
  const property = childNamed(properties, name);
  return property !== undefined && !/^(?:0|false|off|none)$/i.test(property.attributes.val ?? 'true');
}

/** Text that was deleted or moved away is not shown; what stands in its place is. */
const LEFT_OUT = new Set(['del', 'movefrom', 'ppr', 'rpr', 'deltext', 'fallback', 'sdtpr', 'instrtext']);
const FIELD_ADDRESS = /^\s*HYPERLINK\s+"([^"]{1,4000})"/;

/** A field under way: its instruction, and where its result begins in the text. */
interface Field {
  instruction: string;
  start: number;
}

/** Reads the runs of a paragraph as text with marks. Pictures and text boxes are put aside. */
export class RunReader {
  readonly out = new MarkedText();
  readonly images: ArticleImage[] = [];
  readonly boxes: XmlElement[] = [];
  /** Letters that are set in bold, to tell headings that have no style. */
  bold = 0;
  private readonly fields: Field[] = [];

  constructor(private readonly context: RunContext) {}

  read(parent: XmlElement): void {
    for (const child of parent.children) this.readChild(child);
  }

  private readChild(child: XmlElement): void {
    if (child.name === 'r') this.run(child);
    else if (child.name === 'hyperlink') this.hyperlink(child);
    else if (child.name === 'fldsimple') this.simpleField(child);
    else if (!LEFT_OUT.has(child.name)) this.read(child);
  }

  private hyperlink(link: XmlElement): void {
    const start = this.out.length;
    this.read(link);
    const target = this.context.relationship(link.attributes.id ?? '');
    if (target?.external) this.out.mark({ kind: 'link', href: target.target }, start);
  }

  private simpleField(field: XmlElement): void {
    const start = this.out.length;
    this.read(field);
    const href = FIELD_ADDRESS.exec(field.attributes.instr ?? '')?.[1];
    if (href) this.out.mark({ kind: 'link', href }, start);
  }

  private run(run: XmlElement): void {
    const properties = childNamed(run, 'rpr');
    if (isOn(properties, 'vanish')) return;
    const start = this.out.length;
    for (const child of run.children) this.piece(child);
    if (this.out.length === start) return;
    const raised = childNamed(properties, 'vertalign')?.attributes.val;
    if (isOn(properties, 'b')) {
      this.out.mark({ kind: 'strong' }, start);
      this.bold += this.out.length - start;
    }
    if (isOn(properties, 'i')) this.out.mark({ kind: 'emphasis' }, start);
    if (isOn(properties, 'strike')) this.out.mark({ kind: 'strike' }, start);
    if (raised === 'superscript' || raised === 'subscript') this.out.mark({ kind: raised }, start);
  }

  private piece(piece: XmlElement): void {
    switch (piece.name) {
      case 't':
        this.out.append(piece.texts.join(''));
        break;
      case 'tab':
      case 'ptab':
        this.out.append(' ');
        break;
      case 'br':
      case 'cr':
        if (piece.attributes.type === undefined) this.out.lineBreak();
        break;
      case 'nobreakhyphen':
        this.out.append('\u2011');
        break;
      case 'fldchar':
        this.field(piece.attributes.fldchartype ?? '');
        break;
      case 'instrtext': {
        const field = this.fields.at(-1);
        if (field && field.instruction.length < 4000) field.instruction += piece.texts.join('');
        break;
      }
      case 'footnotereference':
        this.note(`footnote-${piece.attributes.id}`);
        break;
      case 'endnotereference':
        this.note(`endnote-${piece.attributes.id}`);
        break;
      case 'drawing':
      case 'pict':
      case 'object':
        this.picture(piece);
        break;
      case 'alternatecontent':
        this.alternative(piece);
        break;
    }
  }

  /** The same content twice, for new and old programs. */
  private alternative(content: XmlElement): void {
    const choice = childNamed(content, 'choice') ?? childNamed(content, 'fallback');
    for (const child of choice?.children ?? []) this.piece(child);
  }

  private field(kind: string): void {
    if (kind === 'begin' && this.fields.length < 16)
      this.fields.push({ instruction: '', start: this.out.length });
    if (kind === 'separate') {
      const field = this.fields.at(-1);
      if (field) field.start = this.out.length;
    }
    if (kind !== 'end') return;
    const field = this.fields.pop();
    const href = field && FIELD_ADDRESS.exec(field.instruction)?.[1];
    if (href) this.out.mark({ kind: 'link', href }, field.start);
  }

  private note(key: string): void {
    const note = this.context.noteOf(key);
    if (!note) return;
    const start = this.out.length;
    this.out.append(note.label);
    this.out.mark({ kind: 'superscript' }, start);
    this.out.mark({ kind: 'noteReference', target: note.target }, start);
  }

  private picture(drawing: XmlElement): void {
    // A box in a box comes with the text of the one around it.
    this.boxes.push(...outermost(drawing, 'txbxcontent'));
    const [blip] = [...descendants(drawing, 'blip'), ...descendants(drawing, 'imagedata')];
    if (!blip) return;
    const target = this.context.relationship(
      blip.attributes.embed ?? blip.attributes.id ?? blip.attributes.link ?? '',
    );
    const properties = descendants(drawing, 'docpr')[0]?.attributes;
    if (!target) return;
    this.images.push({
      id: target.external ? null : this.context.resolveImage(target.target),
      alt: properties?.descr ?? properties?.title ?? '',
      source: target.target,
    });
  }
}
