import { expect, it, vi } from 'vitest';
import { PLAIN_COMMANDS } from '../../electron/contract';

// The window asks about its size as soon as its layout is loaded.
vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => {} }));
const { KEYLESS, keySheet } = await import('./key-sheet');
const { buttonKeys, singleKeys } = await import('./keys');

const rows = keySheet(true).flatMap((group) => group.rows);

it('every command has a line, or is known to have no key', () => {
  const told = new Set([...KEYLESS, ...rows.flatMap(({ does }) => does ?? [])]);
  expect(PLAIN_COMMANDS.filter((command) => !told.has(command))).toEqual([]);
  expect(KEYLESS.filter((command) => rows.some(({ does }) => does?.includes(command)))).toEqual([]);
});

it('every letter that the window hears has a line that says what it does', () => {
  const letters = [...Object.keys(singleKeys), ...buttonKeys.flatMap(({ keys }) => Object.keys(keys))];
  const told = new Set(rows.flatMap(({ keys }) => keys));
  expect(letters.filter((letter) => !told.has(letter.toUpperCase()))).toEqual([]);
  for (const { words } of rows) expect(words).not.toBe('');
});

it('no line stands twice', () => {
  const keys = rows.map((row) => `${row.keys.join()} ${row.words}`);
  expect(new Set(keys).size).toBe(keys.length);
});
