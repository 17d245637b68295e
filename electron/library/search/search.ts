import type {
  ArticleId,
  LibraryEntry,
  LibraryOrder,
  LibrarySearch,
  SearchAnswer,
  SearchHit,
  TextSpan,
} from '../../contract';
import type { Database, SqlValue } from '../database/database';
import { entriesById, entryId } from '../entries/entry-row';
import { blocksOf } from '../entries/findings';
import { revision } from '../entries/revision';
import { all, type Condition, condition } from './condition';
import { conditionOf, splitText } from './conditions';
import { filterConditions } from './filter-conditions';
import { hitsIn } from './find-words';
import { type Query, QueryError } from './query';
import { parseQuery } from './query-parser';
import { COLUMN_WEIGHTS } from './search-index';
import { snippetOf } from './snippet';

/** Above this many articles with the words, relevance says little and costs much: the newest come first instead. */
const MOST_RANKED = 2_500;
const RANK = `bm25(words, ${Object.values(COLUMN_WEIGHTS).join(', ')})`;

/** What a search comes down to: what the index is asked, and what else must hold. */
export interface Plan {
  query: Query | null;
  match: string | null;
  rest: Condition;
}

/** One part of the answer to a search. Never throws for what a person typed: that is the answer's `problem`. */
export function search(database: Database, asked: LibrarySearch, from: number, count: number): SearchAnswer {
  const answer = (more: Partial<SearchAnswer>): SearchAnswer => ({
    items: [],
    total: 0,
    next: null,
    order: asked.order,
    problem: null,
    revision: revision(database),
    unindexed: 0,
    ...more,
  });
  let plan: Plan;
  try {
    plan = planOf(asked);
  } catch (error) {
    if (!(error instanceof QueryError)) throw error;
    return answer({ problem: { message: error.message, range: error.range } });
  }
  const ranked = asked.order === 'relevance' && isNarrow(plan.query) ? rankedIds(database, plan) : null;
  const total = ranked?.length ?? countOf(database, plan);
  const order = orderOf(asked.order, plan, total);
  const ids =
    ranked?.slice(from, from + count) ?? idsOf(database, plan, order, asked.descending, from, count);
  const next = from + ids.length < total && ids.length > 0 ? from + ids.length : null;
  return answer({ items: hitsOf(database, ids, plan), total, next, order });
}

/** Throws `QueryError`. */
export function planOf({ text, typing, filter }: LibrarySearch): Plan {
  const query = parseQuery(text, { typing });
  const parts = query === null ? [] : query.kind === 'and' ? query.parts : [query];
  const { match, rest } = splitText(parts);
  const binned = filter.binned || asksForBin(query);
  return {
    query,
    match,
    rest: all([
      ...rest.map(conditionOf),
      ...filterConditions(filter),
      ...(binned && !filter.binned ? [] : [condition(`e.binned IS ${filter.binned ? 'NOT ' : ''}NULL`)]),
    ]),
  };
}

/** Every place in one article where a word of the search stands, in reading order. */
export function hitsInArticle(
  database: Database,
  article: ArticleId,
  text: string,
  typing: boolean,
): TextSpan[] {
  const id = entryId(database, article);
  try {
    const query = parseQuery(text, { typing });
    return id === null || query === null ? [] : hitsIn(blocksOf(database, id), query);
  } catch (error) {
    if (error instanceof QueryError) return [];
    throw error;
  }
}

/** `FROM` and `WHERE` of a plan, for counts and lists alike. */
export function fromWhere({ match, rest }: Plan): Condition {
  return match === null
    ? condition(`FROM entry e WHERE ${rest.sql}`, ...rest.values)
    : condition(
        `FROM search.words JOIN entry e ON e.id = words.rowid WHERE words MATCH ? AND (${rest.sql})`,
        match,
        ...rest.values,
      );
}

function asksForBin(query: Query | null): boolean {
  if (query?.kind === 'value') return query.field === 'is' && query.value === 'binned';
  return (query?.kind === 'and' || query?.kind === 'or') && query.parts.some(asksForBin);
}

function countOf(database: Database, plan: Plan): number {
  const { sql, values } = fromWhere(plan);
  return database.get<{ n: number }>(`SELECT count(*) AS n ${sql}`, values)?.n ?? 0;
}

/** More than one bare word: such a search finds few articles, and costs most where its words are common. */
function isNarrow(query: Query | null): boolean {
  return query !== null && !(query.kind === 'words' && query.words.length === 1);
}

/**
 * All that is found, most relevant first, looked for once where counting and sorting would do it twice. Null when the
 * index is not asked, or when it is so much that relevance says little.
 */
function rankedIds(database: Database, plan: Plan): number[] | null {
  if (plan.match === null) return null;
  const { sql, values } = fromWhere(plan);
  const rows = database.all<{ id: number; rank: number }>(
    `SELECT e.id AS id, ${RANK} AS rank ${sql} LIMIT ?`,
    [...values, MOST_RANKED + 1],
  );
  if (rows.length > MOST_RANKED) return null;
  return rows.sort((a, b) => a.rank - b.rank || b.id - a.id).map(({ id }) => id);
}

function orderOf(asked: LibraryOrder, { match }: Plan, total: number): LibraryOrder {
  if (asked !== 'relevance') return asked;
  return match !== null && total <= MOST_RANKED ? 'relevance' : 'added';
}

const columns: Record<Exclude<LibraryOrder, 'relevance'>, string> = {
  added: 'e.added',
  opened: 'e.opened',
  published: 'e.published',
  title: 'e.sort_title',
  site: 'e.site COLLATE NOCASE',
  words: 'e.word_count',
};

function idsOf(
  database: Database,
  plan: Plan,
  order: LibraryOrder,
  descending: boolean,
  from: number,
  count: number,
): number[] {
  const { sql, values } = fromWhere(plan);
  const direction = descending ? 'DESC' : 'ASC';
  // What has no day or site comes last in either direction.
  const sorted =
    order === 'relevance'
      ? `${RANK}, e.id DESC`
      : `${columns[order]} IS NULL, ${columns[order]} ${direction}, e.id ${direction}`;
  const given: SqlValue[] = [...values, count, from];
  return database
    .all<{ id: number }>(`SELECT e.id AS id ${sql} ORDER BY ${sorted} LIMIT ? OFFSET ?`, given)
    .map(({ id }) => id);
}

function hitsOf(database: Database, ids: readonly number[], { query }: Plan): SearchHit[] {
  const entries = entriesById(database, ids);
  return ids.flatMap((id) => {
    const entry = entries.get(id);
    return entry ? [hitOf(database, id, entry, query)] : [];
  });
}

function hitOf(database: Database, id: number, entry: LibraryEntry, query: Query | null): SearchHit {
  const found = query === null ? null : snippetOf(blocksOf(database, id), query);
  return {
    entry,
    snippet: found?.snippet ?? null,
    location: found && { article: entry.article, span: found.span },
  };
}
