import { readModelFile } from '../model-file';
import { NumericKernel } from '../numeric-kernel';
import { ByteLinear, placeFloats } from './byte-linear';
import { WordPieces } from './word-pieces';

const WIDTH = 384;
const INNER = 4 * WIDTH;
const ROW_BYTES = WIDTH * 4;
/** Longest stretch of text, in pieces with the marks round it. */
export const MOST_PIECES = 128;
const MOST_EVIDENCE = 64;

interface Layer {
  queryKeyValue: ByteLinear;
  projection: ByteLinear;
  up: ByteLinear;
  down: ByteLinear;
  attentionNorm: [gain: number, bias: number];
  outputNorm: [gain: number, bias: number];
}

/** A stretch of text as the encoder takes it; at most MOST_PIECES pieces. */
export interface EncoderInput {
  pieces: readonly number[];
  /** For each piece the rows of evidence to add to it, below the model's `evidence`. */
  evidence: readonly (readonly number[])[];
  /** Pieces whose words are asked about, ascending. */
  wanted: readonly number[];
}

/**
 * A small transformer that knows words in context (all-MiniLM-L6-v2's first layers, fitted to names): see
 * assets/language/PROVENANCE.md. Its memory is of fixed size; nothing is kept between calls.
 */
export class Encoder {
  readonly vocabulary: WordPieces;
  /** Scores of one word. */
  readonly tags: number;
  readonly #kernel: NumericKernel;
  readonly #layers: Layer[];
  readonly #head: ByteLinear;
  readonly #words: number;
  readonly #wordScales: Float32Array;
  readonly #positions: number;
  readonly #evidence: number;
  readonly #openNorm: [number, number];
  readonly #room: Record<'x' | 'y' | 'wide' | 'whole' | 'scales' | 'list' | 'wanted' | 'attention', number>;

  /** @param modelBytes the model file @param kernelBytes the compiled kernel; throws `EngineError` on damaged files */
  constructor(modelBytes: Uint8Array, kernelBytes: Uint8Array) {
    const model = readModelFile(modelBytes);
    const kernel = new NumericKernel(kernelBytes);
    const vocabulary = model.lines('vocabulary') ?? [];
    const { layers, evidence, tags } = model.tables as unknown as {
      layers: number;
      evidence: number;
      tags: string[];
    };
    this.#kernel = kernel;
    this.vocabulary = new WordPieces(vocabulary);
    this.tags = tags.length;
    const floats = (name: string, ...shape: number[]): number => placeFloats(kernel, model, name, ...shape);
    const norm = (name: string): [number, number] => [
      floats(`${name}.gain`, WIDTH),
      floats(`${name}.bias`, WIDTH),
    ];
    this.#words = floats('words.weight', vocabulary.length, WIDTH);
    this.#wordScales = new Float32Array(
      Uint8Array.from(model.tensor('words.scale', vocabulary.length).bytes).buffer,
    );
    this.#positions = floats('positions', MOST_PIECES, WIDTH);
    this.#evidence = floats('evidence', evidence, WIDTH);
    this.#openNorm = norm('open');
    this.#layers = Array.from(
      { length: layers },
      (_, i): Layer => ({
        queryKeyValue: new ByteLinear(kernel, model, `${i}.queryKeyValue`, WIDTH, 3 * WIDTH),
        projection: new ByteLinear(kernel, model, `${i}.projection`, WIDTH, WIDTH),
        up: new ByteLinear(kernel, model, `${i}.up`, WIDTH, INNER),
        down: new ByteLinear(kernel, model, `${i}.down`, INNER, WIDTH),
        attentionNorm: norm(`${i}.attentionNorm`),
        outputNorm: norm(`${i}.outputNorm`),
      }),
    );
    this.#head = new ByteLinear(kernel, model, 'names', WIDTH, this.tags);
    const rows = MOST_PIECES;
    this.#room = {
      x: kernel.allocate(rows * ROW_BYTES),
      y: kernel.allocate(rows * ROW_BYTES),
      wide: kernel.allocate(rows * INNER * 4),
      whole: kernel.allocate(rows * INNER * 2),
      scales: kernel.allocate(rows * 4),
      list: kernel.allocate(MOST_EVIDENCE * 4),
      wanted: kernel.allocate(rows * 4),
      attention: kernel.allocate(33 * rows * 4),
    };
  }

  /** Scores (logits) of the tags of each wanted piece, `tags` a piece. */
  run(input: EncoderInput): Float32Array {
    const { call, floats, words } = this.#kernel;
    const room = this.#room;
    let count = input.pieces.length;
    this.#embed(input);
    call.addNorm(room.x, 0, ...this.#openNorm, count);
    for (const [number, layer] of this.#layers.entries()) {
      // Behind the last layer only the wanted rows are looked at: what is not asked for is not computed.
      const rows = number === this.#layers.length - 1 ? input.wanted : input.pieces.map((_, i) => i);
      words.set(rows, room.wanted / 4);
      this.#runLayer(layer, count, rows.length);
      count = rows.length;
    }
    const { columns } = this.#head;
    this.#linear(this.#head, room.x, count, room.wide);
    const scores = new Float32Array(count * this.tags);
    for (let i = 0; i < count; i++) {
      const from = room.wide / 4 + i * columns;
      scores.set(floats.subarray(from, from + this.tags), i * this.tags);
    }
    return scores;
  }

  #embed({ pieces, evidence }: EncoderInput): void {
    const { call, words } = this.#kernel;
    const room = this.#room;
    for (const [i, piece] of pieces.entries()) {
      const rows = evidence[i]!.slice(0, MOST_EVIDENCE - 1);
      const list = room.list / 4;
      words[list] = this.#positions + i * ROW_BYTES;
      for (const [k, row] of rows.entries()) words[list + 1 + k] = this.#evidence + row * ROW_BYTES;
      const at = this.#words + piece * WIDTH;
      call.embedPiece(at, this.#wordScales[piece]!, room.list, rows.length + 1, room.x + i * ROW_BYTES);
    }
  }

  /** From `count` rows in `x` to the `wanted` ones of them, in `x` again. */
  #runLayer(layer: Layer, count: number, wanted: number): void {
    const { call } = this.#kernel;
    const room = this.#room;
    this.#linear(layer.queryKeyValue, room.x, count, room.wide);
    call.attend(room.wide, count, room.wanted, wanted, room.attention, room.y);
    if (wanted < count) call.gatherRows(room.x, room.wanted, wanted, room.x);
    this.#linear(layer.projection, room.y, wanted, room.wide);
    call.addNorm(room.wide, room.x, ...layer.attentionNorm, wanted);
    call.gatherRows(room.wide, this.#firstRows(wanted), wanted, room.x);
    this.#linear(layer.up, room.x, wanted, room.wide);
    call.gelu(room.wide, wanted * INNER);
    this.#linear(layer.down, room.wide, wanted, room.y);
    call.addNorm(room.y, room.x, ...layer.outputNorm, wanted);
    call.gatherRows(room.y, this.#firstRows(wanted), wanted, room.x);
  }

  /** A list of rows 0 to `count` in the place of the wanted ones, which are no longer needed. */
  #firstRows(count: number): number {
    const { words } = this.#kernel;
    for (let i = 0; i < count; i++) words[this.#room.wanted / 4 + i] = i;
    return this.#room.wanted;
  }

  #linear(layer: ByteLinear, from: number, rows: number, out: number): void {
    const { whole, scales } = this.#room;
    this.#kernel.call.quantiseRows(from, rows, layer.inputs, whole, scales);
    layer.run(whole, scales, Math.ceil(rows / 4) * 4, out);
  }
}
