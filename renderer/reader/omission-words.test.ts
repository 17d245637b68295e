import { expect, it } from 'vitest';
import { omissionWords } from './omission-words';

it('says what is not shown and where it is', () => {
  expect(omissionWords({ what: 'rows', count: 2_700 })).toBe('The table’s other 2,700 rows are in Original.');
  expect(omissionWords({ what: 'columns', count: 1 })).toBe('The table’s other 1 column is in Original.');
  expect(omissionWords({ what: 'items', count: null })).toBe('The list goes on in Original.');
});
