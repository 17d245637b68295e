import { labelToName, TextDecoder } from '../encoding/encoding-library';
import { fontsOf, stylesOf } from './tables';
import { type RtfToken, rtfTokens } from './tokens';
import { LABELS, PROPERTIES, RUNS, SIGNS, SKIPPED, SYMBOLS } from './words';
import { PLAIN_RUN, RtfWriter, type RunStyle } from './writer';

/** What a document of rich text tells: its markup, its notes' markup within, and its properties by name. */
export interface RichText {
  markup: string;
  properties: Map<string, string>;
  pictures: { mediaType: string; hex: string }[];
}

const DEEPEST = 1_000;

/** What a group inherits from the one around it. */
interface State {
  run: RunStyle;
  destination: string | null;
  style: number | null;
  outline: number | null;
  inTable: boolean;
  unicodeSkip: number;
  codePage: number;
}

export class RichTextReader {
  private readonly writer = new RtfWriter();
  private readonly properties = new Map<string, string>();
  private readonly pictures: RichText['pictures'] = [];
  private readonly stack: State[] = [];
  private state: State = {
    run: PLAIN_RUN,
    destination: null,
    style: null,
    outline: null,
    inTable: false,
    unicodeSkip: 1,
    codePage: 1252,
  };
  private readonly styles: Map<number, string>;
  private readonly fonts: Map<number, number>;
  private bytes: number[] = [];
  private skip = 0;
  private instruction = '';
  private marker = '';
  private hex = '';
  private pictureType: string | null = null;
  private property = '';
  private ignorable = false;

  constructor(private readonly source: string) {
    this.styles = stylesOf(source);
    this.fonts = fontsOf(source);
  }

  read(): RichText {
    for (const token of rtfTokens(this.source)) this.take(token);
    this.flush();
    return {
      markup: this.writer.finish(this.paragraphTag()),
      properties: this.properties,
      pictures: this.pictures,
    };
  }

  private take(token: RtfToken): void {
    if (token.kind !== 'byte') this.flush();
    switch (token.kind) {
      case 'open':
        if (this.stack.length < DEEPEST) this.stack.push({ ...this.state });
        return;
      case 'close':
        this.close();
        return;
      case 'word':
        this.word(token.name, token.value);
        return;
      case 'symbol':
        if (token.sign === '*') this.ignorable = true;
        else if (token.sign === '\n' || token.sign === '\r') this.word('par', null);
        else this.text(SYMBOLS[token.sign] ?? '');
        return;
      case 'byte':
        if (this.skip > 0) this.skip--;
        else this.bytes.push(token.value);
        return;
      default:
        this.plain(token.text);
    }
  }

  private close(): void {
    const ended = this.state.destination;
    const before = this.stack.pop();
    if (!before) return;
    this.state = before;
    if (ended === before.destination) return;
    if (ended === 'pict') this.endPicture();
    if (ended === 'listtext') this.writer.setMarker(this.marker);
    if (ended !== null && PROPERTIES.has(ended)) this.properties.set(ended, this.property.trim());
    if (ended === 'footnote') this.writer.raw(']</small>');
  }

  private endPicture(): void {
    if (this.pictureType !== null && this.hex.length > 0) {
      this.writer.raw(`<img src="picture:${this.pictures.length}" alt="">`);
      this.pictures.push({ mediaType: this.pictureType, hex: this.hex });
    }
    this.pictureType = null;
    this.hex = '';
  }

  /** Text of the source: the first characters behind a Unicode character are its stand-in. */
  private plain(text: string): void {
    const left = text.slice(this.skip);
    this.skip = Math.max(0, this.skip - text.length);
    const ascii = /^[\0-\u007f]*$/.test(left);
    this.text(ascii ? left : this.decoded([...left].map((sign) => sign.charCodeAt(0))));
  }

  private flush(): void {
    if (this.bytes.length === 0) return;
    const bytes = this.bytes;
    this.bytes = [];
    this.text(this.decoded(bytes));
  }

  private decoded(bytes: readonly number[]): string {
    const label = LABELS[this.state.codePage] ?? `windows-${this.state.codePage}`;
    return new TextDecoder(labelToName(label) ?? 'windows-1252').decode(Uint8Array.from(bytes));
  }

