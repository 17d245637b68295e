import type { RemovalReason } from '../../contract';

/** What the pruner says of one block. */
export type Decision = { keep: true } | { keep: false; reason: RemovalReason; rule: string };

export const KEEP: Decision = { keep: true };

export function remove(reason: RemovalReason, rule: string): Decision {
  return { keep: false, reason, rule };
}
