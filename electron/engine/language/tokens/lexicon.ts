import baseNorms from '../../data/base-norms.json';
import reservedSymbols from '../../data/reserved-symbols.json';
import type { NumericKernel } from '../numeric-kernel';
import { isWhiteSpace, prefixOf, suffixOf, wordShape } from './characters';

/** What depends on a token's text (and on the norm an exception gives it) alone. */
export interface Lexeme {
  /** Unique while the program runs; a forgotten lexeme's number is never used again. */
  id: number;
  text: string;
  lower: string;
  /** All of it is white space. */
  isSpace: boolean;
  /** Four rows each of the tables for NORM, PREFIX, SUFFIX and SHAPE. */
  rows: number[];
}

/** Rows of the embedding tables NORM, PREFIX, SUFFIX, SHAPE, and the first table's seed (config of the model). */
export const LEXEME_TABLES = [5000, 1000, 2500, 2500] as const;
const FIRST_SEED = 8;

/** Longer texts are not kept: they are hardly met twice. */
const LONGEST_KEPT = 64;
const MOST_KEPT = 60_000;

const symbols = new Map<string, number>(Object.entries(reservedSymbols.symbols));
const punctuationNorms = new Map<string, string>(Object.entries(baseNorms.norms));

/** Makes and keeps lexemes. */
export class Lexicon {
  private readonly kept = new Map<string, Lexeme>();
  private readonly norms: Map<string, string>;
  private readonly encoder = new TextEncoder();
  private nextId = 0;
  private text: number;
  private textSize = 4096;
  private readonly key: number;
  private readonly out: number;

  /** @param norms by string id, 16 hexadecimal digits */
  constructor(
    norms: Record<string, string>,
    private readonly kernel: NumericKernel,
  ) {
    this.norms = new Map(Object.entries(norms));
    this.text = kernel.allocate(this.textSize);
    this.key = kernel.allocate(8);
    this.out = kernel.allocate(16);
  }

  /** @param norm given by a tokenizer exception */
  get(text: string, norm?: string): Lexeme {
    const key = norm === undefined ? text : `${text}\u0000${norm}`;
    const known = this.kept.get(key);
    if (known) return known;
    const lexeme = this.create(text, norm);
    if (text.length <= LONGEST_KEPT) this.kept.set(key, lexeme);
    return lexeme;
  }

  /** Keeps memory bounded over many texts. Call between texts only. */
  forgetWhenFull(): void {
    if (this.kept.size > MOST_KEPT) this.kept.clear();
  }

  /** Table rows of a key that is a small number itself (SPACY, IS_SPACE). */
  rowsOfNumber(key: number, seed: number, rows: number): number[] {
    this.kernel.words.set([key, 0], this.key / 4);
    return this.rowsOfKey(seed, rows);
  }

  private create(text: string, exceptionNorm: string | undefined): Lexeme {
    const lower = text.toLowerCase();
    const norm = exceptionNorm ?? this.norms.get(this.idOf(text)) ?? punctuationNorms.get(text) ?? lower;
    const values = [norm, prefixOf(text), suffixOf(text), wordShape(text)];
    const rows = values.flatMap((value, i) => {
      this.idOf(value);
      return this.rowsOfKey(FIRST_SEED + i, LEXEME_TABLES[i]!);
    });
    this.nextId += 1;
    return { id: this.nextId, text, lower, isSpace: isWhiteSpace(text.charCodeAt(0)), rows };
  }

  private rowsOfKey(seed: number, rows: number): number[] {
    this.kernel.call.keyRows(this.key, seed, rows, this.out);
    return Array.from(this.kernel.words.subarray(this.out / 4, this.out / 4 + 4));
  }

  /** Leaves the string id at `key`; returns it in hexadecimal. */
  private idOf(text: string): string {
    const symbol = symbols.get(text);
    if (symbol !== undefined) this.kernel.words.set([symbol, 0], this.key / 4);
    else this.kernel.call.stringId(this.text, this.encode(text), this.key);
    const words = this.kernel.words;
    const [low, high] = [words[this.key / 4]!, words[this.key / 4 + 1]!];
    return high.toString(16).padStart(8, '0') + low.toString(16).padStart(8, '0');
  }

  /** UTF-8 into the kernel's memory (lone surrogates become U+FFFD); returns the length in bytes. */
  private encode(text: string): number {
    if (text.length * 3 > this.textSize) {
      this.textSize = text.length * 6;
      this.text = this.kernel.allocate(this.textSize);
    }
    const target = this.kernel.bytes.subarray(this.text, this.text + this.textSize);
    return this.encoder.encodeInto(text, target).written;
  }
}
