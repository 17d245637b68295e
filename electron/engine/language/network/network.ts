import type { ModelFile } from '../model-file';
import type { NumericKernel } from '../numeric-kernel';
import { LEXEME_TABLES, type Lexicon } from '../tokens/lexicon';
import type { TokenList } from '../tokens/token-list';
import { Linear } from './linear';
import { PAD_ROWS, type RowStream, TokenEncoder } from './token-encoder';
import { HIDDEN, TransitionScorer } from './transition-scorer';
import { WeightLoader } from './weights';

/** Tables of the shared encoder beyond the lexeme's: SPACY and IS_SPACE, with their seeds. */
const FLAG_ROWS = 50;
const SPACE_SEED = 12;
const IS_SPACE_SEED = 13;
const PARSER_FEATURES = 8;
const NAME_FEATURES = 3;

/** The texts that are worked on together. */
export interface Batch {
  stream: RowStream;
  /** Row of each text's first token. */
  offsets: number[];
  /** 64 floats for each row: what the scorers work on. The recogniser's replace the parser's. */
  projected: Float32Array;
}

/** All layers of the model, and where their results lie between the components. */
export class Network {
  readonly parserScorer: TransitionScorer;
  readonly nameScorer: TransitionScorer;
  private readonly shared: TokenEncoder;
  private readonly names: TokenEncoder;
  private readonly tagger: Linear;
  private readonly parserProjection: Linear;
  private readonly nameProjection: Linear;
  private readonly tagCount: number;
  private readonly tagsAt: number;

  constructor(
    file: ModelFile,
    private readonly kernel: NumericKernel,
    lexicon: Lexicon,
  ) {
    const { tags, parserMoves, nameMoves } = file.tables;
    const loader = new WeightLoader(file, kernel);
    const space = [0, 1].map((flag) => lexicon.rowsOfNumber(flag, SPACE_SEED, FLAG_ROWS));
    const isSpace = [0, 1].map((flag) => lexicon.rowsOfNumber(flag, IS_SPACE_SEED, FLAG_ROWS));
    this.shared = new TokenEncoder(
      loader,
      'tok2vec',
      [...LEXEME_TABLES, FLAG_ROWS, FLAG_ROWS],
      (lexeme, spaceAfter) => [...space[spaceAfter ? 1 : 0]!, ...isSpace[lexeme.isSpace ? 1 : 0]!],
    );
    this.names = new TokenEncoder(loader, 'ner', LEXEME_TABLES, null);
    this.tagCount = tags.length;
    this.tagsAt = kernel.allocate(264 * 4);
    this.tagger = new Linear(loader, 'tagger', tags.length);
    this.parserProjection = new Linear(loader, 'parser.projection', HIDDEN);
    this.nameProjection = new Linear(loader, 'ner.projection', HIDDEN);
    this.parserScorer = new TransitionScorer(loader, 'parser', PARSER_FEATURES, parserMoves.length);
    this.nameScorer = new TransitionScorer(loader, 'ner', NAME_FEATURES, nameMoves.length);
  }

  begin(lists: readonly TokenList[]): Batch {
    const pads = new Array<null>(PAD_ROWS).fill(null);
    const lexemes: RowStream['lexemes'] = [...pads];
    const offsets: number[] = [];
    for (const list of lists) {
      offsets.push(lexemes.length);
      for (const lexeme of list.lexemes) lexemes.push(lexeme);
      lexemes.push(...pads);
    }
    const spaces = new Uint8Array(lexemes.length);
    for (const [i, list] of lists.entries()) {
      for (let token = 0; token < list.spaces.length; token += 1) {
        spaces[offsets[i]! + token] = list.spaces[token] ? 1 : 0;
      }
    }
    const projected = new Float32Array(lexemes.length * HIDDEN);
    return { stream: { lexemes, spaces }, offsets, projected };
  }

  /** Index of each row's tag; makes the parser's scorer ready for the batch. `pause` is called between windows. */
  tag(batch: Batch, pause: () => void): Uint8Array {
    const tags = new Uint8Array(batch.stream.lexemes.length);
    const { call } = this.kernel;
    this.shared.encode(batch.stream, (first, count, address) => {
      pause();
      this.tagger.run(address, count);
      call.argmaxRows(this.tagger.out, this.tagger.columns, count, this.tagCount, this.tagsAt);
      tags.set(this.kernel.words.subarray(this.tagsAt / 4, this.tagsAt / 4 + count), first);
      this.project(this.parserProjection, batch.projected, first, count, address);
    });
    this.parserScorer.begin(batch.projected);
    return tags;
  }

  /** Makes the recogniser's scorer ready for the batch. `pause` is called between windows. */
  beginNames(batch: Batch, pause: () => void): void {
    this.names.encode(batch.stream, (first, count, address) => {
      pause();
      this.project(this.nameProjection, batch.projected, first, count, address);
    });
    this.nameScorer.begin(batch.projected);
  }

  private project(layer: Linear, into: Float32Array, first: number, count: number, address: number): void {
    layer.run(address, count);
    into.set(this.kernel.floats.subarray(layer.out / 4, layer.out / 4 + count * HIDDEN), first * HIDDEN);
  }
}
