import { decodeHTML } from 'entities';
import type { Token, Tokens } from 'marked';
import type { ArticleImage, Mark } from '../../../contract';
import { MarkedText } from '../marked-text';
import type { NoteReferenceToken } from './notes';

export interface InlineContext {
  resolveImage(source: string): string | null;
  /** Id of the block that holds a footnote, or null when the text has none of that label. */
  noteTarget(label: string): string | null;
}

const TAG_MARKS: Record<string, Exclude<Mark['kind'], 'link' | 'noteReference' | 'language'>> = {
  b: 'strong',
  strong: 'strong',
  i: 'emphasis',
  em: 'emphasis',
  cite: 'emphasis',
  s: 'strike',
  del: 'strike',
  sup: 'superscript',
  sub: 'subscript',
  code: 'code',
  kbd: 'code',
};

const TAG = /^<(\/?)([a-z][a-z0-9-]{0,20})/i;

/** Turns inline tokens into text with marks. Raw tags give marks or nothing, never markup. */
export class InlineReader {
  readonly out = new MarkedText();
  readonly images: ArticleImage[] = [];
  /** Titles of the pictures, which serve as captions. */
  readonly captions: string[] = [];
  private readonly openTags: {
    kind: Exclude<Mark['kind'], 'link' | 'noteReference' | 'language'>;
    start: number;
  }[] = [];

  constructor(private readonly context: InlineContext) {}

  read(tokens: readonly Token[] | undefined): void {
    for (const token of tokens ?? []) this.readToken(token as Tokens.Generic);
  }

  private readToken(token: Tokens.Generic): void {
    switch (token.type) {
      case 'strong':
        this.wrap('strong', token);
        break;
      case 'em':
        this.wrap('emphasis', token);
        break;
      case 'del':
        this.wrap('strike', token);
        break;
      case 'codespan':
        this.code(token.text as string);
        break;
      case 'br':
        this.out.lineBreak();
        break;
      case 'link':
        this.link(token as Tokens.Link);
        break;
      case 'image':
        this.image(token as Tokens.Image);
        break;
      case 'html':
        this.tag(token.raw);
        break;
      case 'noteReference':
        this.noteReference(token as unknown as NoteReferenceToken);
        break;
      case 'checkbox':
        break;
      default:
        this.plain(token);
        break;
    }
  }

  private plain(token: Tokens.Generic): void {
    if (token.tokens) {
      this.read(token.tokens);
      return;
    }
    const text = (token.text as string | undefined) ?? token.raw;
    this.out.append(token.type === 'escape' ? text : decodeHTML(text.replace(/\s*\n\s*/g, ' ')));
  }

  private wrap(kind: 'strong' | 'emphasis' | 'strike', token: Tokens.Generic): void {
    const start = this.out.length;
    this.read(token.tokens);
    this.out.mark({ kind }, start);
  }

  private code(text: string): void {
    const start = this.out.length;
    this.out.append(text);
    this.out.mark({ kind: 'code' }, start);
  }

  private link(token: Tokens.Link): void {
    const start = this.out.length;
    this.read(token.tokens);
    this.out.mark({ kind: 'link', href: decodeHTML(token.href) }, start);
  }

  private image(token: Tokens.Image): void {
    this.images.push(imageOf(token, this.context));
    if (token.title) this.captions.push(decodeHTML(token.title));
  }

  private tag(raw: string): void {
    const [, slash, name = ''] = TAG.exec(raw) ?? [];
    const lower = name.toLowerCase();
    if (lower === 'br') this.out.lineBreak();
    const kind = TAG_MARKS[lower];
    if (!kind) return;
    if (!slash) {
      if (this.openTags.length < 16) this.openTags.push({ kind, start: this.out.length });
      return;
    }
    const last = this.openTags.at(-1);
    if (last?.kind !== kind) return;
    this.openTags.pop();
    this.out.mark({ kind }, last.start);
  }

  private noteReference({ label }: NoteReferenceToken): void {
    const target = this.context.noteTarget(label);
    const start = this.out.length;
    if (target === null) {
      this.out.append(`[^${label}]`);
      return;
    }
    this.out.append(label);
    this.out.mark({ kind: 'superscript' }, start);
    this.out.mark({ kind: 'noteReference', target }, start);
  }
}

function imageOf(token: Tokens.Image, context: InlineContext): ArticleImage {
  const source = decodeHTML(token.href);
  return {
    id: context.resolveImage(source),
    alt: decodeHTML(token.text),
    source: source.startsWith('data:') ? source.slice(0, 64) : source,
  };
}
