import type {
  CalendarDay,
  Correction,
  CorrectionChange,
  EntityKey,
  EntityType,
  FileFormat,
  ReaderChoices,
  ReadingPlace,
  RecentFile,
  Settings,
  SpanAnchor,
  TextSpan,
} from '../contract';
import {
  flag,
  integer,
  list,
  matching,
  number,
  oneOf,
  orNull,
  record,
  type Shape,
  ShapeError,
  text,
  usableOf,
  variant,
} from './shape';

/** Longest path any of the three systems accepts. */
export const path = text(32_767);
const name = text(1_000);
const offset = integer(0, 2 ** 31);

export const hash = matching(/^[0-9a-f]{64}$/, 'a SHA-256');

/** A day that the calendar has: 2023-02-29 is refused. */
export const day: Shape<CalendarDay> = (value) => {
  const given = matching(/^\d{4}-\d{2}-\d{2}$/, 'a day as YYYY-MM-DD')(value);
  const parsed = new Date(`${given}T00:00:00Z`);
  const exists = !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(given);
  if (!exists) throw new ShapeError('a day of the calendar');
  return given;
};

export const span: Shape<TextSpan> = record({ block: name, start: offset, end: offset });
const anchor: Shape<SpanAnchor> = record({ span, text: text(100_000) });

const entityType: Shape<EntityType> = oneOf(
  'person',
  'place',
  'organisation',
  'group',
  'event',
  'product',
  'law',
  'work',
  'other',
);
const entity: Shape<EntityKey> = record({ name, type: entityType });

export const change: Shape<CorrectionChange> = variant<CorrectionChange>({
  mergeEntities: { into: entity, from: entity },
  splitEntity: { entity, names: list(name, 1_000) },
  renameEntity: { entity, name },
  retypeEntity: { entity, type: entityType },
  notAnEntity: { entity },
  addEntity: { anchor, type: entityType },
  setEventDate: { event: anchor, first: day, last: day },
  setEventAnchor: { event: anchor, day },
  setEventHeadline: { event: anchor, headline: name },
  mergeEvents: { into: anchor, from: anchor },
  hideEvent: { event: anchor },
  addEvent: { anchor, first: day, last: day, headline: name },
});

const scope = oneOf('article', 'library');
export const correction: Shape<Correction> = record({ id: text(100), scope, change });
export const correctionScope = scope;

const format: Shape<FileFormat> = oneOf('text', 'markdown', 'html', 'mhtml', 'epub', 'pdf', 'docx');

export const choiceFields = {
  publicationDate: orNull(day),
  encoding: orNull(matching(/^[a-z0-9_:.-]{1,40}$/i, 'the name of an encoding')),
  format: orNull(format),
  restored: list(text(200), 100_000),
};

export const choices: Shape<ReaderChoices> = record<ReaderChoices>({
  ...choiceFields,
  corrections: usableOf(correction),
});

export const place: Shape<ReadingPlace> = record({ span, progress: number(0, 1) });

export const recentFile: Shape<RecentFile> = record<RecentFile>({
  path,
  name,
  title: orNull(text(10_000)),
  opened: number(0, Number.MAX_SAFE_INTEGER),
  publicationDate: orNull(day),
  minutes: orNull(number(0, 1e9)),
});

/** Within the type only; numbers are clamped to their bounds by the settings store. */
const anyNumber = number(-1e9, 1e9);

export const settingFields: { [K in keyof Settings]: Shape<Settings[K]> } = {
  theme: oneOf('auto', 'light', 'sepia', 'dark', 'contrast'),
  typeface: oneOf('serif', 'sans', 'legible'),
  fontSize: anyNumber,
  lineWidth: anyNumber,
  lineHeight: anyNumber,
  letterSpacing: anyNumber,
  wordSpacing: anyNumber,
  showLibrary: flag,
  showPanels: flag,
  libraryWidth: anyNumber,
  panelsWidth: anyNumber,
  panelsSplit: anyNumber,
  panelTab: oneOf('entities', 'timeline'),
  timelineOrder: oneOf('date', 'article'),
  entityOrder: oneOf('count', 'name', 'article'),
  showMarks: flag,
  singleKeys: flag,
};
