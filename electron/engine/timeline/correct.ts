import type {
  Anchor,
  CalendarDay,
  Correction,
  CorrectionChange,
  TextSpan,
  TimelineEvent,
  TimeValue,
} from '../../contract';
import type { EntityResult, ParsedBlock, TimelineResult } from '../stages';
import { eventAt, spanOfAnchor } from './anchors';
import { type DayNumber, fromCalendarDay } from './calendar';
import { findTimeExpressions } from './find';
import { valueOfGivenTime } from './given-time';
import { resolveAgainst } from './resolve';
import { timeValue } from './value';

/** What corrections are applied against: the parse of the article and its entities after their own corrections. */
export interface CorrectionContext {
  blocks: readonly ParsedBlock[];
  entities: EntityResult;
  /** What relative words that a person writes are counted from; null when unknown. */
  publication: DayNumber | null;
}

/** The event's own words counted anew from the reader's day. Null where they hang on no other day. */
function countedFrom(
  event: TimelineEvent,
  day: DayNumber,
  calendarDay: CalendarDay,
  timeline: TimelineResult,
  blocks: readonly ParsedBlock[],
): TimeValue | null {
  const expression = timeline.expressions.find(({ id }) => id === event.expression);
  const block = blocks.find(({ id }) => id === expression?.span.block);
  if (!expression || !block) return null;
  const found = findTimeExpressions([block]).find(
    (time) => time.start === expression.span.start && time.end === expression.span.end,
  );
  const resolution = found && resolveAgainst(found, block, day);
  const value = found && resolution?.anchor ? timeValue(found, resolution, true, () => '') : null;
  if (!value) return null;
  const explanation = value.origin.explanation.replace(/\bpublication\b/, 'the day you set');
  return { ...value, origin: { kind: 'counted', anchor: { kind: 'reader', day: calendarDay }, explanation } };
}

/** Days that may hang on each other in a row. */
const DEEPEST = 8;

/**
 * The events with those counted anew that hang on the event whose time the reader set ("two days later"), and those
 * that hang on them; each says in its explanation that it was counted from there.
 */
function recounted(
  events: Events,
  target: TimelineEvent,
  time: TimeValue,
  timeline: TimelineResult,
  blocks: readonly ParsedBlock[],
  depth = 0,
): Events {
  const day = time.first === null ? null : fromCalendarDay(time.first);
  if (day === null || time.first === null || target.expression === null || depth > DEEPEST) return events;
  let changed = events;
  for (const event of events) {
    const origin = event.time?.origin;
    const hangs =
      origin?.kind === 'counted' &&
      origin.anchor.kind === 'narrative' &&
      origin.anchor.expression === target.expression;
    const value =
      hangs && event.id !== target.id ? countedFrom(event, day, time.first, timeline, blocks) : null;
    if (!value) continue;
    changed = changed.map((other) =>
      other.id === event.id ? { ...other, time: value, corrected: true } : other,
    );
    changed = recounted(changed, event, value, timeline, blocks, depth + 1);
  }
  return changed;
}

function sentenceAround(span: TextSpan, blocks: readonly ParsedBlock[]): TextSpan {
  const parsed = blocks.find(({ id }) => id === span.block)?.parsed;
  const holding = parsed?.sentences.filter(({ first, end }) => {
    const [start, stop] = [parsed.tokens[first]?.start ?? 0, parsed.tokens[end - 1]?.end ?? 0];
    return start < span.end && span.start < stop;
  });
  const [from, to] = [holding?.[0], holding?.at(-1)];
  if (!parsed || !from || !to) return span;
  return {
    block: span.block,
    start: parsed.tokens[from.first]?.start ?? span.start,
    end: parsed.tokens[to.end - 1]?.end ?? span.end,
  };
}

function addedEvent(
  id: string,
  change: Extract<CorrectionChange, { kind: 'addEvent' }>,
  context: CorrectionContext,
): TimelineEvent | null {
  const span = spanOfAnchor(change.anchor, context.blocks);
  const time = valueOfGivenTime(change.time, context.publication);
  if (!span || !time) return null;
  const inside = context.entities.mentions.filter(
    (mention) =>
      mention.span.block === span.block && mention.span.start < span.end && span.start < mention.span.end,
  );
  return {
    id: `added-${id}`,
    time,
    expression: null,
    clause: span,
    sentence: sentenceAround(span, context.blocks),
    headline: change.headline,
    status: 'happened',
    source: null,
    entities: [...new Set(inside.map((mention) => mention.entity))],
    corrected: true,
  };
}