  private text(text: string): void {
    switch (this.state.destination) {
      case null:
      case 'fldrslt':
      case 'footnote':
        this.writer.text(text, this.state.run);
        return;
      case 'fldinst':
        this.instruction += text;
        return;
      case 'listtext':
        this.marker += text;
        return;
      case 'pict':
        this.hex += text.replace(/[^\da-f]/gi, '');
        return;
      default:
        if (PROPERTIES.has(this.state.destination)) this.property += text;
    }
  }

  private word(name: string, value: number | null): void {
    const ignorable = this.ignorable;
    this.ignorable = false;
    if (this.destinationWord(name)) return;
    if (ignorable && this.state.destination === null && name !== 'shppict') {
      this.state.destination = 'skipped';
      return;
    }
    if (this.state.destination === 'pict') {
      if (name === 'pngblip') this.pictureType = 'image/png';
      if (name === 'jpegblip') this.pictureType = 'image/jpeg';
      return;
    }
    if (PROPERTIES.has(this.state.destination ?? '')) this.dateWord(name, value);
    this.textWord(name, value);
  }

  /** True when the word opens a destination: where the group's text goes. */
  private destinationWord(name: string): boolean {
    const { state } = this;
    if (state.destination === 'skipped') return true;
    if (SKIPPED.has(name)) state.destination = 'skipped';
    else if (name === 'listtext' || name === 'pntext') {
      state.destination = 'listtext';
      this.marker = '';
    } else if (name === 'fldinst') {
      state.destination = name;
      this.instruction = '';
    } else if (name === 'fldrslt') {
      const href = /HYPERLINK\s{1,9}(?:\\l\s{1,9})?"([^"]{1,2000})"/.exec(this.instruction)?.[1] ?? null;
      state.destination = null;
      state.run = { ...state.run, href };
    } else if (name === 'pict' || name === 'footnote') {
      state.destination = name;
      if (name === 'footnote') this.writer.raw(' <small>[');
    } else if (name === 'info') state.destination = 'info';
    else if (state.destination === 'info' && PROPERTIES.has(name)) {
      state.destination = name;
      this.property = '';
    } else return false;
    return true;
  }

  /** Days of the properties are written in words of control: `\yr2024\mo3\dy5`. */
  private dateWord(name: string, value: number | null): void {
    if (!/^(?:yr|mo|dy)$/.test(name) || value === null) return;
    this.property += `${this.property === '' ? '' : '-'}${String(value).padStart(2, '0')}`;
  }

  private textWord(name: string, value: number | null): void {
    const { state } = this;
    const on = value !== 0;
    if (name in RUNS) state.run = { ...state.run, ...RUNS[name]?.(on) };
    else if (name === 'ansicpg') state.codePage = value ?? 1252;
    else if (name === 'mac') state.codePage = 10_000;
    else if (name === 'f') state.codePage = this.fonts.get(value ?? 0) ?? state.codePage;
    else if (name === 'uc') state.unicodeSkip = value ?? 1;
    else if (name === 'u') this.unicode(value ?? 0);
    else if (name === 's') state.style = value;
    else if (name === 'outlinelevel') state.outline = value;
    else if (name === 'intbl') state.inTable = true;
    else if (name === 'pard') Object.assign(state, { style: null, outline: null, inTable: false });
    else if (name in SIGNS) this.text(SIGNS[name] ?? '');
    else this.structureWord(name);
  }

  private unicode(value: number): void {
    this.text(String.fromCharCode(value < 0 ? value + 0x10000 : value));
    this.skip = this.state.unicodeSkip;
  }

  private structureWord(name: string): void {
    if (this.state.destination !== null) {
      if (name === 'par') this.text(' ');
    } else if (name === 'par' || name === 'sect' || name === 'page')
      this.writer.endParagraph(this.paragraphTag(), this.state.inTable);
    else if (name === 'line') this.writer.raw('<br>');
    else if (name === 'cell' || name === 'nestcell') this.writer.endCell();
    else if (name === 'row' || name === 'nestrow') this.writer.endRow();
  }

  private paragraphTag(): string {
    const { outline, style } = this.state;
    const name = style === null ? '' : (this.styles.get(style) ?? '');
    const level = /^heading ([1-6])$/i.exec(name)?.[1];
    if (level) return `h${level}`;
    if (/^title$/i.test(name)) return 'h1';
    if (outline !== null && outline < 6) return `h${outline + 1}`;
    if (/^(?:quote|quotations|block text)$/i.test(name)) return 'blockquote';
    return /preformatted|source code|verbatim/i.test(name) ? 'pre' : 'p';
  }
}
