import type { EntityType, Facet, Facets, LibrarySearch, NamedEntity } from '../../contract';
import type { Database } from '../database/database';
import type { Condition } from './condition';
import { fold } from './fold';
import { fromWhere, planOf } from './search';

/** Values listed of one kind; a person who needs more types a part of it. */
const MOST_VALUES = 500;

/** What the articles of a search have. Throws `QueryError` for one that cannot be understood. */
export function facetsOf(database: Database, asked: LibrarySearch): Facets {
  const where = fromWhere(planOf(asked));
  const count = (value: string, from: Condition = where) =>
    database.all<Facet>(
      `SELECT ${value} AS value, count(*) AS count ${from.sql} AND ${value} IS NOT NULL
       GROUP BY value ORDER BY count DESC, value LIMIT ${MOST_VALUES}`,
      from.values,
    );
  const months = count("strftime('%Y-%m', e.published * 86400, 'unixepoch')");
  return {
    sites: count('e.site'),
    tags: tagCounts(database, where),
    languages: count('e.language'),
    formats: count('e.format'),
    months: months.sort((a, b) => b.value.localeCompare(a.value)),
    readStates: count('e.read_state'),
  };
}

function tagCounts(database: Database, { sql, values }: Condition): Facet[] {
  return database.all<Facet>(
    `SELECT tag.name AS value, count(*) AS count FROM tagging JOIN tag ON tag.id = tagging.tag
     WHERE tagging.entry IN (SELECT e.id ${sql}) GROUP BY tag.id ORDER BY count DESC, tag.folded LIMIT ${MOST_VALUES}`,
    values,
  );
}

/** Entities one of whose names begins with `text`, or has a word that does; the most widespread first. */
export function namedEntities(database: Database, text: string, count: number): NamedEntity[] {
  const wanted = fold(text).trim();
  if (wanted === '') return [];
  const pattern = wanted.replace(/[\\%_]/g, '\\$&');
  return database.all<{ name: string; type: EntityType; articles: number }>(
    `SELECT entity.name AS name, entity.type AS type, count(DISTINCT entity.entry) AS articles
     FROM name JOIN entity ON entity.id = name.entity JOIN entry ON entry.id = entity.entry AND entry.binned IS NULL
     WHERE name.name LIKE ?1 ESCAPE '\\' OR name.name LIKE ?2 ESCAPE '\\'
     GROUP BY entity.type, entity.name ORDER BY articles DESC, entity.name LIMIT ?3`,
    [`${pattern}%`, `% ${pattern}%`, count],
  );
}
