import type { TimeExpression } from '../../../contract';
import type { FoundTime } from '../found-time';
import type { Resolution } from '../resolution';

/** A time expression with everything known about it. */
export interface DatedTime {
  found: FoundTime;
  expression: TimeExpression;
  resolution: Resolution;
}
