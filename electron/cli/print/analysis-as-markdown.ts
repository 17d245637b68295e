import type {
  AnalysedArticle,
  Article,
  CalendarDay,
  Entity,
  EntityType,
  Precision,
  TimelineEvent,
  TimeValue,
} from '../../contract';
import { fromCalendarDay } from '../../engine/timeline/calendar';
import { blocksAsMarkdown, escaped } from './blocks-as-markdown';

/** The order of the types in the list, with their headings. */
const headings: Record<EntityType, string> = {
  person: 'Persons',
  place: 'Places',
  organisation: 'Organisations',
  group: 'Groups',
  event: 'Named events',
  product: 'Products',
  law: 'Laws',
  work: 'Works',
  other: 'Others',
};

/** The cleaned article with its entities, its timeline and what was removed, for a person to read. */
export function analysisAsMarkdown(analysis: AnalysedArticle): string {
  const parts = [
    ...titleOf(analysis.article),
    metaLine(analysis.article),
    blocksAsMarkdown(analysis.article.blocks),
    ...entityPart(analysis),
    ...timelinePart(analysis),
    ...removedPart(analysis.article),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

/** The title stands among the blocks when it is one of them. */
function titleOf({ title, titleBlock }: Article): string[] {
  return title && titleBlock === null ? [`# ${escaped(title.value)}`] : [];
}

function metaLine({ byline, site, publicationDate, language, source }: Article): string {
  const published = publicationDate
    ? `${publicationDate.value} (${publicationDate.source})`
    : 'no publication date';
  const facts = [byline?.value, site?.value, published, language?.value, source.name];
  return `_${facts
    .filter((fact) => fact !== undefined)
    .map((fact) => escaped(fact))
    .join(' · ')}_`;
}

function entityPart({ entities, support }: AnalysedArticle): string[] {
  if (support.state === 'unsupported') {
    return ['## Entities', `The text is in a language not supported yet (${support.language}).`];
  }
  if (entities.length === 0) return ['## Entities', 'No names found.'];
  const lists = Object.entries(headings).flatMap(([type, heading]) => {
    const lines = entities.filter((entity) => entity.type === type).map(entityLine);
    return lines.length > 0 ? [`### ${heading}`, lines.join('\n')] : [];
  });
  return ['## Entities', ...lists];
}

function entityLine({ name, aliases, mentions }: Entity): string {
  const others = aliases.map((alias) => `${escaped(alias.name)} ×${alias.count}`).join(', ');
  return `- **${escaped(name)}** ×${mentions.length}${others ? `; also ${others}` : ''}`;
}

function timelinePart(analysis: AnalysedArticle): string[] {
  const { events, support } = analysis;
  if (support.state === 'unsupported') return [];
  const dated = events.filter(({ time }) => time?.first).sort(byDate);
  const waiting = events.filter(({ time }) => time && !time.first).sort(byOffset);
  const undated = events.filter(({ time }) => !time);
  const lines = [...dated, ...waiting, ...undated].map((event) => eventLines(event, analysis));
  return ['## Timeline', lines.length > 0 ? lines.join('\n') : 'No dates found.'];
}

function byDate(a: TimelineEvent, b: TimelineEvent): number {
  return dayOrder(a.time?.first, b.time?.first) || dayOrder(a.time?.last, b.time?.last);
}

/** Days as numbers: as text, years before Christ ("-0479-…") would come in reverse. */
function dayOrder(a: string | null | undefined, b: string | null | undefined): number {
  return (fromCalendarDay(a ?? '') ?? 0) - (fromCalendarDay(b ?? '') ?? 0);
}

/** Days from the unknown day of publication; vague times last. */
function byOffset(a: TimelineEvent, b: TimelineEvent): number {
  const offset = ({ time }: TimelineEvent) => time?.relative?.firstOffset ?? Number.MAX_SAFE_INTEGER;
  return offset(a) - offset(b);
}

function eventLines(event: TimelineEvent, { expressions }: AnalysedArticle): string {
  const words = expressions.find(({ id }) => id === event.expression)?.text;
  const status =
    event.status === 'happened' ? '' : ` (${event.status}${event.source ? `, ${event.source}` : ''})`;
  const how = event.time
    ? `\n  ${words ? `“${escaped(words)}”: ` : ''}${escaped(event.time.origin.explanation)}`
    : '';
  return `- **${escaped(when(event.time))}** ${escaped(event.headline + status)}${how}`;
}

/** A day, a month, a year, or first and last day; words where the anchor is not known. */
function when(time: TimeValue | null): string {
  if (!time) return 'Undated';
  if (time.first === null || time.last === null) return time.relative?.label ?? 'Some time';
  const open = time.open === null ? '' : time.open === 'end' ? 'since ' : 'until ';
  return open + stretch(time.first, time.last, time.precision);
}

function stretch(first: CalendarDay, last: CalendarDay, precision: Precision): string {
  const [from, to] = [writtenDay(first, precision), writtenDay(last, precision)];
  return from === to ? from : `${from} to ${to}`;
}

/** No more exact than known; a lone year before Christ as people write it: "480 BC". */
function writtenDay(day: CalendarDay, precision: Precision): string {
  const year = Number.parseInt(day, 10);
  if (precision === 'year') return year > 0 ? String(year) : `${1 - year} BC`;
  return precision === 'month' ? day.slice(0, -3) : day;
}

function removedPart({ removals }: Article): string[] {
  if (removals.length === 0) return [];
  const lines = removals.map(({ reason, blocks, rule }) => {
    const text = blocks.map((block) => block.text).join(' ');
    const words = text.replace(/\s+/g, ' ').trim();
    return `- ${reason}: ${escaped(words.length > 160 ? `${words.slice(0, 159)}…` : words) || `(${blocks[0]?.kind})`} — ${escaped(rule)}`;
  });
  return ['## Removed', lines.join('\n')];
}
