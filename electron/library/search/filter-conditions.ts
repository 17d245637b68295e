import type { CalendarDay, LibraryFilter } from '../../contract';
import { dayNumber } from '../days';
import { type Condition, condition } from './condition';
import { daysCondition, valueCondition } from './conditions';
import { fold } from './fold';
import type { DayField } from './query';

/** What a filter asks for beside the words; the bin is seen to by the search. */
export function filterConditions(filter: LibraryFilter): Condition[] {
  const { entity, entityType, site, format, language, tag, readState, starred } = filter;
  return [
    ...(entity ? [namesEntity(entity)] : []),
    ...(entityType ? [valueCondition('type', entityType)] : []),
    ...days('published', filter.publishedFrom, filter.publishedTo),
    ...days('told', filter.toldFrom, filter.toldTo),
    ...(site === null ? [] : [condition('e.site = ?', site)]),
    ...(format ? [valueCondition('format', format)] : []),
    ...(language === null ? [] : [valueCondition('language', language.toLowerCase())]),
    ...(tag === null ? [] : [hasTag(tag)]),
    ...(readState ? [valueCondition('is', readState)] : []),
    ...(starred === null ? [] : [condition('e.starred = ?', starred ? 1 : 0)]),
  ];
}

/** Under any of its names. */
function namesEntity({ name, type }: NonNullable<LibraryFilter['entity']>): Condition {
  const inside = 'SELECT entity.entry FROM name JOIN entity ON entity.id = name.entity WHERE name.name = ?';
  return type
    ? condition(`e.id IN (${inside} AND entity.type = ?)`, fold(name), type)
    : condition(`e.id IN (${inside})`, fold(name));
}

function hasTag(tag: string): Condition {
  return condition(
    'e.id IN (SELECT tagging.entry FROM tag JOIN tagging ON tagging.tag = tag.id WHERE tag.folded = ?)',
    fold(tag),
  );
}

function days(field: DayField, from: CalendarDay | null, to: CalendarDay | null): Condition[] {
  if (from === null && to === null) return [];
  return [
    daysCondition(field, {
      first: from === null ? null : dayNumber(from),
      last: to === null ? null : dayNumber(to),
    }),
  ];
}
