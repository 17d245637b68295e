import type { TokenizerTables } from '../model-file';

/** Every alternative of the suffix pattern but the run of full stops looks back less far than this. */
const SUFFIX_REACH = 64;
const FULL_STOP = 0x2e;
const SCHEME = /^[\p{L}\p{N}_+\-.]{2,}:\/\//u;

/** The patterns that split a run of characters without white space. Time is linear in the length of the text. */
export class Affixes {
  private readonly prefix: RegExp;
  private readonly suffix: RegExp;
  private readonly infix: RegExp;
  private readonly urlHost: RegExp;

  constructor(tables: TokenizerTables) {
    this.prefix = new RegExp(tables.prefix, 'u');
    this.suffix = new RegExp(tables.suffix, 'u');
    this.infix = new RegExp(tables.infix, 'gu');
    this.urlHost = new RegExp(tables.urlHost, 'uy');
  }

  /** Length of the prefix, 0 when there is none. */
  prefixLength(text: string): number {
    return this.prefix.exec(text)?.[0].length ?? 0;
  }

  /** Length of the suffix (the leftmost match that reaches the end), 0 when there is none. */
  suffixLength(text: string): number {
    if (text.length <= SUFFIX_REACH) return this.suffix.exec(text)?.[0].length ?? 0;
    let stops = 0;
    while (stops < text.length && text.charCodeAt(text.length - 1 - stops) === FULL_STOP) stops += 1;
    if (stops >= 2) return stops;
    return this.suffix.exec(wholeCharacters(text.slice(-SUFFIX_REACH)))?.[0].length ?? 0;
  }

  /** Where infixes stand, as [start, end]. */
  infixes(text: string): [number, number][] {
    // Not `matchAll`: it makes a new pattern of this long one every time.
    const found: [number, number][] = [];
    this.infix.lastIndex = 0;
    for (let match = this.infix.exec(text); match; match = this.infix.exec(text)) {
      found.push([match.index, match.index + match[0].length]);
      if (match[0] === '') this.infix.lastIndex += 1;
    }
    return found;
  }

  /**
   * Whether all of the text is a URL by the model's rule: (scheme://)?(user@)?host(:port)?(/path)? The rule's own
   * pattern for the user takes quadratic time; as no white space occurs here, any text that ends in "@" is a user.
   */
  isUrl(text: string): boolean {
    if (!text.includes('.')) return false;
    const scheme = SCHEME.exec(text)?.[0].length ?? 0;
    if (this.isHostAt(text, 0) || (scheme > 0 && this.isHostAt(text, scheme))) return true;
    for (let at = text.indexOf('@', 1); at >= 0; at = text.indexOf('@', at + 1)) {
      if (this.isHostAt(text, at + 1)) return true;
    }
    return false;
  }

  private isHostAt(text: string, start: number): boolean {
    this.urlHost.lastIndex = start;
    return this.urlHost.test(text);
  }
}

/** Without the second half of a cut surrogate pair at the start. */
function wholeCharacters(text: string): string {
  const first = text.charCodeAt(0);
  return first >= 0xdc00 && first <= 0xdfff ? text.slice(1) : text;
}
