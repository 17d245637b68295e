import type { SqlValue } from '../database/database';

/** A condition on `entry e`, with the values for its question marks in their order. */
export interface Condition {
  sql: string;
  values: SqlValue[];
}

export const condition = (sql: string, ...values: SqlValue[]): Condition => ({ sql, values });

export const NOTHING = condition('0');

export function all(parts: readonly Condition[]): Condition {
  return combined(parts, 'AND', '1');
}

export function any(parts: readonly Condition[]): Condition {
  return combined(parts, 'OR', '0');
}

export const negated = ({ sql, values }: Condition): Condition => ({ sql: `NOT (${sql})`, values });

function combined(parts: readonly Condition[], operator: string, neutral: string): Condition {
  const [only] = parts;
  if (parts.length === 1 && only) return only;
  if (parts.length === 0) return condition(neutral);
  return {
    sql: parts.map(({ sql }) => `(${sql})`).join(` ${operator} `),
    values: parts.flatMap(({ values }) => values),
  };
}
