import { decodeHTML } from 'entities';
import { LIMITS, tooLarge } from './limits';

/**
 * Elements nested deeper hang on the last that is kept, as in browsers, which stop at 512. Half of that is ten times
 * what pages need, and locating the article takes time that grows with the square of the depth.
 */
const DEEPEST = 256;
/** Attributes of one element; the parser's tree looks each new one up among all before. */
const MOST_ATTRIBUTES = 256;
/** From so many character references on they are resolved before parsing, which makes a node of each. */
const MANY_REFERENCES = 20_000;

const VOID = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '));
const RAW = new Set('script style textarea title xmp iframe noembed noframes'.split(' '));

/** Elements whose end tag may be left out, with those that end them by beginning (HTML Standard, 13.1.2.4). */
const BLOCKS =
  'address article aside blockquote details div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr main menu nav ol p pre section table ul';
const ENDED_BY = new Map<string, ReadonlySet<string>>(
  Object.entries({
    p: BLOCKS,
    li: 'li',
    dt: 'dt dd',
    dd: 'dt dd',
    tr: 'tr tbody thead tfoot',
    td: 'td th tr tbody tfoot',
    th: 'td th tr tbody tfoot',
    option: 'option optgroup',
    rt: 'rt rp',
    rp: 'rt rp',
  }).map(([name, enders]) => [name, new Set(enders.split(' '))]),
);

/** The end of a tag that opens at `at`, and where its attributes beyond the bound begin (its end when none do). */
function scanTag(source: string, at: number): { end: number; cut: number } {
  let attributes = 0;
  let cut = -1;
  for (let i = at + 1; i < source.length; i++) {
    const code = source.charCodeAt(i);
    if (code === 0x3e) return { end: i, cut: cut < 0 ? i : cut };
    const before = source.charCodeAt(i - 1);
    if (before <= 0x20 && code > 0x20 && ++attributes > MOST_ATTRIBUTES && cut < 0) cut = i;
    if ((code === 0x22 || code === 0x27) && before === 0x3d) {
      const close = source.indexOf(code === 0x22 ? '"' : "'", i + 1);
      if (close < 0) break;
      i = close;
    }
  }
  return { end: source.length, cut: cut < 0 ? source.length : cut };
}

const NAME = /[a-z][^\s/>]{0,40}/iy;

function nameAt(source: string, at: number): string {
  NAME.lastIndex = at;
  return NAME.exec(source)?.[0].toLowerCase() ?? '';
}

/** How far up an end tag looks for its element; one further up is a stray. */
const REACH = 600;

/** Keeps the stack of open elements as a parser would, and says which tags must go. */
class Nesting {
  private readonly open: string[] = [];

  /** True when the start tag is kept. */
  enter(name: string): boolean {
    while (ENDED_BY.get(this.open.at(-1) ?? '')?.has(name)) this.open.pop();
    if (VOID.has(name)) return true;
    this.open.push(name);
    return this.open.length <= DEEPEST;
  }

  /** True when the end tag is kept: that of an element left out goes with it. */
  leave(name: string): boolean {
    for (let at = this.open.length - 1; at >= Math.max(0, this.open.length - REACH); at--) {
      if (this.open[at] !== name) continue;
      this.open.length = at;
      return at < DEEPEST;
    }
    return this.open.length <= DEEPEST;
  }
}

/** Behind the content of an element that holds no markup. */
function afterRaw(source: string, name: string, from: number): number {
  const end = new RegExp(`</${name}`, 'gi');
  end.lastIndex = from;
  return end.exec(source)?.index ?? source.length;
}

/** Pieces of the source, `[start, end)`, that break the bounds. */
function cuts(source: string): [number, number][] {
  const found: [number, number][] = [];
  const nesting = new Nesting();
  for (let at = source.indexOf('<'); at >= 0; at = source.indexOf('<', at)) {
    if (source.startsWith('<!--', at)) {
      const end = source.indexOf('-->', at + 2);
      if (end < 0) break;
      at = end + 3;
      continue;
    }
    const closing = source[at + 1] === '/';
    const name = nameAt(source, at + (closing ? 2 : 1));
    if (name === '') {
      at++;
      continue;
    }
    const { end, cut } = scanTag(source, at);
    const kept = closing ? nesting.leave(name) : nesting.enter(name);
    if (!kept) found.push([at, Math.min(end + 1, source.length)]);
    else if (cut < end) found.push([cut, end]);
    at = kept && !closing && RAW.has(name) ? afterRaw(source, name, end) : end + 1;
  }
  return found;
}

const REFERENCE = /&(?:#x?[0-9a-f]{1,8}|[a-z][a-z0-9]{1,30});/gi;
const MARKUP = /[<>&"']/;

/** Resolves references to letters, of which pages in other scripts may consist; throws when too many are left. */
function boundReferences(source: string): string {
  if (countOf(source, '&') <= MANY_REFERENCES) return source;
  const resolved = source.replace(REFERENCE, (reference) => {
    const text = decodeHTML(reference);
    return MARKUP.test(text) ? reference : text;
  });
  const left = countOf(resolved, '&');
  if (left > LIMITS.references) throw tooLarge(`holds ${left.toLocaleString('en')} character references`);
  return resolved;
}

function countOf(source: string, character: string): number {
  let count = 0;
  for (let at = source.indexOf(character); at >= 0; at = source.indexOf(character, at + 1)) count++;
  return count;
}

/**
 * The page with its markup inside bounds that no page made for reading reaches: tags of elements nested too deep
 * are left out, their text stays; attributes beyond the bound are left out. Time grows with the length only.
 * Throws `EngineError` `file-too-large`.
 */
export function boundMarkup(source: string): string {
  const text = boundReferences(source);
  const ranges = cuts(text);
  if (ranges.length === 0) return text;
  const pieces: string[] = [];
  let from = 0;
  for (const [start, end] of ranges) {
    pieces.push(text.slice(from, start));
    from = end;
  }
  pieces.push(text.slice(from));
  return pieces.join('');
}
