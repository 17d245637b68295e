import type { TokenizerTables } from '../model-file';
import { Affixes } from './affixes';
import { isWhiteSpace } from './characters';
import type { Lexeme, Lexicon } from './lexicon';
import { SpecialPhrases } from './special-phrases';
import type { TokenList } from './token-list';

const SPACE = 0x20;
const LONGEST_CACHED = 64;
const MOST_CACHED = 30_000;

/**
 * spaCy's tokenizer: runs without white space are looked up among the exceptions, else stripped of prefixes and
 * suffixes in turn, the rest is split at infixes unless it is a URL; exceptions that this tears apart are put
 * together again at the end.
 */
export class Tokenizer {
  private readonly affixes: Affixes;
  private readonly exceptions: Map<string, [string, string?][]>;
  private readonly longestException: number;
  private readonly cache = new Map<string, Lexeme[]>();
  private readonly phrases: SpecialPhrases;

  constructor(
    tables: TokenizerTables,
    private readonly lexicon: Lexicon,
  ) {
    this.affixes = new Affixes(tables);
    this.exceptions = new Map(Object.entries(tables.exceptions));
    this.longestException = Math.max(...[...this.exceptions.keys()].map((text) => text.length));
    this.phrases = new SpecialPhrases(this.tornExceptions());
  }

  tokenize(text: string): TokenList {
    if (this.cache.size > MOST_CACHED) this.cache.clear();
    const list: TokenList = { lexemes: [], starts: [], spaces: [] };
    let start = 0;
    let inSpace = text !== '' && isWhiteSpace(text.charCodeAt(0));
    for (let i = 0; i < text.length; i += 1) {
      const code = text.charCodeAt(i);
      if (isWhiteSpace(code) === inSpace) continue;
      if (start < i) this.addRun(text.slice(start, i), start, list);
      start = i;
      if (!inSpace && code === SPACE) {
        list.spaces[list.spaces.length - 1] = true;
        start = i + 1;
      }
      inSpace = !inSpace;
    }
    if (start < text.length) this.addRun(text.slice(start), start, list);
    this.phrases.apply(text, list, (exception) => this.exceptionPieces(exception));
    return list;
  }

  private addRun(run: string, start: number, list: TokenList): void {
    let at = start;
    for (const lexeme of this.splitRun(run)) {
      list.lexemes.push(lexeme);
      list.starts.push(at);
      list.spaces.push(false);
      at += lexeme.text.length;
    }
  }

  private splitRun(run: string): Lexeme[] {
    const known = this.cache.get(run);
    if (known) return known;
    const lexemes = this.exceptionPieces(run) ?? this.split(run, true);
    if (run.length <= LONGEST_CACHED) this.cache.set(run, lexemes);
    return lexemes;
  }

  private exceptionPieces(text: string): Lexeme[] | null {
    const pieces = this.isException(text) ? this.exceptions.get(text) : undefined;
    return pieces?.map(([piece, norm]) => this.lexicon.get(piece, norm)) ?? null;
  }

  /** Never hashes a long text: that would make stripping quadratic. */
  private isException(text: string): boolean {
    return text.length <= this.longestException && this.exceptions.has(text);
  }

  private split(run: string, withExceptions: boolean): Lexeme[] {
    const { prefixes, rest, suffixes } = this.stripAffixes(run, withExceptions);
    const get = (text: string): Lexeme => this.lexicon.get(text);
    const middle =
      rest === '' ? [] : (withExceptions && this.exceptionPieces(rest)) || this.splitMiddle(rest);
    return [...prefixes.map(get), ...middle, ...suffixes.reverse().map(get)];
  }

  private stripAffixes(run: string, withExceptions: boolean) {
    const prefixes: string[] = [];
    const suffixes: string[] = [];
    const isException = (text: string): boolean => withExceptions && this.isException(text);
    let rest = run;
    let lastLength = 0;
    while (rest !== '' && rest.length !== lastLength && !isException(rest)) {
      lastLength = rest.length;
      const prefix = this.affixes.prefixLength(rest);
      if (prefix > 0 && isException(rest.slice(prefix))) {
        prefixes.push(rest.slice(0, prefix));
        rest = rest.slice(prefix);
        break;
      }
      const suffix = this.affixes.suffixLength(rest.slice(prefix));
      if (suffix > 0 && isException(rest.slice(0, -suffix))) {
        suffixes.push(rest.slice(-suffix));
        rest = rest.slice(0, -suffix);
        break;
      }
      if (prefix > 0) prefixes.push(rest.slice(0, prefix));
      if (suffix > 0) suffixes.push(rest.slice(-suffix));
      rest = rest.slice(prefix, rest.length - suffix);
    }
    return { prefixes, rest, suffixes };
  }

  private splitMiddle(text: string): Lexeme[] {
    if (this.affixes.isUrl(text)) return [this.lexicon.get(text)];
    const lexemes: Lexeme[] = [];
    let start = 0;
    for (const [from, to] of this.affixes.infixes(text)) {
      if (from === 0) continue;
      if (from !== start) lexemes.push(this.lexicon.get(text.slice(start, from)));
      if (from !== to) lexemes.push(this.lexicon.get(text.slice(from, to)));
      start = to;
    }
    if (start < text.length) lexemes.push(this.lexicon.get(text.slice(start)));
    return lexemes;
  }

  /** Exceptions that hold a space or an affix, with the tokens they come apart into when not known as such. */
  private tornExceptions(): string[][] {
    const torn = [...this.exceptions.keys()].filter(
      (text) =>
        text.includes(' ') ||
        this.affixes.prefixLength(text) > 0 ||
        this.affixes.suffixLength(text) > 0 ||
        this.affixes.infixes(text).length > 0,
    );
    return torn.map((text) => this.split(text, false).map((lexeme) => lexeme.text));
  }
}
