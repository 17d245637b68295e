import { Tokenizer } from 'htmlparser2';
import { BUDGET } from '../contract';
import { pictureBytes } from './data-picture';
import { isWithinPixels } from './pixels';

const MOST = BUDGET.picture;

/** What an element costs to draw beside its parts: a filter works on every pixel, a pattern is drawn many times over. */
const PRICES: Record<string, number> = {
  filter: 300,
  pattern: 10,
  mask: 20,
  animate: 50,
  animatetransform: 50,
  animatemotion: 50,
  set: 20,
  foreignobject: 200,
};
const FILTER_PRICE = 200;
/** Characters of a path or text, and of a style, that cost as much as one element. */
const LETTERS = 40;

const REFERENCE = /url\(\s{0,9}["']?#([^"')\s]{1,200})/g;
const ENCODINGS = /^(?:utf-?8|us-ascii|iso-8859-1|windows-1252)$/i;
const DECLARED = /^\ufeff?\s{0,99}<\?xml[^>]{0,200}encoding\s{0,9}=\s{0,9}["']([^"']{1,40})/i;
/** An entity made of entities may be any length; those that drawing programs declare are plain addresses. */
const NESTED_ENTITY = /<!ENTITY[^>]{0,400}&/i;
const ENTITY = /<!ENTITY/i;
/** Characters of a document type that holds nothing but such addresses. */
const LONGEST_TYPE = 8_000;

interface Part {
  /** Of the element itself: its price, the length of its paths, the pictures in it. */
  price: number;
  children: Part[];
  /** Ids of what is drawn again for it: by `use`, as a pattern, mask, marker or filter. */
  references: string[];
}

/**
 * True for an SVG drawing that the window can draw without stopping: what its `use` elements, patterns, masks and
 * filters multiply is counted first. Looks at each character once; never draws.
 */
export function isDrawable(bytes: Uint8Array): boolean {
  if (bytes.length > MOST.drawingBytes) return false;
  const source = new TextDecoder('utf-8').decode(bytes);
  if (!ENCODINGS.test(DECLARED.exec(source)?.[1] ?? 'utf-8') || hasHeavyEntities(source)) return false;
  const counter = new DrawingCounter(source);
  const tokenizer = new Tokenizer({ xmlMode: true, decodeEntities: true }, counter);
  tokenizer.write(source);
  tokenizer.end();
  return !counter.refused && counter.cost() <= MOST.drawingParts;
}

function hasHeavyEntities(source: string): boolean {
  const at = source.search(/<!DOCTYPE/i);
  if (at < 0) return false;
  const type = source.slice(at, at + LONGEST_TYPE);
  return NESTED_ENTITY.test(type) || ENTITY.test(source.slice(at + LONGEST_TYPE));
}

/** Takes the tokens of a drawing and keeps what multiplies. */
class DrawingCounter {
  refused = false;
  private readonly root: Part = { price: 0, children: [], references: [] };
  private readonly open: { name: string; part: Part }[] = [];
  private readonly byId = new Map<string, Part>();
  private elements = 0;
  private styled: string[] = [];
  private name = '';
  private attributes = new Map<string, string>();
  private attribute = '';
  private value = '';

  constructor(private readonly source: string) {}

  onopentagname(start: number, end: number): void {
    this.name = localName(this.source.slice(start, end));
    this.attributes = new Map();
  }

  onattribname(start: number, end: number): void {
    this.attribute = localName(this.source.slice(start, end));
    this.value = '';
  }

  onattribdata(start: number, end: number): void {
    this.value += this.source.slice(start, end);
  }

  onattribentity(codePoint: number): void {
    this.value += String.fromCodePoint(codePoint);
  }

  onattribend(): void {
    this.attributes.set(this.attribute, this.value);
  }

  onopentagend(): void {
    this.elements++;
    if (this.open.length >= MOST.drawingDepth || this.elements > MOST.drawingParts) {
      this.refused = true;
      return;
    }
    const part = this.partOf();
    (this.open.at(-1)?.part ?? this.root).children.push(part);
    this.open.push({ name: this.name, part });
    const id = this.attributes.get('id');
    if (id !== undefined && !this.byId.has(id)) this.byId.set(id, part);
  }

  private partOf(): Part {
    const price = PRICES[this.name] ?? (this.name.startsWith('fe') ? FILTER_PRICE : 1);
    const part: Part = { price, children: [], references: [] };
    for (const [name, value] of this.attributes) {
      part.price += value.startsWith('data:') ? 0 : value.length / LETTERS;
      if (name === 'href') this.refer(value, part);
      else for (const [, id = ''] of value.matchAll(REFERENCE)) part.references.push(id);
    }
    return part;
  }

  /** What a `use` draws again, or a picture inside the drawing; nothing else that a drawing refers to is read. */
  private refer(href: string, part: Part): void {
    if (href.startsWith('#')) part.references.push(href.slice(1));
    else if (/^data:/i.test(href)) {
      const picture = pictureBytes(href);
      if (!picture || !isWithinPixels(picture)) this.refused = true;
      part.price += PRICES.pattern ?? 1;
    }
  }

  onselfclosingtag(): void {
    this.onopentagend();
    this.open.pop();
  }

  onclosetag(start: number, end: number): void {
    if (this.open.at(-1)?.name === localName(this.source.slice(start, end))) this.open.pop();
  }

  ontext(start: number, end: number): void {
    const part = this.open.at(-1);
    if (!part) return;
    part.part.price += (end - start) / LETTERS;
    if (part.name === 'style') {
      for (const [, id = ''] of this.source.slice(start, end).matchAll(REFERENCE)) this.styled.push(id);
    }
  }

  oncdata(start: number, end: number): void {
    this.ontext(start, end);
  }

  ontextentity(): void {}
  oncomment(): void {}
  ondeclaration(): void {}
  onprocessinginstruction(): void {}
  onend(): void {}

  /**
   * Elements that are drawn, each as often as it is. A style may name a pattern for every element. What refers to
   * itself is drawn by nobody and counts once.
   */
  cost(): number {
    const known = new Map<Part, number>();
    const styled = this.styled.reduce((sum, id) => sum + this.costOf(this.byId.get(id), known), 0);
    return this.costOf(this.root, known) + styled * this.elements;
  }

  private costOf(part: Part | undefined, known: Map<Part, number>): number {
    if (!part) return 0;
    const before = known.get(part);
    if (before !== undefined) return before;
    known.set(part, 0);
    let cost = part.price;
    for (const child of part.children) cost += this.costOf(child, known);
    for (const id of part.references) cost += this.costOf(this.byId.get(id), known);
    const whole = Math.min(cost, Number.MAX_SAFE_INTEGER);
    known.set(part, whole);
    return whole;
  }
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1).toLowerCase();
}
