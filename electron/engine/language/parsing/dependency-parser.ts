import type { TransitionScorer } from '../network/transition-scorer';
import { bestMove } from '../network/transition-scorer';
import { DependencyTree } from './dependency-tree';
import { ParserState } from './parser-state';

/** Actions by their number in the model, in the order of its classes. */
const SHIFT = 0;
const REDUCE = 1;
const LEFT = 2;
const RIGHT = 3;
const BREAK = 4;
const ACTIONS = 5;

/** The arc-eager transition system, greedy, as the model's moves are defined (spaCy, arc_eager.pyx). */
export class DependencyParser {
  private readonly labels: string[];
  /** Classes of action a are actionStart[a] to actionStart[a + 1] - 1. */
  private readonly actionStart: number[];

  /** @param moves [action, label] by class */
  constructor(
    private readonly scorer: TransitionScorer,
    moves: readonly [number, string][],
  ) {
    this.labels = moves.map(([, label]) => label);
    this.actionStart = Array.from({ length: ACTIONS + 1 }, (_, action) => {
      const first = moves.findIndex(([a]) => a >= action);
      return first < 0 ? moves.length : first;
    });
  }

  /**
   * @param offset row of the text's first token in what the scorer was begun with
   * @param spaces which tokens are white space
   */
  parse(offset: number, spaces: readonly boolean[]): DependencyTree {
    const state = new ParserState(spaces.length);
    const features = new Int32Array(8);
    while (state.depth > 0 || state.bufferLength > 0) {
      fillFeatures(state, offset, features);
      const move = this.chooseMove(state, this.scorer.score(features));
      if (move < 0) state.giveUp();
      else this.apply(state, move);
    }
    return new DependencyTree(spaces, state.arcs(), this.labels);
  }

  private chooseMove(state: ParserState, scores: Float32Array): number {
    let best = -1;
    for (let action = 0; action < ACTIONS; action += 1) {
      if (!isValid(state, action)) continue;
      const move = bestMove(scores, this.actionStart[action]!, this.actionStart[action + 1]!);
      if (best < 0 || scores[move]! > scores[best]!) best = move;
    }
    return best;
  }

  private apply(state: ParserState, move: number): void {
    if (move >= this.actionStart[BREAK]!) state.breakSentence();
    else if (move >= this.actionStart[RIGHT]!) state.rightArc(move);
    else if (move >= this.actionStart[LEFT]!) state.leftArc(move);
    else if (move >= this.actionStart[REDUCE]!) state.reduce();
    else state.shift();
  }
}

function fillFeatures(state: ParserState, offset: number, features: Int32Array): void {
  const [buffer, stack] = [state.inBuffer(0), state.onStack(0)];
  features[0] = buffer;
  features[1] = state.inBuffer(1);
  features[2] = stack;
  features[3] = state.onStack(1);
  features[4] = state.onStack(2);
  features[5] = state.leftChild(buffer);
  features[6] = state.leftChild(stack);
  features[7] = state.rightChild(stack);
  for (let i = 0; i < features.length; i += 1) if (features[i]! >= 0) features[i]! += offset;
}

function isValid(state: ParserState, action: number): boolean {
  const buffer = state.inBuffer(0);
  switch (action) {
    case SHIFT:
      return (
        state.depth === 0 ||
        (state.bufferLength >= 2 && !state.startsSentence(buffer) && !state.isUnshiftable(buffer))
      );
    case REDUCE:
      return state.depth > 0;
    case LEFT:
    case RIGHT:
      return state.depth > 0 && buffer >= 0 && !state.startsSentence(buffer);
    default: {
      const second = state.inBuffer(1);
      return second >= 0 && second === buffer + 1 && !state.startsSentence(second);
    }
  }
}
