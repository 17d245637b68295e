import { describe, expect, it } from 'vitest';
import { readWrittenTime } from './given-words';

function read(text: string): string {
  const result = readWrittenTime(text);
  return result.ok
    ? `${result.value.timex} ${result.value.first} ${result.value.last} ${result.value.edtf}`
    : 'no';
}

describe('a time as a person writes it', () => {
  it.each([
    ['1987', '1987 1987-01-01 1987-12-31 1987'],
    ['1644', '1644 1644-01-01 1644-12-31 1644'],
    ['March 2024', '2024-03 2024-03-01 2024-03-31 2024-03'],
    ['march 2024', '2024-03 2024-03-01 2024-03-31 2024-03'],
    ['3 May 1887', '1887-05-03 1887-05-03 1887-05-03 1887-05-03'],
    ['May 3, 1887', '1887-05-03 1887-05-03 1887-05-03 1887-05-03'],
    ['2024-02-29', '2024-02-29 2024-02-29 2024-02-29 2024-02-29'],
    ['about 1900', '1900 1900-01-01 1900-12-31 1900~'],
    ['c. 1500', '1500 1500-01-01 1500-12-31 1500~'],
    ['spring 1968', '1968-SP 1968-03-01 1968-05-31 1968-21'],
    ['the 1920s', '192 1920-01-01 1929-12-31 192X'],
    ['12th century', '11 1100-01-01 1199-12-31 11XX'],
    ['480 BC', 'BC0480 -0479-01-01 -0479-12-31 -0479'],
    ['1861 to 1865', '1861/1865 1861-01-01 1865-12-31 1861/1865'],
    ['1861-1865', '1861/1865 1861-01-01 1865-12-31 1861/1865'],
    ['from May 2001 to July 2004', '2001-05/2004-07 2001-05-01 2004-07-31 2001-05/2004-07'],
    ['since 1987', '1987 1987-01-01 1987-12-31 1987/..'],
    ['until March 2024', '2024-03 2024-03-01 2024-03-31 ../2024-03'],
    ['before 1990', '1990 1990-01-01 1990-12-31 [..1990]'],
    ['after 1990', '1990 1990-01-01 1990-12-31 [1990..]'],
    ['after March 2024', '2024-03 2024-03-01 2024-03-31 [2024-03..]'],
    ['before 3 May 1887', '1887-05-03 1887-05-03 1887-05-03 [..1887-05-03]'],
  ])('%s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it.each([
    '',
    'soon',
    'last year',
    'Wednesday',
    'the pier',
    '1987 or so many',
    '1990 to 1980',
    '31 April 2020',
    'x'.repeat(200),
  ])('is refused in plain words: %s', (text) => {
    const result = readWrittenTime(text);
    expect(result.ok).toBe(false);
    expect(result.ok ? '' : result.problem).toMatch(/March 2024/);
  });
});
