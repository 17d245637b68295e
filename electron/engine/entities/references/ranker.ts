import model from '../../data/reference-ranker.json';
import { FEATURE_NAMES } from './features';

/** What a ranker's weights are kept by: the form of the item that refers. */
export type RankerClass = 'he' | 'it' | 'they' | 'noun';
export const RANKER_CLASSES: readonly RankerClass[] = ['he', 'it', 'they', 'noun'];

export type Weights = Record<RankerClass, Float64Array>;

type Table = Record<string, Record<string, number>>;

/** Weights by feature number, from a table by name; a feature that the table lacks counts nothing. */
export function readWeights(table: Table): Weights {
  const numbers = new Map(FEATURE_NAMES.map((name, number) => [name, number]));
  const read = (name: RankerClass): Float64Array => {
    const weights = new Float64Array(FEATURE_NAMES.length);
    for (const [feature, weight] of Object.entries(table[name] ?? {})) {
      const number = numbers.get(feature);
      if (number !== undefined) weights[number] = weight;
    }
    return weights;
  };
  return { he: read('he'), it: read('it'), they: read('they'), noun: read('noun') };
}

export const SHIPPED_WEIGHTS: Weights = readWeights(model.weights as Table);
/** A tie less probable than this is not made; chosen by cross-validation for precision. */
export const FLOORS: Record<RankerClass, number> = model.floors;

/** Probabilities of the candidates and, last, of none: the softmax of their summed weights. */
export function probabilities(weights: Float64Array, rows: readonly (readonly number[])[]): number[] {
  const scores = rows.map((row) => row.reduce((sum, feature) => sum + weights[feature]!, 0));
  const highest = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - highest));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / total);
}
