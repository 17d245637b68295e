import { Tokenizer } from 'htmlparser2';

/** An element of an XML document. Names are without their prefix and lower case, for programs differ in both. */
export interface XmlElement {
  name: string;
  attributes: Record<string, string>;
  children: XmlElement[];
  /** Text right inside it, in pieces before, between and behind its children: `texts[i]` stands before child `i`. */
  texts: string[];
}

/** Elements nested deeper hang on the deepest that is kept: nobody's document is nested so. */
const DEEPEST = 200;

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1).toLowerCase();
}

/** How far down a closing tag looks for what it closes; in a document that is well formed it is always the last. */
const LOOKED_THROUGH = 100;

/** Takes the tokens of a document and builds its tree; time grows with its length, however deep it nests. */
class XmlBuilder {
  readonly root: XmlElement = { name: '', attributes: {}, children: [], texts: [''] };
  /** Elements that are open and in the tree; what hangs too deep is not. */
  private readonly open: XmlElement[] = [this.root];
  /** Names of all that are open. */
  private readonly names: string[] = [];
  private name = '';
  private attributes: Record<string, string> = {};
  private value = '';

  constructor(private readonly source: string) {}

  onopentagname(start: number, end: number): void {
    this.name = this.source.slice(start, end);
    this.attributes = {};
  }

  private attribute = '';

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
    this.attributes[this.attribute] = this.value;
  }

  onopentagend(): void {
    this.names.push(this.name);
    if (this.names.length > DEEPEST) return;
    const child = { name: localName(this.name), attributes: this.attributes, children: [], texts: [''] };
    const parent = this.open.at(-1) as XmlElement;
    parent.children.push(child);
    parent.texts.push('');
    this.open.push(child);
  }

  onselfclosingtag(): void {
    this.onopentagend();
    this.close();
  }

  onclosetag(start: number, end: number): void {
    const name = this.source.slice(start, end);
    const last = this.names.length - 1;
    for (let at = last; at >= 0 && at > last - LOOKED_THROUGH; at--) {
      if (this.names[at] !== name) continue;
      while (this.names.length > at) this.close();
      return;
    }
  }

  private close(): void {
    if (this.names.length <= DEEPEST) this.open.pop();
    this.names.pop();
  }

  ontext(start: number, end: number): void {
    this.addText(this.source.slice(start, end));
  }

  ontextentity(codePoint: number): void {
    this.addText(String.fromCodePoint(codePoint));
  }

  oncdata(start: number, end: number, endOffset: number): void {
    this.addText(this.source.slice(start, end - endOffset));
  }

  private addText(text: string): void {
    const { texts } = this.open.at(-1) as XmlElement;
    texts[texts.length - 1] += text;
  }

  oncomment(): void {}
  ondeclaration(): void {}
  onprocessinginstruction(): void {}
  onend(): void {}
}

/**
 * Parses XML leniently into a tree below one nameless root. Entities that a document declares itself are not
 * expanded, and nothing it refers to is read.
 */
export function parseXml(source: string): XmlElement {
  const builder = new XmlBuilder(source);
  const tokenizer = new Tokenizer({ xmlMode: true, decodeEntities: true }, builder);
  tokenizer.write(source);
  tokenizer.end();
  return builder.root;
}

/** All elements of a name below an element, in document order. */
export function descendants(root: XmlElement, name: string): XmlElement[] {
  const found: XmlElement[] = [];
  const visit = (parent: XmlElement) => {
    for (const child of parent.children) {
      if (child.name === name) found.push(child);
      visit(child);
    }
  };
  visit(root);
  return found;
}

/** Of the elements of a name below an element, those that stand in no other of that name, in document order. */
export function outermost(root: XmlElement, name: string): XmlElement[] {
  const found: XmlElement[] = [];
  const visit = (parent: XmlElement) => {
    for (const child of parent.children) {
      if (child.name === name) found.push(child);
      else visit(child);
    }
  };
  visit(root);
  return found;
}

export function childNamed(parent: XmlElement | undefined, name: string): XmlElement | undefined {
  return parent?.children.find((child) => child.name === name);
}

/** All text inside an element, white space collapsed. */
export function textOf(root: XmlElement | undefined): string {
  const pieces: string[] = [];
  const visit = (parent: XmlElement) => {
    parent.texts.forEach((text, i) => {
      pieces.push(text);
      const child = parent.children[i];
      if (child) visit(child);
    });
  };
  if (root) visit(root);
  return pieces.join('').replace(/\s+/g, ' ').trim();
}