function merged(into: TimelineEvent, from: TimelineEvent): TimelineEvent {
  return {
    ...into,
    time: into.time ?? from.time,
    expression: into.time ? into.expression : from.expression,
    entities: [...new Set([...into.entities, ...from.entities])],
    corrected: true,
  };
}

const ABOUT_EVENTS: ReadonlySet<CorrectionChange['kind']> = new Set([
  'setEventDate',
  'setEventAnchor',
  'setEventHeadline',
  'mergeEvents',
  'hideEvent',
  'addEvent',
]);

type Events = readonly TimelineEvent[];

/** The events with one of them changed; as they are when the anchor or the change comes to nothing. */
function edit(
  events: Events,
  anchor: Anchor,
  { blocks }: CorrectionContext,
  how: (event: TimelineEvent) => Partial<TimelineEvent> | null,
): Events {
  const target = eventAt(anchor, events, blocks);
  const changed = target && how(target);
  if (!changed) return events;
  return events.map((event) => (event === target ? { ...event, ...changed, corrected: true } : event));
}

function merge(
  events: Events,
  anchors: { into: Anchor; from: Anchor },
  { blocks }: CorrectionContext,
): Events {
  const [into, from] = [eventAt(anchors.into, events, blocks), eventAt(anchors.from, events, blocks)];
  if (!into || !from || into === from) return events;
  return events
    .filter((event) => event !== from)
    .map((event) => (event === into ? merged(into, from) : event));
}

/** One change; what finds nothing to change leaves the events as they are. */
function applyChange(
  events: Events,
  { id, change }: Correction,
  timeline: TimelineResult,
  context: CorrectionContext,
): Events {
  switch (change.kind) {
    case 'setEventDate': {
      const time = valueOfGivenTime(change.time, context.publication);
      const target = eventAt(change.event, events, context.blocks);
      const changed = edit(events, change.event, context, () => time && { time });
      return changed && target && time ? recounted(changed, target, time, timeline, context.blocks) : changed;
    }
    case 'setEventAnchor': {
      const day = fromCalendarDay(change.day);
      return edit(events, change.event, context, (event) => {
        const time = day === null ? null : countedFrom(event, day, change.day, timeline, context.blocks);
        return time && { time };
      });
    }
    case 'setEventHeadline':
      return edit(events, change.event, context, () => ({ headline: change.headline }));
    case 'hideEvent': {
      const target = eventAt(change.event, events, context.blocks);
      return target ? events.filter((event) => event !== target) : events;
    }
    case 'mergeEvents':
      return merge(events, change, context);
    case 'addEvent': {
      const added = addedEvent(id, change, context);
      return added ? [...events, added] : events;
    }
    default:
      return events;
  }
}

/**
 * Applies what a reader changed, in order; changes of entities are passed over. Every change finds its event by the
 * words it was made at, so it holds after a new analysis. Pure; events come back in reading order, with the ids of the
 * corrections that found nothing to change.
 */
export function applyEventCorrections(
  timeline: TimelineResult,
  corrections: readonly Correction[],
  context: CorrectionContext,
): TimelineResult & { unapplied: string[] } {
  const unapplied: string[] = [];
  let events: Events = timeline.events;
  for (const correction of corrections) {
    if (!ABOUT_EVENTS.has(correction.change.kind)) continue;
    const changed = applyChange(events, correction, timeline, context);
    if (changed === events) unapplied.push(correction.id);
    events = changed;
  }
  const position = new Map(context.blocks.map((block, index) => [block.id, index]));
  const place = (event: TimelineEvent): number => position.get(event.clause.block) ?? 0;
  const sorted = [...events].sort((a, b) => place(a) - place(b) || a.clause.start - b.clause.start);
  return { expressions: timeline.expressions, events: sorted, unapplied };
}
