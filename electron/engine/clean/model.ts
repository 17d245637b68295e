import weights from '../data/pruner-model.json';
import { FEATURES } from './features';
import { Forest, type ForestWeights } from './forest';

/** Weights for sources with a structure of elements, and for those without. */
export type ModelName = keyof typeof weights.models;

const forests = Object.fromEntries(
  Object.entries(weights.models).map(([name, { looks, placed }]) => [
    name,
    {
      looks: new Forest(looks as ForestWeights, FEATURES),
      placed: new Forest(placed as ForestWeights, FEATURES),
    },
  ]),
) as Record<ModelName, { looks: Forest; placed: Forest }>;

/** First score of a block, by a row of `LOOKS`: the chance that it belongs to the article, told by itself alone. */
export function scoreLooks(name: ModelName, values: readonly number[]): number {
  return forests[name].looks.score(values);
}

/** The chance that a block belongs to the article, by a row of `FEATURES`. */
export function scorePlaced(name: ModelName, values: readonly number[]): number {
  return forests[name].placed.score(values);
}

/** Blocks that score at least this much are kept. */
export function threshold(name: ModelName): number {
  return weights.models[name].threshold;
}
