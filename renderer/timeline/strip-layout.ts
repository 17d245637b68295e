import { scaleLinear } from 'd3-scale';

/** An event's first and last day, in days; both ends inclusive. */
export interface DaySpan {
  id: string;
  first: number;
  last: number;
}

export interface StripLayout {
  /** Left edge and width of each event, in px; a single day is a point in its middle, of no width. */
  marks: { id: string; x: number; width: number }[];
  /** Days that stand close together, with the position of their label. */
  groups: { first: number; last: number; labelX: number; anchor: 'start' | 'middle' | 'end' }[];
  /** Positions, in px, where the line is cut short. */
  breaks: number[];
}

/** Width of a label, in px: its type is small and its figures are alike. */
const CHARACTER = 6;

/** Labels that would run into the one before them are left out; their days stand in the list all the same. */
export function readableLabels<
  T extends { labelX: number; anchor: 'start' | 'middle' | 'end'; label: string },
>(groups: readonly T[]): T[] {
  let reach = Number.NEGATIVE_INFINITY;
  return groups.filter(({ labelX, anchor, label }) => {
    const width = label.length * CHARACTER;
    const left = labelX - { start: 0, middle: width / 2, end: width }[anchor];
    if (left < reach) return false;
    reach = left + width + CHARACTER;
    return true;
  });
}

/** Px over which events are counted together. */
const BIN = 4;

/**
 * How crowded the line is: for each stretch with events its left edge in px and its share, 0 to 1, of the fullest
 * stretch, by square root, so that one crowded day does not hide that others have some. An event that covers several stretches counts in each.
 */
export function densityOf(marks: StripLayout['marks']): { x: number; share: number }[] {
  const counts = new Map<number, number>();
  for (const { x, width } of marks) {
    const last = Math.floor((x + width / 2) / BIN);
    for (let bin = Math.floor(x / BIN); bin <= last; bin += 1) counts.set(bin, (counts.get(bin) ?? 0) + 1);
  }
  const most = Math.max(1, ...counts.values());
  return [...counts]
    .map(([bin, count]) => ({ x: bin * BIN, share: Math.sqrt(count / most) }))
    .sort((a, b) => a.x - b.x);
}

/** Room at both ends, and between groups where the axis is broken, in px. */
const MARGIN = 14;
const GAP = 30;
/** Least room a group gets, in px, so that its label can stand under it. */
const LEAST = 54;
/** A gap is cut when it is longer than this share of all days covered by events, and at least so many days. */
const LONG_GAP_SHARE = 0.35;
const LONG_GAP_DAYS = 10;

/**
 * Lays days out on a line `width` px wide. Long stretches without events are cut, because two days of a week would
 * otherwise fall on one point beside an event of the year before. Inside a group the scale is linear.
 */
export function stripLayout(spans: readonly DaySpan[], width: number): StripLayout {
  const groups = groupsOf(spans);
  if (groups.length === 0) return { marks: [], groups: [], breaks: [] };
  const room = width - 2 * MARGIN - GAP * (groups.length - 1);
  const widths = shareRoom(groups, room);
  let left = MARGIN;
  const laidOut = groups.map((group, index) => {
    const right = left + (widths[index] ?? 0);
    const scale = scaleLinear([group.first, group.last + 1], [left, right]);
    const entry = { ...group, left, right, scale };
    left = right + GAP;
    return entry;
  });
  return {
    marks: laidOut.flatMap(({ spans: own, scale }) =>
      own.map(({ id, first, last }) =>
        first === last
          ? { id, x: scale(first + 0.5), width: 0 }
          : { id, x: scale(first), width: scale(last + 1) - scale(first) },
      ),
    ),
    groups: laidOut.map(({ first, last, left: from, right }, index) => ({
      first,
      last,
      ...labelPosition(from, right, index, laidOut.length),
    })),
    breaks: laidOut.slice(1).map(({ left: from }) => from - GAP / 2),
  };
}

function labelPosition(left: number, right: number, index: number, count: number) {
  if (count > 1 && index === 0) return { labelX: left, anchor: 'start' as const };
  if (count > 1 && index === count - 1) return { labelX: right, anchor: 'end' as const };
  return { labelX: (left + right) / 2, anchor: 'middle' as const };
}

interface Group {
  first: number;
  last: number;
  spans: DaySpan[];
}

/** Most groups a strip shows; the longest gaps are cut first. */
const MOST_GROUPS = 4;

function groupsOf(spans: readonly DaySpan[]): Group[] {
  const sorted = [...spans].sort((a, b) => a.first - b.first || a.last - b.last);
  const gaps = longGaps(sorted);
  const groups: Group[] = [];
  let reach = Number.NEGATIVE_INFINITY;
  for (const span of sorted) {
    const group = groups.at(-1);
    if (!group || (span.first > reach && gaps.has(reach)))
      groups.push({ first: span.first, last: span.last, spans: [span] });
    else {
      group.spans.push(span);
      group.last = Math.max(group.last, span.last);
    }
    reach = Math.max(reach, span.last);
  }
  return groups;
}

/** Days after which nothing happens for long, at most `MOST_GROUPS` - 1 of them. */
function longGaps(sorted: readonly DaySpan[]): Set<number> {
  const found: { after: number; length: number }[] = [];
  let reach = sorted[0]?.last ?? 0;
  let covered = 0;
  for (const span of sorted) {
    if (span.first > reach) found.push({ after: reach, length: span.first - reach });
    covered += Math.max(0, span.last - Math.max(reach, span.first)) + 1;
    reach = Math.max(reach, span.last);
  }
  const least = Math.max(LONG_GAP_DAYS, covered * LONG_GAP_SHARE);
  return new Set(
    found
      .filter(({ length }) => length > least)
      .sort((a, b) => b.length - a.length)
      .slice(0, MOST_GROUPS - 1)
      .map(({ after }) => after),
  );
}

/** Every group its least room, the rest by how much happens in it, so that one vague month does not crush a full week. */
function shareRoom(groups: readonly Group[], room: number): number[] {
  const least = Math.min(LEAST, room / groups.length);
  const weights = groups.map(({ spans }) => spans.length);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const spare = room - least * groups.length;
  return weights.map((weight) => least + (spare * weight) / total);
}
