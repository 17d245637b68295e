import { expect, it } from 'vitest';
import { forgetWords } from './forget';

it.each([
  [{ forgotten: 1, backups: [], files: [] }, 'One article was deleted for good.'],
  [
    { forgotten: 1, backups: ['a.db'], files: ['/home/ada/ferry.html'] },
    'One article was deleted for good. One backup still holds what was found in it, until newer ones take their place. The file itself stays: /home/ada/ferry.html.',
  ],
  [
    { forgotten: 1200, backups: ['a.db', 'b.db'], files: ['/a', '/b'] },
    '1,200 articles were deleted for good. 2 backups still hold what was found in them, until newer ones take their place. The 2 files themselves stay where they are.',
  ],
])('says what went and what stays: %j', (report, words) => {
  expect(forgetWords(report)).toBe(words);
});
