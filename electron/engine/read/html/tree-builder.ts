import { decodeHTML, decodeHTMLAttribute } from 'entities';
import type { QuoteType } from 'htmlparser2';
import { SKIPPED, STRUCTURE_BITS, VOID } from './elements';
import { OpenElements } from './open-elements';
import { type HtmlDocument, HtmlElement, HtmlText } from './page-tree';

/** Elements nested deeper hang on the last that is kept, as in browsers. */
const DEEPEST = 512;

/** The attributes that something asks for; all others are passed over, however many there are. */
const ATTRIBUTES: ReadonlyMap<string, string> = new Map(
  (
    'alt checked class cite colspan content data-component data-hi-res-src data-lazy-src data-original data-src ' +
    'data-srcset data-testid data-url datetime dir headers height hidden href http-equiv id itemprop itemtype lang ' +
    'name open property pubdate rel role rowspan shadowroot shadowrootmode src srcset start style type value width xml:lang'
  )
    .split(' ')
    .map((name) => [name, name]),
);

/** Elements that stand for the whole page: what they hold is the page's. */
const PAGE = new Set(['html', 'head', 'body']);
const OF_HEAD = new Set(['meta', 'link', 'base']);
/** Elements that end a drawing or formula that nobody closed (HTML Standard, 13.2.6.5). */
const ENDS_FOREIGN = new Set('div p ul ol li table h1 h2 h3 h4 h5 h6 blockquote article section'.split(' '));

const HIDDEN_STYLE = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i;
const JSON_LD = /^\s*application\/ld\+json/i;

type Attributes = Map<string, string>;
const NO_ATTRIBUTES: ReadonlyMap<string, string> = new Map();

function isHidden(attributes: Attributes): boolean {
  const hidden = attributes.get('hidden');
  if (hidden !== undefined) return hidden !== 'until-found';
  const style = attributes.get('style');
  return style !== undefined && HIDDEN_STYLE.test(style);
}

/** True for a dialog that is open, and for a template that a browser shows as its parent's inside. */
function showsItself(name: string, attributes: ReadonlyMap<string, string> | null): boolean {
  if (name === 'dialog') return attributes?.has('open') ?? false;
  return (
    name === 'template' && ((attributes?.has('shadowrootmode') || attributes?.has('shadowroot')) ?? false)
  );
}

/** Takes the tokens of a page, in one pass, and builds its tree. */
export class TreeBuilder {
  private readonly body = new HtmlElement('body', null, null, 0, false);
  private readonly open = new OpenElements(this.body);
  private readonly elements: HtmlElement[] = [this.body];
  private readonly document: HtmlDocument;
  private name = '';
  private attributes: Attributes | null = null;
  private attribute: string | undefined;
  private value = '';
  private texts: 'title' | 'json-ld' | null = null;

  private readonly xml: boolean;
  private readonly scripts: boolean;

  /** `xml`: empty elements may be written `<a/>`, as in XHTML. `scripts`: a browser that runs them hides `noscript`. */
  constructor(
    private readonly source: string,
    { xml, scripts }: { xml: boolean; scripts: boolean },
  ) {
    this.xml = xml;
    this.scripts = scripts;
    this.document = { body: this.body, root: NO_ATTRIBUTES, title: '', head: [], jsonLd: [] };
  }

  /** The page, once all tokens were taken. */
  finish(): HtmlDocument {
    for (let at = this.elements.length - 1; at > 0; at--) {
      const { parent, textLength, structure, name } = this.elements[at]!;
      parent!.textLength += textLength;
      parent!.structure |= structure | (STRUCTURE_BITS.get(name) ?? 0);
    }
    return this.document;
  }

  onopentagname(start: number, end: number): void {
    this.name = this.source.slice(start, end).toLowerCase();
    this.attributes = null;
  }

