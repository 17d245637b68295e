import type { NameSpan } from '../document';
import type { TransitionScorer } from '../network/transition-scorer';
import { bestMove } from '../network/transition-scorer';

/** Actions by their number in the model (0 is "missing" and has no class). */
const BEGIN = 1;
const INSIDE = 2;
const LAST = 3;
const UNIT = 4;
const OUT = 5;

interface LabelMoves {
  inside: number;
  last: number;
}

/** The BILUO transition system, greedy (spaCy, ner.pyx): every move consumes one token. */
export class NameRecogniser {
  private readonly labels: string[];
  private readonly beginFrom: number;
  private readonly beginEnd: number;
  private readonly unitFrom: number;
  private readonly unitEnd: number;
  private readonly out: number;
  private readonly withLabel: Map<string, LabelMoves>;

  /** @param moves [action, label] by class */
  constructor(
    private readonly scorer: TransitionScorer,
    moves: readonly [number, string][],
  ) {
    const first = (action: number): number => moves.findIndex(([a]) => a === action);
    const find = (action: number, label: string): number =>
      moves.findIndex(([a, l]) => a === action && l === label);
    this.labels = moves.map(([, label]) => label);
    this.beginFrom = first(BEGIN);
    this.beginEnd = first(INSIDE);
    this.unitFrom = first(UNIT);
    // The unit move without a label is the last of its action and never valid.
    this.unitEnd = find(UNIT, '');
    this.out = first(OUT);
    const names = this.labels.slice(this.beginFrom, this.beginEnd);
    this.withLabel = new Map(names.map((l) => [l, { inside: find(INSIDE, l), last: find(LAST, l) }]));
  }

  /**
   * @param offset row of the text's first token in what the scorer was begun with
   * @param spaces which tokens are white space
   * @param sentenceStarts 1 where a sentence starts; no name runs over one
   */
  recognise(offset: number, spaces: readonly boolean[], sentenceStarts: Uint8Array): NameSpan[] {
    const names: NameSpan[] = [];
    const features = new Int32Array(3);
    let open: { first: number; label: string } | null = null;
    for (let token = 0; token < spaces.length; token += 1) {
      features[0] = offset + token;
      features[1] = open ? offset + open.first : -1;
      features[2] = open ? offset + token - 1 : -1;
      const mayGoOn = token + 1 < spaces.length && sentenceStarts[token + 1] === 0;
      const scores = this.scorer.score(features);
      if (open) {
        if (this.goesOn(scores, open.label, mayGoOn)) continue;
        names.push({ first: open.first, end: token + 1, label: open.label });
        open = null;
        continue;
      }
      const move = spaces[token] ? this.out : this.chooseOutside(scores, mayGoOn);
      if (move === this.out) continue;
      const label = this.labels[move]!;
      if (move < this.beginEnd) open = { first: token, label };
      else names.push({ first: token, end: token + 1, label });
    }
    return names;
  }

  private goesOn(scores: Float32Array, label: string, mayGoOn: boolean): boolean {
    const { inside, last } = this.withLabel.get(label)!;
    return mayGoOn && scores[inside]! >= scores[last]!;
  }

  private chooseOutside(scores: Float32Array, mayGoOn: boolean): number {
    const unit = bestMove(scores, this.unitFrom, this.unitEnd);
    const single = scores[this.out]! > scores[unit]! ? this.out : unit;
    if (!mayGoOn) return single;
    const begin = bestMove(scores, this.beginFrom, this.beginEnd);
    return scores[single]! > scores[begin]! ? single : begin;
  }
}
