/**
 * Checks of what was kept on disk. They are milder than those of the window: a newer version may have written more
 * fields, and a number may lie a rounding beyond its range.
 */
import type { Correction, DecisionFields, FileDetails, ReadingPlace, RecentFile } from '../contract';
import { clamped, known, number, type Shape, ShapeError, text, usableOf } from './shape';
import { correctionScope, correctionShapes, decisionFields, detailFields } from './shapes';

const { anchor, change } = correctionShapes(known);

export const storedCorrection: Shape<Correction> = known({ id: text(100), scope: correctionScope, change });

export const storedPlace: Shape<ReadingPlace> = known({ anchor, progress: clamped(0, 1) });

/** The fields that are there and can be used. */
export const storedDecisions: Shape<Partial<DecisionFields>> = (value) => {
  if (typeof value !== 'object' || value === null) throw new ShapeError('an object');
  return usableFields(decisionFields, value);
};

/** Each field by its own check; one that cannot be used does not cost the others. */
export function usableFields<T extends object>(
  shapes: { [K in keyof T]: Shape<T[K]> },
  value: object,
): Partial<T> {
  const usable = Object.entries<Shape<unknown>>(shapes).flatMap(([key, shape]) => {
    try {
      const given = (value as Record<string, unknown>)[key];
      return given === undefined ? [] : [[key, shape(given)]];
    } catch {
      return [];
    }
  });
  return Object.fromEntries(usable) as Partial<T>;
}

const opened = number(0, Number.MAX_SAFE_INTEGER);

/** `article` is missing in what an earlier version kept. */
export const storedRecentFiles: Shape<RecentFile[]> = usableOf((value) =>
  known<RecentFile>({ ...detailFields, opened })({ article: null, ...(value as object) }),
);

export const storedOpenFiles: Shape<FileDetails[]> = usableOf(known(detailFields));