  onattribname(start: number, end: number): void {
    const name = this.source.slice(start, end);
    this.attribute = ATTRIBUTES.get(name) ?? ATTRIBUTES.get(name.toLowerCase());
    this.value = '';
  }

  onattribdata(start: number, end: number): void {
    if (this.attribute !== undefined) this.value += this.source.slice(start, end);
  }

  onattribend(_quote: QuoteType, _end: number): void {
    if (this.attribute === undefined) return;
    this.attributes ??= new Map();
    const value = this.value.includes('&') ? decodeHTMLAttribute(this.value) : this.value;
    if (!this.attributes.has(this.attribute)) this.attributes.set(this.attribute, value);
    this.attribute = undefined;
  }

  onopentagend(_end: number): void {
    this.start(false);
  }

  onselfclosingtag(_end: number): void {
    this.start(true);
  }

  private start(selfClosing: boolean): void {
    const { name, attributes, open } = this;
    this.texts = null;
    if (PAGE.has(name)) {
      this.startPage(name, attributes);
      return;
    }
    if (name === 'title' && open.skipping === 0 && this.document.title === '') this.texts = 'title';
    if (name === 'script' && JSON_LD.test(attributes?.get('type') ?? '')) {
      this.texts = 'json-ld';
      this.document.jsonLd.push('');
    }
    if (OF_HEAD.has(name)) {
      if (attributes && open.skipping === 0) this.document.head.push({ name, attributes });
      return;
    }
    if (open.skipping > 0 && ENDS_FOREIGN.has(name)) open.endForeign();
    if (open.skipping === 0) open.endBefore(name);
    const skipped =
      SKIPPED.has(name) && !showsItself(name, attributes) && (this.scripts || name !== 'noscript');
    const node = skipped || open.skipping > 0 || open.depth > DEEPEST ? null : this.add(name, attributes);
    if (VOID.has(name) || (selfClosing && (this.xml || open.isForeign(name)))) return;
    open.push({ name, node: node ?? open.node, skipped });
  }

  private startPage(name: string, attributes: Attributes | null): void {
    if (!attributes) return;
    if (name === 'html' && this.document.root.size === 0) this.document.root = attributes;
    if (name === 'body' && !this.document.root.has('dir') && attributes.has('dir'))
      this.document.root = new Map([...this.document.root, ['dir', attributes.get('dir')!]]);
  }

  private add(name: string, attributes: Attributes | null): HtmlElement {
    const parent = this.open.node;
    const hidden = attributes !== null && isHidden(attributes);
    const element = new HtmlElement(name, attributes, parent, this.elements.length, hidden);
    parent.append(element);
    this.elements.push(element);
    return element;
  }

  onclosetag(start: number, end: number): void {
    const name = this.source.slice(start, end).toLowerCase();
    this.texts = null;
    if (PAGE.has(name)) return;
    if (name === 'br') this.add('br', null);
    else this.open.end(name);
  }

  ontext(start: number, end: number): void {
    const raw = this.source.slice(start, end);
    if (this.texts === 'title') this.document.title += raw.includes('&') ? decodeHTML(raw) : raw;
    else if (this.texts === 'json-ld') this.document.jsonLd[this.document.jsonLd.length - 1] += raw;
    else if (this.open.skipping === 0) this.addText(raw.includes('&') ? decodeHTML(raw) : raw);
  }

  private addText(text: string): void {
    const parent = this.open.node;
    const last = parent.lastChild;
    if (last && !last.isElement) last.text += text;
    else parent.append(new HtmlText(text, parent));
    parent.textLength += text.trim().length;
  }

  oncdata(start: number, end: number, endOffset: number): void {
    if (this.xml && this.open.skipping === 0) this.addText(this.source.slice(start, end - endOffset));
  }

  // Character references are resolved with their text; the rest of a page says nothing that is shown.
  ontextentity(): void {}
  onattribentity(): void {}
  oncomment(): void {}
  ondeclaration(): void {}
  onprocessinginstruction(): void {}
  onend(): void {}
}
