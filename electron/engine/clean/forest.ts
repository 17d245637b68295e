/** One tree: inner node `i` asks whether feature `f[i]` is at most `t[i]`; a child below 0 is leaf `-1 - child`. */
export interface Tree {
  f: number[];
  t: number[];
  l: number[];
  r: number[];
  v: number[];
}

/** Gradient-boosted trees as they lie in a file of weights. */
export interface ForestWeights {
  /** Names of the features; the trees count them. */
  features: string[];
  trees: Tree[];
}

/** A forest laid out in flat arrays: inner nodes of all trees behind each other, then leaves. */
export class Forest {
  private readonly roots: number[] = [];
  private readonly column: number[] = [];
  private readonly at: number[] = [];
  private readonly left: number[] = [];
  private readonly right: number[] = [];
  private readonly leaves: number[] = [];

  /**
   * @param known names of the columns of the rows that are scored; throws when the weights want others, because then
   * they were fitted for another version of the code.
   */
  constructor({ features, trees }: ForestWeights, known: readonly string[]) {
    const columns = features.map((name) => known.indexOf(name));
    const missing = features.filter((_, i) => columns[i] === -1);
    if (missing.length > 0)
      throw new Error(`The weights want features that are not computed: ${missing.join(', ')}.`);
    for (const tree of trees) this.add(tree, columns);
  }

  private add(tree: Tree, columns: readonly number[]): void {
    const [node, leaf] = [this.column.length, this.leaves.length];
    const place = (child: number) => (child < 0 ? child - leaf : child + node);
    this.roots.push(tree.f.length === 0 ? -1 - leaf : node);
    this.leaves.push(...tree.v);
    for (const [i, feature] of tree.f.entries()) {
      this.column.push(columns[feature]!);
      this.at.push(tree.t[i]!);
      this.left.push(place(tree.l[i]!));
      this.right.push(place(tree.r[i]!));
    }
  }

  /** Chance, 0 to 1: the sum of the trees under a logistic curve. */
  score(values: readonly number[]): number {
    let sum = 0;
    for (const root of this.roots) {
      let node = root;
      while (node >= 0)
        node = values[this.column[node]!]! <= this.at[node]! ? this.left[node]! : this.right[node]!;
      sum += this.leaves[-1 - node]!;
    }
    return 1 / (1 + Math.exp(-sum));
  }
}
