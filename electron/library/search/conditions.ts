import type { SqlValue } from '../database/database';
import { localMidnight } from '../days';
import { all, any, type Condition, condition, NOTHING, negated } from './condition';
import type { DayField, Days, Query, ValueField } from './query';
import { textMatch } from './text-match';

/** A query as a condition on `entry e`; what the index can answer in one go is asked of it in one go. */
export function conditionOf(query: Query): Condition {
  const match = textMatch(query);
  if (match !== null) return matching(match);
  switch (query.kind) {
    case 'or':
      return any(query.parts.map(conditionOf));
    case 'and': {
      const { match: together, rest } = splitText(query.parts);
      return all([...(together === null ? [] : [matching(together)]), ...rest.map(conditionOf)]);
    }
    case 'not':
      return negated(conditionOf(query.part));
    case 'days':
      return daysCondition(query.field, query.days);
    case 'value':
      return valueCondition(query.field, query.value);
    default:
      return NOTHING;
  }
}

/** The part of a search that the index can answer and rank by, and the rest; both must hold. */
export function splitText(parts: readonly Query[]): { match: string | null; rest: Query[] } {
  const text = parts.filter((part) => part.kind !== 'not' && textMatch(part) !== null);
  const nots = parts.filter((part) => part.kind === 'not' && textMatch(part.part) !== null);
  if (text.length === 0) return { match: null, rest: [...parts] };
  const together = [...text, ...nots];
  return {
    match: textMatch({ kind: 'and', parts: together }),
    rest: parts.filter((part) => !together.includes(part)),
  };
}

function matching(match: string): Condition {
  return condition('e.id IN (SELECT rowid FROM search.words WHERE words MATCH ?)', match);
}

export function daysCondition(field: DayField, { first, last }: Days): Condition {
  if (field === 'told') return toldCondition({ first, last });
  if (field === 'published') return between('e.published', first, last);
  const from = first === null ? null : localMidnight(first);
  const to = last === null ? null : localMidnight(last + 1) - 1;
  return between(field === 'added' ? 'e.added' : 'e.opened', from, to);
}

/** An event counts when any of its days is among them. */
function toldCondition({ first, last }: Days): Condition {
  const inside = all([
    condition('first IS NOT NULL'),
    ...(last === null ? [] : [condition('first <= ?', last)]),
    ...(first === null ? [] : [condition('last >= ?', first)]),
  ]);
  return condition(`e.id IN (SELECT entry FROM telling WHERE ${inside.sql})`, ...inside.values);
}

function between(column: string, first: SqlValue, last: SqlValue): Condition {
  return all([
    condition(`${column} IS NOT NULL`),
    ...(first === null ? [] : [condition(`${column} >= ?`, first)]),
    ...(last === null ? [] : [condition(`${column} <= ?`, last)]),
  ]);
}

const states: Record<string, string> = {
  'is:unread': "e.read_state = 'unread'",
  'is:reading': "e.read_state = 'reading'",
  'is:read': "e.read_state = 'read'",
  'is:starred': 'e.starred = 1',
  'is:binned': 'e.binned IS NOT NULL',
  'is:untagged': 'NOT EXISTS (SELECT 1 FROM tagging WHERE tagging.entry = e.id)',
  'is:undated': 'e.published IS NULL',
  'has:tag': 'EXISTS (SELECT 1 FROM tagging WHERE tagging.entry = e.id)',
  // Notes come with a later form of the library.
  'has:note': '0',
  'has:problem': 'e.problem IS NOT NULL',
  'has:version': 'e.earlier IS NOT NULL OR e.id IN (SELECT earlier FROM entry WHERE earlier IS NOT NULL)',
  'has:event': 'EXISTS (SELECT 1 FROM telling WHERE telling.entry = e.id)',
  'has:entity': 'EXISTS (SELECT 1 FROM entity WHERE entity.entry = e.id)',
};

export function valueCondition(field: ValueField, value: string): Condition {
  if (field === 'type') return condition('e.id IN (SELECT entry FROM entity WHERE type = ?)', value);
  if (field === 'format') return condition('e.format = ?', value);
  if (field === 'language') {
    // "en" finds "en-GB" too.
    return condition("(lower(e.language) = ? OR lower(e.language) LIKE ? || '-%')", value, value);
  }
  const sql = states[`${field}:${value}`];
  return sql === undefined ? NOTHING : condition(sql);
}
