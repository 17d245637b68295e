import type { GoldDocument, GoldName } from './entity-data';

export interface Score {
  precision: number;
  recall: number;
  f1: number;
}

/** The classes that the public sets agree on. */
export const COMMON_TYPES: readonly string[] = ['PER', 'LOC', 'ORG'];
/** All that the ordinary pages tell apart. */
export const ALL_TYPES: readonly string[] = [...COMMON_TYPES, 'PRO', 'WRK', 'EVT', 'GRP', 'MSC'];

/** In per cent. */
export function scoreOf(right: number, predicted: number, gold: number): Score {
  const precision = predicted ? (100 * right) / predicted : 0;
  const recall = gold ? (100 * right) / gold : 0;
  return { precision, recall, f1: precision + recall ? (2 * precision * recall) / (precision + recall) : 0 };
}

/**
 * Exact F1 over names of the types, persons, places and organisations unless said otherwise: same start, end and type. Predictions that touch a region whose
 * annotation is not sure, and no gold name, are left out.
 */
export function exactScore(
  documents: readonly GoldDocument[],
  predictions: readonly GoldName[][],
  types: readonly string[] = COMMON_TYPES,
): Score {
  let right = 0;
  let predicted = 0;
  let total = 0;
  for (const [i, document] of documents.entries()) {
    const gold = document.entities.filter(({ type }) => types.includes(type));
    const keys = new Set(gold.map(({ start, end, type }) => `${start} ${end} ${type}`));
    const touches = (name: GoldName, start: number, end: number): boolean =>
      name.start < end && start < name.end;
    for (const name of predictions[i]!) {
      if (!types.includes(name.type)) continue;
      const unsure =
        document.ignore?.some(([start, end]) => touches(name, start, end)) &&
        !gold.some(({ start, end }) => touches(name, start, end));
      if (unsure) continue;
      predicted++;
      if (keys.delete(`${name.start} ${name.end} ${name.type}`)) right++;
    }
    total += gold.length;
  }
  return scoreOf(right, predicted, total);
}
