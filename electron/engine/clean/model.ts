import weights from '../data/pruner-model.json';
import { FEATURES } from './features';

/** One tree: inner node `i` asks whether feature `f[i]` is at most `t[i]`; a child below 0 is leaf `-1 - child`. */
interface Tree {
  f: number[];
  t: number[];
  l: number[];
  r: number[];
  v: number[];
}

interface Forest {
  trees: Tree[];
  /** Blocks that score at least this much are kept. */
  threshold: number;
}

/** Weights for sources with a structure of elements, and for those without. */
export type ModelName = keyof typeof weights.models;

const columns = weights.features.map((name) => FEATURES.indexOf(name));
const missing = weights.features.filter((_, i) => columns[i] === -1);
if (missing.length > 0)
  throw new Error(`The pruner's model wants features that are not computed: ${missing.join(', ')}.`);

function leafOf(tree: Tree, values: readonly number[]): number {
  if (tree.f.length === 0) return tree.v[0] ?? 0;
  let node = 0;
  while (node >= 0) {
    const value = values[columns[tree.f[node]!]!]!;
    node = value <= tree.t[node]! ? tree.l[node]! : tree.r[node]!;
  }
  return tree.v[-1 - node]!;
}

/** Chance, 0 to 1, that a block belongs to the article: a gradient-boosted forest under a logistic curve. */
export function score(name: ModelName, values: readonly number[]): number {
  const forest: Forest = weights.models[name];
  let sum = 0;
  for (const tree of forest.trees) sum += leafOf(tree, values);
  return 1 / (1 + Math.exp(-sum));
}

export function threshold(name: ModelName): number {
  return weights.models[name].threshold;
}
