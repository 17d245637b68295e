import {
  ENTITY_TYPES,
  FILE_KINDS,
  LIBRARY_ORDERS,
  type LibraryCalls,
  type LibraryChange,
  type LibraryFilter,
  type LibrarySearch,
  METADATA_FIELDS,
  READ_STATES,
} from '../contract';
import { flag, integer, list, nothing, oneOf, orNull, record, type Shape, text, variant } from './shape';
import { articleId, day, path } from './shapes';

const name = text(1_000);
const typed = text(5_000);
const position = integer(0, Number.MAX_SAFE_INTEGER);
/** Articles in one change; a library of a lifetime has fewer. */
const articles = list(articleId, 1_000_000);
const paths = list(path, 100_000);
/** A tag stands on one line and is told from the next by its end. */
const tag: Shape<string> = (value) =>
  text(200)(typeof value === 'string' ? value.replace(/\s+/g, ' ').trim() : value);

const filter: Shape<LibraryFilter> = record<LibraryFilter>({
  entity: orNull(record({ name, type: orNull(oneOf(ENTITY_TYPES)) })),
  entityType: orNull(oneOf(ENTITY_TYPES)),
  publishedFrom: orNull(day),
  publishedTo: orNull(day),
  toldFrom: orNull(day),
  toldTo: orNull(day),
  site: orNull(typed),
  format: orNull(oneOf(FILE_KINDS.map(({ format }) => format))),
  language: orNull(name),
  tag: orNull(tag),
  readState: orNull(oneOf(READ_STATES)),
  starred: orNull(flag),
  binned: flag,
});

const search: Shape<LibrarySearch> = record<LibrarySearch>({
  text: typed,
  typing: flag,
  filter,
  order: oneOf(LIBRARY_ORDERS),
  descending: flag,
});

const change: Shape<LibraryChange> = variant<LibraryChange>({
  tag: { tag, on: flag },
  star: { on: flag },
  readState: { state: oneOf(READ_STATES) },
  metadata: { field: oneOf(METADATA_FIELDS), value: orNull(typed) },
  publicationDate: { day: orNull(day) },
  bin: { on: flag },
});

/** What each call about the library takes; a call without a check does not compile. */
export const libraryInputs: { [N in keyof LibraryCalls]: Shape<LibraryCalls[N]['input']> } = {
  'library.state': nothing,
  'library.search': record({ search, from: position, count: integer(0, 500) }),
  'library.hits': record({ article: articleId, text: typed, typing: flag }),
  'library.facets': record({ search }),
  'library.entities': record({ text: name }),
  'library.entry': record({ article: articleId }),
  'library.metadata': record({ article: articleId }),
  'library.change': record({ articles, change }),
  'library.undo': record({ undo: text(100) }),
  'library.forget': record({ articles }),
  'library.import': record({ paths }),
  'library.importControl': record({ action: oneOf(['pause', 'resume', 'cancel']) }),
  'library.failures': record({ from: position, count: integer(0, 500) }),
  'library.retry': record({ paths: orNull(paths) }),
  'library.dismiss': record({ paths: orNull(paths) }),
  'library.saveSearch': record({ id: text(100), name, search }),
  'library.removeSearch': record({ id: text(100) }),
  'library.watch': record({ folder: path, on: flag }),
  'library.backUp': nothing,
  'library.restore': record({ backup: text(255) }),
  'library.rebuild': nothing,
  'library.move': record({ folder: path }),
};
