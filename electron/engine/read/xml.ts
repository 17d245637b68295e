import { Parser } from 'htmlparser2';

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

function element(name: string, attributes: Record<string, string>): XmlElement {
  const local: Record<string, string> = {};
  for (const [key, value] of Object.entries(attributes)) local[localName(key)] = value;
  return { name: localName(name), attributes: local, children: [], texts: [''] };
}

/**
 * Parses XML leniently into a tree below one nameless root. Entities that a document declares itself are not
 * expanded, and nothing it refers to is read.
 */
export function parseXml(source: string): XmlElement {
  const root = element('', {});
  const open = [root];
  let depth = 0;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        depth++;
        if (depth > DEEPEST) return;
        const child = element(name, attributes);
        const parent = open.at(-1) as XmlElement;
        parent.children.push(child);
        parent.texts.push('');
        open.push(child);
      },
      ontext(text) {
        const { texts } = open.at(-1) as XmlElement;
        texts[texts.length - 1] += text;
      },
      onclosetag() {
        if (depth <= DEEPEST && open.length > 1) open.pop();
        depth--;
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(source);
  return root;
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
