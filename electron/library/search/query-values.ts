import { ENTITY_TYPES, FILE_KINDS, type Range } from '../../contract';
import { QueryError, VALUE_FIELDS, type ValueField } from './query';

export const isValueField = (name: string): name is ValueField => VALUE_FIELDS.includes(name as ValueField);

/** What each listed field takes; null takes a language tag. */
const values: Record<ValueField, readonly string[] | null> = {
  is: ['unread', 'reading', 'read', 'starred', 'binned', 'untagged', 'undated'],
  has: ['tag', 'note', 'problem', 'version', 'event', 'entity'],
  type: ENTITY_TYPES,
  format: FILE_KINDS.map(({ format }) => format),
  language: null,
};

/** Throws `QueryError` that lists what can be written. */
export function checkedValue(field: ValueField, text: string, range: Range): string {
  const value = text.toLowerCase();
  const known = values[field];
  if (known === null) {
    if (/^[a-z]{2,3}(-[a-z0-9]{2,8})*$/.test(value)) return value;
    throw new QueryError('A language is written as en, de or zh-hant.', range);
  }
  if (known.includes(value)) return value;
  throw new QueryError(`${field}:${text} is not known. ${field}: takes ${known.join(', ')}.`, range);
}
