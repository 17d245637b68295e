import {
  type Anchor,
  type ArticleId,
  type CalendarDay,
  type CorrectionChange,
  type CorrectionScope,
  type DecisionFields,
  ENTITY_ORDERS,
  ENTITY_TYPES,
  type EntityKey,
  FILE_KINDS,
  type FileDetails,
  type GivenTime,
  LIST_TABS,
  PAGE_KINDS,
  PANEL_TABS,
  type Quote,
  type ReadingPlace,
  type Settings,
  type TextSpan,
  THEMES,
  TIMELINE_ORDERS,
  TYPEFACES,
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
  variant,
} from './shape';

/** Longest path any of the three systems accepts. */
export const path = text(32_767);
const name = text(1_000);
const offset = integer(0, 2 ** 31);

export const articleId: Shape<ArticleId> = matching(/^[0-9a-f]{64}$/, 'a SHA-256');

/** A day that the calendar has: 2023-02-29 is refused. */
export const day: Shape<CalendarDay> = (value) => {
  const given = matching(/^\d{4}-\d{2}-\d{2}$/, 'a day as YYYY-MM-DD')(value);
  const parsed = new Date(`${given}T00:00:00Z`);
  const exists = !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(given);
  if (!exists) throw new ShapeError('a day of the calendar');
  return given;
};

const words = text(100_000);
const entityType = oneOf(ENTITY_TYPES);

/**
 * Corrections and places.
 * @param object `record` for what the window sends, `known` for what was kept on disk
 */
export function correctionShapes(object: typeof record) {
  const span: Shape<TextSpan> = object({ block: name, start: offset, end: offset });
  const quote: Shape<Quote> = object({ exact: words, before: words, after: words });
  const anchor: Shape<Anchor> = object({ span, quote });
  const entity: Shape<EntityKey> = object({ name, type: entityType });
  const time: Shape<GivenTime> = object({ first: orNull(day), last: orNull(day), written: orNull(name) });
  const change: Shape<CorrectionChange> = variant<CorrectionChange>(
    {
      mergeEntities: { into: entity, from: entity },
      keepApart: { a: entity, b: entity },
      splitEntity: { entity, names: list(name, 1_000) },
      renameEntity: { entity, name },
      retypeEntity: { entity, type: entityType },
      notAnEntity: { entity },
      addEntity: { anchor, type: entityType },
      setReference: { reference: anchor, entity: orNull(entity) },
      setSpeaker: { statement: anchor, entity: orNull(entity) },
      hideStatement: { statement: anchor },
      setEventDate: { event: anchor, time },
      setEventAnchor: { event: anchor, day },
      setEventHeadline: { event: anchor, headline: name },
      mergeEvents: { into: anchor, from: anchor },
      hideEvent: { event: anchor },
      addEvent: { anchor, time, headline: name },
    },
    object,
  );
  return { anchor, change };
}

const strict = correctionShapes(record);
export const change = strict.change;
export const correctionScope: Shape<CorrectionScope> = oneOf(['article', 'library']);

export const decisionFields: { [K in keyof DecisionFields]: Shape<DecisionFields[K]> } = {
  publicationDate: orNull(day),
  encoding: orNull(matching(/^[a-z0-9_:.-]{1,40}$/i, 'the name of an encoding')),
  format: orNull(oneOf(FILE_KINDS.map((kind) => kind.format))),
  kind: orNull(oneOf(PAGE_KINDS)),
  restored: list(text(200), 100_000),
};

export const readingPlace: Shape<ReadingPlace> = record({ anchor: strict.anchor, progress: number(0, 1) });

export const detailFields: { [K in keyof FileDetails]: Shape<FileDetails[K]> } = {
  path,
  article: orNull(articleId),
  name,
  title: orNull(text(10_000)),
  publicationDate: orNull(day),
  minutes: orNull(number(0, 1e9)),
};

/** Within the type only; numbers are clamped to their bounds by whoever keeps them. */
const anyNumber = number(-1e9, 1e9);

export const settingFields: { [K in keyof Settings]: Shape<Settings[K]> } = {
  theme: oneOf(THEMES.map(({ theme }) => theme)),
  typeface: oneOf(TYPEFACES.map(({ typeface }) => typeface)),
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
  panelTab: oneOf(PANEL_TABS),
  listTab: oneOf(LIST_TABS),
  timelineOrder: oneOf(TIMELINE_ORDERS),
  entityOrder: oneOf(ENTITY_ORDERS),
  showMarks: flag,
  singleKeys: flag,
};
