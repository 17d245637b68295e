import type { NumericKernel } from '../numeric-kernel';
import { paddedOrder, pieceOrder, type WeightLoader } from './weights';

/** Width of the projected token vectors and of the hidden layer. */
export const HIDDEN = 64;
const PIECES = 2;
const FLOAT = 4;
const BLOCK_TOKENS = 32;
const BLOCKS = 48;

/**
 * Scores the moves of a transition model. The share of each feature's token in the hidden layer is computed for 32
 * tokens at a time and kept for the 48 blocks used last: moves look at few tokens, mostly near each other, so memory
 * does not grow with the text.
 */
export class TransitionScorer {
  private readonly kernel: NumericKernel;
  private readonly lower: number;
  private readonly noBias: number;
  private readonly lowerBias: number;
  private readonly pads: number;
  private readonly upper: number;
  private readonly upperBias: number;
  private readonly input: number;
  private readonly blocks: number;
  private readonly addresses: number;
  private readonly hidden: number;
  private readonly scoresAt: number;
  private readonly columns: number;
  private readonly moveColumns: number;

  private projected: Float32Array = new Float32Array(0);
  private slotOfBlock: Int16Array = new Int16Array(0);
  private readonly blockOfSlot = new Int32Array(BLOCKS).fill(-1);
  private readonly lastUse = new Float64Array(BLOCKS);
  private clock = 0;

  constructor(
    loader: WeightLoader,
    component: string,
    private readonly features: number,
    moves: number,
  ) {
    const { kernel } = loader;
    const order = pieceOrder(features, HIDDEN, PIECES);
    const pieces = pieceOrder(1, HIDDEN, PIECES);
    const moveOrder = paddedOrder(moves);
    this.kernel = kernel;
    this.columns = order.length;
    this.moveColumns = moveOrder.length;
    this.lower = loader.panels(`${component}.lower.weight`, HIDDEN, order, features, HIDDEN, PIECES);
    this.noBias = kernel.allocate(this.columns * FLOAT);
    this.lowerBias = loader.ordered(`${component}.lower.bias`, pieces, HIDDEN, PIECES);
    this.pads = loader.ordered(`${component}.lower.pad`, order, 1, features, HIDDEN, PIECES);
    this.upper = loader.panels(`${component}.upper.weight`, HIDDEN, moveOrder, moves);
    this.upperBias = loader.ordered(`${component}.upper.bias`, moveOrder, moves);
    this.input = kernel.allocate(BLOCK_TOKENS * HIDDEN * FLOAT);
    this.blocks = kernel.allocate(BLOCKS * BLOCK_TOKENS * this.columns * FLOAT);
    this.addresses = kernel.allocate(features * 4);
    this.hidden = kernel.allocate(HIDDEN * FLOAT);
    this.scoresAt = kernel.allocate(this.moveColumns * FLOAT);
  }

  /** @param projected 64 floats for each row; rows are what `score` is asked about from now on */
  begin(projected: Float32Array): void {
    this.projected = projected;
    this.slotOfBlock = new Int16Array(Math.ceil(projected.length / (HIDDEN * BLOCK_TOKENS))).fill(-1);
    this.blockOfSlot.fill(-1);
  }

  /** Lets go of what `begin` was given. */
  end(): void {
    this.begin(new Float32Array(0));
  }

  /**
   * @param tokens one row for each feature, -1 for none
   * @returns the scores by move; valid until the next call
   */
  score(tokens: ArrayLike<number>): Float32Array {
    const { call, words, floats } = this.kernel;
    const featureBytes = HIDDEN * PIECES * FLOAT;
    for (let feature = 0; feature < this.features; feature += 1) {
      const token = tokens[feature]!;
      const vector = token < 0 ? this.pads : this.addressOf(token);
      words[this.addresses / 4 + feature] = vector + feature * featureBytes;
    }
    call.hidden(this.addresses, this.features, this.lowerBias, this.hidden);
    call.multiplyRow(this.hidden, this.upper, this.upperBias, this.scoresAt, HIDDEN, this.moveColumns);
    return floats.subarray(this.scoresAt / FLOAT, this.scoresAt / FLOAT + this.moveColumns);
  }

  private addressOf(row: number): number {
    const block = Math.floor(row / BLOCK_TOKENS);
    let slot = this.slotOfBlock[block]!;
    if (slot < 0) slot = this.fill(block);
    this.clock += 1;
    this.lastUse[slot] = this.clock;
    return this.blocks + (slot * BLOCK_TOKENS + (row % BLOCK_TOKENS)) * this.columns * FLOAT;
  }

  private fill(block: number): number {
    let slot = 0;
    for (let i = 1; i < BLOCKS; i += 1) if (this.lastUse[i]! < this.lastUse[slot]!) slot = i;
    const evicted = this.blockOfSlot[slot]!;
    if (evicted >= 0) this.slotOfBlock[evicted] = -1;
    this.blockOfSlot[slot] = block;
    this.slotOfBlock[block] = slot;
    const first = block * BLOCK_TOKENS * HIDDEN;
    const rows = this.projected.subarray(first, first + BLOCK_TOKENS * HIDDEN);
    this.kernel.floats.set(rows, this.input / FLOAT);
    this.kernel.call.multiply(
      this.input,
      this.lower,
      this.noBias,
      this.blocks + slot * BLOCK_TOKENS * this.columns * FLOAT,
      Math.ceil(rows.length / HIDDEN / 2) * 2,
      HIDDEN,
      this.columns,
    );
    return slot;
  }
}

/** First largest score among the moves from..end-1; -1 when that is empty. */
export function bestMove(scores: Float32Array, from: number, end: number): number {
  let best = from < end ? from : -1;
  for (let i = from + 1; i < end; i += 1) if (scores[i]! > scores[best]!) best = i;
  return best;
}
