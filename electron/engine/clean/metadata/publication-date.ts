import type { CalendarDay, FileFormat, Found } from '../../../contract';
import type { Draft, DraftBlock, MetadataCandidate } from '../../read/draft';
import { type NumericOrder, readDay } from './calendar-day';
import { type DateRow, findDateRows } from './date-rows';
import { findDateline } from './dateline';

type FoundDay = Found<CalendarDay>;

/** What is known of a draft's dates before one is chosen. */
interface Evidence {
  stated: FoundDay[];
  modified: ReadonlySet<CalendarDay>;
  rows: DateRow[];
  dateline: FoundDay | null;
  fileName: FoundDay | null;
}

/** Scores of a date row (see `findDateRows`) from which it is believed beside, and without, other sources. */
const SURE_ROW = 2;
const LIKELY_ROW = 1;

function daysOf(draft: Draft, field: MetadataCandidate['field'], order: NumericOrder): FoundDay[] {
  return draft.candidates.flatMap((candidate) => {
    if (candidate.field !== field) return [];
    const found = readDay(candidate.value, order);
    return found
      ? [{ value: found.day, source: candidate.source, words: candidate.words ?? candidate.value }]
      : [];
  });
}

function ofSource(days: readonly FoundDay[], ...sources: FoundDay['source'][]): FoundDay | null {
  return days.find(({ source }) => sources.includes(source)) ?? null;
}

function fromRow(row: DateRow | undefined): FoundDay | null {
  return row ? { value: row.day, source: 'text', words: row.words } : null;
}

/**
 * A row that states an earlier day than the metadata is the publication: publishing systems overwrite their own
 * record when an article is moved or touched, not what its page shows.
 */
function earlierRow(
  rows: readonly DateRow[],
  stated: FoundDay,
  modified: Evidence['modified'],
): FoundDay | null {
  const row = rows[0];
  if (!row || row.score < SURE_ROW || row.label === 'updated' || modified.has(row.day)) return null;
  return row.day < stated.value ? fromRow(row) : null;
}

type Source = (evidence: Evidence) => FoundDay | null;

/**
 * Where the day is looked for, in the order measured best on the development pages of WCXB (`npm run bench -- dates`).
 * The file's own time is not among them: it tells when the file was saved, and is only ever offered to the reader.
 */
const sources: Source[] = [
  ({ stated }) => ofSource(stated, 'url'),
  ({ stated, rows, modified }) => {
    const day = ofSource(stated, 'json-ld', 'meta-tag');
    return day && (earlierRow(rows, day, modified) ?? day);
  },
  ({ rows }) => fromRow(rows.find(({ score, label }) => score >= SURE_ROW && label !== 'updated')),
  ({ stated }) => ofSource(stated, 'time-element'),
  ({ dateline }) => dateline,
  ({ rows }) => fromRow(rows.find(({ score }) => score >= LIKELY_ROW)),
  ({ stated }) => ofSource(stated, 'document-properties'),
  ({ fileName }) => fileName,
];

/**
 * The day an article was published, with the words that tell it, or null when nothing does.
 * @param title index of the headline among the draft's blocks; minus one when there is none
 * @param name the file's name
 */
export function findPublicationDate(
  draft: Draft,
  title: number,
  name: string,
  order: NumericOrder,
): FoundDay | null {
  const stated = daysOf(draft, 'publicationDate', order);
  const own = isRecorded(draft) ? ofSource(stated, 'document-properties') : null;
  if (own) return own;
  const evidence: Evidence = {
    stated,
    modified: new Set(daysOf(draft, 'modificationDate', order).map(({ value }) => value)),
    rows: findDateRows(draft.blocks, title, order),
    dateline: datelineOf(draft.blocks, title, order),
    fileName: dayOfName(name),
  };
  for (const source of sources) {
    const day = source(evidence);
    if (day) return day;
  }
  return null;
}

/** Formats that record the day with the text: in front of it, in the book's own record, by the agency or the feed. */
const RECORDED = new Set<FileFormat>(['markdown', 'epub', 'fb2', 'jats', 'nitf', 'feed', 'mbox']);

/** A mail was written on the day it states; the day that a word processor states is only that of the file. */
function isRecorded({ detected: { format }, kind }: Draft): boolean {
  return RECORDED.has(format) || (format === 'mhtml' && kind === 'document');
}

function datelineOf(blocks: readonly DraftBlock[], title: number, order: NumericOrder): FoundDay | null {
  const found = findDateline(blocks, title, order);
  return found && { value: found.day, source: 'text', words: found.words };
}

/** Only a name that begins or ends with the whole day, as clippers and archives write it, tells it. */
function dayOfName(name: string): FoundDay | null {
  const found = /^\d{4}[-_.]?\d{2}[-_.]?\d{2}(?!\d)|(?<!\d)\d{4}[-_.]\d{2}[-_.]\d{2}(?=\.\w{1,8}$)/.exec(
    name,
  );
  const day = found && readDay(found[0].replaceAll('_', '-'), 'day-first');
  return day ? { value: day.day, source: 'file-name', words: found[0] } : null;
}
