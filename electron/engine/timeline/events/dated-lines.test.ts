import { describe, expect, it } from 'vitest';
import { tableRow } from './dated-lines';
import type { EventTime } from './ranges';
import { tableOf } from './test-table';

/** The headline of the row that holds `date`; the first row is the head. */
function told(rows: string[][], date: string): string | null {
  const { text, cells } = tableOf(rows);
  const start = text.indexOf(date);
  return tableRow(text, cells, { start, end: start + date.length } as EventTime)?.headline ?? null;
}

describe('a row of a table', () => {
  it('tells its cells where a column says when', () => {
    expect(
      told(
        [
          ['Year', 'What'],
          ['1922', 'Lamp works founded'],
        ],
        '1922',
      ),
    ).toBe('Lamp works founded');
  });

  it('tells what the head of the date says of the row’s thing', () => {
    const rows = [
      ['Company', 'Year founded', 'Speciality'],
      ['Lumo Lamps', '1922', 'Lamps for mines'],
    ];
    expect(told(rows, '1922')).toBe('Lumo Lamps founded');
  });

  it('tells nothing where the column says no time, or the others name only days', () => {
    expect(
      told(
        [
          ['Model', 'Power'],
          ['Lumo', '2000'],
        ],
        '2000',
      ),
    ).toBeNull();
    expect(
      told(
        [
          ['Day', 'Day'],
          ['Monday', 'Tuesday'],
        ],
        'Monday',
      ),
    ).toBeNull();
  });
});
