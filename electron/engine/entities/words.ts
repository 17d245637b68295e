import type { Token } from '../language/document';
import type { ParsedBlock } from '../stages';
import { type Lexeme, LexemeStore } from './lexeme';

/** One token of the document that is not white space, with what the recogniser of names looks at. */
export interface Word {
  /** Index in the list of blocks. */
  block: number;
  /** Index in the block's `parsed.tokens`. */
  token: number;
  start: number;
  end: number;
  lexeme: Lexeme;
  tag: string;
  dep: string;
  /** Index of the head in the document's words; its own index for a root. */
  head: number;
  /** Label of the language model's name span over it ("PERSON"), or empty. */
  label: string;
  /** True for the first word of that span. */
  labelStarts: boolean;
  /** Running number of the sentence in the document. */
  sentence: number;
  sentenceStarts: boolean;
  /** White space stands before it. */
  spaceBefore: boolean;
  /** A line end stands before it. */
  lineStarts: boolean;
  /** It stands on a line whose letters are nearly all capitals, where case tells nothing. */
  shouted: boolean;
  /** It stands on a line in title case, where a capital tells little. */
  titled: boolean;
}

/** The words of an article in reading order, blocks one after another. */
export interface DocumentWords {
  words: Word[];
  /** For each block the index of its first word; one entry more than blocks. */
  blockStarts: number[];
  lexemes: LexemeStore;
}

/** Tokens of white space begin with it. */
function isSpace(text: string): boolean {
  const first = text.charCodeAt(0);
  return (first <= 32 || first >= 128) && text.trim() === '';
}

const LINE_END = /[\r\n]/;

/** Lays all blocks' tokens in one row, leaving out white-space tokens. */
export function documentWords(blocks: readonly ParsedBlock[]): DocumentWords {
  const lexemes = new LexemeStore();
  const words: Word[] = [];
  const blockStarts: number[] = [];
  let sentence = 0;
  for (const [index, block] of blocks.entries()) {
    blockStarts.push(words.length);
    sentence = addBlock(words, lexemes, block, index, sentence);
  }
  blockStarts.push(words.length);
  return { words, blockStarts, lexemes };
}

function addBlock(
  words: Word[],
  lexemes: LexemeStore,
  { parsed }: ParsedBlock,
  block: number,
  firstSentence: number,
): number {
  const first = words.length;
  const wordOfToken = new Int32Array(parsed.tokens.length).fill(-1);
  const { sentenceOf, starts } = sentenceIndex(parsed.sentences, parsed.tokens.length);
  let lineEnd = true;
  let previousEnd = -1;
  let opensSentence = true;
  for (const [index, token] of parsed.tokens.entries()) {
    if (starts[index]) opensSentence = true;
    if (isSpace(token.text)) {
      if (LINE_END.test(token.text)) lineEnd = true;
      continue;
    }
    wordOfToken[index] = words.length;
    words.push({
      block,
      token: index,
      start: token.start,
      end: token.end,
      lexeme: lexemes.get(token.text),
      tag: token.tag,
      dep: token.dep,
      head: -1,
      label: '',
      labelStarts: false,
      sentence: firstSentence + (sentenceOf[index] ?? 0),
      sentenceStarts: opensSentence,
      spaceBefore: previousEnd !== token.start,
      lineStarts: lineEnd,
      shouted: false,
      titled: false,
    });
    opensSentence = false;
    lineEnd = false;
    previousEnd = token.end;
  }
  linkHeads(words, first, parsed.tokens, wordOfToken);
  for (const name of parsed.names) markName(words, wordOfToken, name.first, name.end, name.label);
  markLineCase(words, first);
  return firstSentence + Math.max(1, parsed.sentences.length);
}

function sentenceIndex(
  sentences: readonly { first: number; end: number }[],
  count: number,
): { sentenceOf: Int32Array; starts: Uint8Array } {
  const sentenceOf = new Int32Array(count);
  const starts = new Uint8Array(count);
  for (const [number, { first, end }] of sentences.entries()) {
    starts[first] = 1;
    sentenceOf.fill(number, first, end);
  }
  return { sentenceOf, starts };
}

function linkHeads(words: Word[], first: number, tokens: readonly Token[], wordOfToken: Int32Array): void {
  for (let i = first; i < words.length; i++) {
    const word = words[i]!;
    const head = wordOfToken[tokens[word.token]!.head] ?? -1;
    word.head = head < 0 ? i : head;
  }
}

function markName(words: Word[], wordOfToken: Int32Array, first: number, end: number, label: string): void {
  let starts = true;
  for (let token = first; token < end; token++) {
    const word = words[wordOfToken[token] ?? -1];
    if (!word) continue;
    word.label = label;
    word.labelStarts = starts;
    starts = false;
  }
}

/** Share of words in capitals above which a line's case tells nothing (headlines, tables, shouting). */
const SHOUTED_SHARE = 0.8;
/** Share of long words with a capital above which a line is in title case; short ones are often left small. */
const TITLED_SHARE = 0.8;
const LONG_WORD = 4;

function markLineCase(words: Word[], first: number): void {
  let from = first;
  for (let i = first + 1; i <= words.length; i++) {
    if (i < words.length && !words[i]!.lineStarts) continue;
    const shouted = isShouted(words, from, i);
    const titled = isTitled(words, from, i);
    for (let k = from; k < i; k++) Object.assign(words[k]!, { shouted, titled });
    from = i;
  }
}

function isShouted(words: readonly Word[], from: number, end: number): boolean {
  let letters = 0;
  let capitals = 0;
  for (let k = from; k < end; k++) {
    const { lexeme } = words[k]!;
    if (!lexeme.hasLetter || lexeme.text.length < 2) continue;
    letters++;
    if (lexeme.allCapitals) capitals++;
  }
  return letters >= 3 && capitals >= SHOUTED_SHARE * letters;
}

function isTitled(words: readonly Word[], from: number, end: number): boolean {
  let long = 0;
  let capitalised = 0;
  for (let k = from; k < end; k++) {
    const { lexeme } = words[k]!;
    if (!lexeme.hasLetter || lexeme.text.length < LONG_WORD) continue;
    long++;
    if (lexeme.hasCapital) capitalised++;
  }
  return long >= 2 && capitalised >= TITLED_SHARE * long && !/^[.;]$/.test(words[end - 1]!.lexeme.text);
}
