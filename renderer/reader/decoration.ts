import type { Analysis, EntityType, Mark, Range } from '../../electron/contract';
import { RangeCursor } from './range-cursor';

/** What the engine marks in a block's text. */
export type Decoration = Range &
  (
    | { kind: 'mention'; id: string; entity: string; type: EntityType }
    | { kind: 'time'; id: string; dates: boolean }
    /** Words that mean a named entity; `name` is shown when they are pointed at. */
    | { kind: 'reference'; id: string; entity: string; name: string }
    /** Words that somebody says; `speaker` is shown when they are pointed at, where one is known. */
    | { kind: 'quotation'; id: string; speaker: string | null }
  );

/**
 * Decorations by block, sorted by start. Only expressions with a value are marked, because a bare duration leads
 * nowhere; `dates` tells those that an event hangs on.
 */
export function decorationsOf(analysis: Analysis | null): Map<string, Decoration[]> {
  const byBlock = new Map<string, Decoration[]>();
  if (!analysis) return byBlock;
  const types = new Map(analysis.entities.map((entity) => [entity.id, entity.type]));
  const add = (block: string, decoration: Decoration) => {
    const known = byBlock.get(block);
    if (known) known.push(decoration);
    else byBlock.set(block, [decoration]);
  };
  for (const { id, entity, span } of analysis.mentions) {
    const type = types.get(entity) ?? 'other';
    add(span.block, { kind: 'mention', id, entity, type, start: span.start, end: span.end });
  }
  const names = new Map(analysis.entities.map(({ id, name }) => [id, name]));
  for (const { id, entity, span } of analysis.references) {
    const name = names.get(entity);
    if (name) add(span.block, { kind: 'reference', id, entity, name, start: span.start, end: span.end });
  }
  for (const { id, kind, content, speaker } of analysis.statements) {
    if (kind === 'indirect') continue;
    const said = names.get(speaker?.entity ?? '') ?? speaker?.text ?? null;
    for (const { block, start, end } of content) {
      add(block, { kind: 'quotation', id, speaker: said, start, end });
    }
  }
  const dating = new Set(analysis.events.map((event) => event.expression));
  for (const { id, span, value } of analysis.expressions) {
    if (value) add(span.block, { kind: 'time', id, dates: dating.has(id), start: span.start, end: span.end });
  }
  for (const list of byBlock.values()) list.sort((a, b) => a.start - b.start || b.end - a.end);
  return byBlock;
}

/** A stretch of text over which the same marks and decorations hold. */
export interface Segment extends Range {
  marks: Mark[];
  decorations: Decoration[];
}

/**
 * Cuts `range` of a block's text wherever one of the marks or decorations that touch it begins or ends. Segments cover
 * the range without gaps. Both lists are sorted by start; the time grows with their length and how deep they nest.
 */
export function segmentsOf(
  marks: readonly Mark[],
  decorations: readonly Decoration[],
  range: Range,
): Segment[] {
  const cuts = new Set([range.start, range.end]);
  for (const { start, end } of [...marks, ...decorations]) {
    if (start > range.start && start < range.end) cuts.add(start);
    if (end > range.start && end < range.end) cuts.add(end);
  }
  const points = [...cuts].sort((a, b) => a - b);
  const coveringMarks = new RangeCursor(marks);
  const coveringDecorations = new RangeCursor(decorations);
  return points.slice(0, -1).map((start, index) => {
    const end = points[index + 1] ?? range.end;
    const segment = { start, end };
    return {
      start,
      end,
      marks: coveringMarks.touching(segment),
      decorations: coveringDecorations.touching(segment),
    };
  });
}
