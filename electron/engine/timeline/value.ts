import type { TimeAnchor, TimeExpression, TimeOrigin, TimeValue } from '../../contract';
import type { ParsedBlock } from '../stages';
import { type DayNumber, toCalendarDay } from './calendar';
import { edtfOf } from './edtf';
import { explain, relativeLabel, unanchoredTimex } from './explain';
import type { FoundTime } from './found-time';
import { PUBLICATION, type Resolution } from './resolution';
import { STAND_IN } from './resolve';

function anchorOf(
  resolution: Resolution,
  known: boolean,
  idOf: (index: number) => string,
): TimeAnchor | null {
  const { anchor } = resolution;
  if (!anchor) return null;
  const day = anchor.viaPublication && !known ? null : toCalendarDay(anchor.period.start);
  if (anchor.index === PUBLICATION) return { kind: 'publication', day };
  return { kind: 'narrative', expression: idOf(anchor.index), day };
}

function originOf(
  time: FoundTime,
  resolution: Resolution,
  known: boolean,
  idOf: (index: number) => string,
): TimeOrigin {
  const anchor = anchorOf(resolution, known, idOf);
  const waits = !known && resolution.anchor?.viaPublication === true;
  const explanation = waits ? relativeLabel(time.meaning, resolution) : explain(time.meaning, resolution);
  return anchor ? { kind: 'counted', anchor, explanation } : { kind: 'stated', explanation };
}

/** The value people see. With no day of publication, what hangs on it becomes a label with a place in the order. */
export function timeValue(
  time: FoundTime,
  resolution: Resolution,
  known: boolean,
  idOf: (index: number) => string,
): TimeValue | null {
  const { type, first, last, period } = resolution;
  if (type === 'SET' || (type === 'DURATION' && first === null)) return null;
  const waits = !known && resolution.anchor?.viaPublication === true;
  const dated = first !== null && last !== null;
  const relative =
    waits && dated
      ? {
          label: relativeLabel(time.meaning, resolution),
          firstOffset: first - STAND_IN,
          lastOffset: last - STAND_IN,
        }
      : null;
  const days = {
    first: dated && !waits ? toCalendarDay(first) : null,
    last: dated && !waits ? toCalendarDay(last) : null,
    precision: resolution.precision,
    modifier: resolution.modifier,
    open: null,
  };
  return {
    timex: waits && period ? unanchoredTimex(time.meaning, period) : resolution.timex,
    ...days,
    edtf: edtfOf(days),
    inferred: resolution.inferred,
    origin: originOf(time, resolution, known, idOf),
    relative,
  };
}

/** Ids are given to the expressions that have a resolution, in reading order: "t1", "t2" ... */
export function timeExpressions(
  found: readonly FoundTime[],
  resolutions: readonly (Resolution | null)[],
  blocks: readonly ParsedBlock[],
  publication: DayNumber | null,
): (TimeExpression | null)[] {
  let count = 0;
  const ids = resolutions.map((resolution) => (resolution ? `t${++count}` : ''));
  const idOf = (index: number): string => ids[index] ?? '';
  return found.map((time, index) => {
    const resolution = resolutions[index];
    const block = blocks[time.block];
    if (!resolution || !block) return null;
    const value = timeValue(time, resolution, publication !== null, idOf);
    return {
      id: idOf(index),
      span: { block: block.id, start: time.start, end: time.end },
      text: block.parsed.text.slice(time.start, time.end),
      type: resolution.type,
      value,
      timex: value?.timex ?? resolution.timex,
    };
  });
}
