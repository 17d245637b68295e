/**
 * Checks of data that came from outside the program: a window, a file on disk. A check returns the value with its
 * type, or throws `ShapeError`. Nothing is coerced.
 */
export type Shape<T> = (value: unknown) => T;

export class ShapeError extends Error {
  constructor(expected: string) {
    super(`Expected ${expected}.`);
    this.name = 'ShapeError';
  }
}

export function text(longest: number): Shape<string> {
  return (value) => {
    if (typeof value !== 'string' || value.length > longest)
      throw new ShapeError(`text of at most ${longest}`);
    return value;
  };
}

export function matching(pattern: RegExp, what: string): Shape<string> {
  return (value) => {
    if (typeof value !== 'string' || !pattern.test(value)) throw new ShapeError(what);
    return value;
  };
}

export function number(least: number, most: number): Shape<number> {
  return (value) => {
    if (typeof value !== 'number' || !(value >= least && value <= most)) {
      throw new ShapeError(`a number from ${least} to ${most}`);
    }
    return value;
  };
}

/** The nearest number of the range: what was kept may be off by a rounding. */
export function clamped(least: number, most: number): Shape<number> {
  return (value) => {
    if (typeof value !== 'number' || Number.isNaN(value)) throw new ShapeError('a number');
    return Math.min(most, Math.max(least, value));
  };
}

export function integer(least: number, most: number): Shape<number> {
  const inRange = number(least, most);
  return (value) => {
    if (!Number.isInteger(value)) throw new ShapeError('a whole number');
    return inRange(value);
  };
}

/** As they are, without a copy. */
export function bytes(longest: number): Shape<Uint8Array> {
  return (value) => {
    if (!(value instanceof Uint8Array) || value.length > longest)
      throw new ShapeError(`at most ${longest} bytes`);
    return value;
  };
}

export const flag: Shape<boolean> = (value) => {
  if (typeof value !== 'boolean') throw new ShapeError('true or false');
  return value;
};

export const nothing: Shape<null> = (value) => {
  if (value !== null && value !== undefined) throw new ShapeError('nothing');
  return null;
};

export function oneOf<const T extends string>(members: readonly T[]): Shape<T> {
  return (value) => {
    if (!members.includes(value as T)) throw new ShapeError(`one of ${members.join(', ')}`);
    return value as T;
  };
}

export function orNull<T>(shape: Shape<T>): Shape<T | null> {
  return (value) => (value === null ? null : shape(value));
}

export function list<T>(shape: Shape<T>, longest: number): Shape<T[]> {
  return (value) => {
    if (!Array.isArray(value) || value.length > longest) throw new ShapeError(`a list of at most ${longest}`);
    return value.map(shape);
  };
}

/** For what was kept on disk: an entry that cannot be used does not cost the others. */
export function usableOf<T>(shape: Shape<T>): Shape<T[]> {
  return (value) => {
    if (!Array.isArray(value)) throw new ShapeError('a list');
    return value.flatMap((entry) => {
      try {
        return [shape(entry)];
      } catch {
        return [];
      }
    });
  };
}

type Fields<T> = { [K in keyof T]-?: Shape<Exclude<T[K], undefined>> };

function entriesOf(value: unknown, known: object): [string, unknown][] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new ShapeError('an object');
  const entries = Object.entries(value);
  const stranger = entries.find(([key]) => !Object.hasOwn(known, key));
  if (stranger) throw new ShapeError(`no field "${stranger[0].slice(0, 40)}"`);
  return entries;
}

/** Every field must be there, and no other. */
export function record<T extends object>(fields: Fields<T>): Shape<T> {
  return (value) => {
    const given = new Map(entriesOf(value, fields));
    const checked = Object.entries<Shape<unknown>>(fields as Record<string, Shape<unknown>>).map(
      ([key, shape]) => [key, shape(given.get(key))],
    );
    return Object.fromEntries(checked) as T;
  };
}

/** Every field must be there; others, of a newer version, are passed over. For what was kept on disk. */
export function known<T extends object>(fields: Fields<T>): Shape<T> {
  return (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      throw new ShapeError('an object');
    const given = value as Record<string, unknown>;
    const checked = Object.entries<Shape<unknown>>(fields as Record<string, Shape<unknown>>).map(
      ([key, shape]) => [key, shape(given[key])],
    );
    return Object.fromEntries(checked) as T;
  };
}

/** Any of the fields may be left out; no other may be there. */
export function partial<T extends object>(fields: Fields<T>): Shape<Partial<T>> {
  return (value) => {
    const shapes = fields as Record<string, Shape<unknown>>;
    const checked = entriesOf(value, fields)
      .filter(([, given]) => given !== undefined)
      .map(([key, given]) => [key, shapes[key]?.(given)]);
    return Object.fromEntries(checked) as Partial<T>;
  };
}

/**
 * A union told apart by `kind`; `variants` gives the further fields of each.
 * @param object how each variant's fields are checked: `record`, or `known` for what was kept on disk
 */
export function variant<T extends { kind: string }>(
  variants: {
    [K in T['kind']]: Fields<Omit<Extract<T, { kind: K }>, 'kind'>>;
  },
  object: typeof record = record,
): Shape<T> {
  return (value) => {
    const kind = (value as { kind?: unknown } | null)?.kind;
    if (typeof kind !== 'string' || !Object.hasOwn(variants, kind)) throw new ShapeError('a known kind');
    const fields = variants[kind as T['kind']] as Record<string, Shape<unknown>>;
    return object<{ kind: string }>({ kind: oneOf([kind]), ...fields })(value) as T;
  };
}
