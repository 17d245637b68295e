import { expect, it } from 'vitest';
import { Failure, fail } from '../files/failure';
import { DatabaseError, type DatabaseTrouble } from './database/database';
import { NewerDatabaseError } from './database/migrate';
import { asFailure } from './trouble';

const codeOf = (error: unknown) => {
  const failure = asFailure(error, '/library');
  return failure instanceof Failure ? failure.error.code : 'not told';
};
const system = (code: string, syscall = 'write') => Object.assign(new Error(code), { code, syscall });

it.each([
  ['busy', 'library-in-use'],
  ['read-only', 'library-read-only'],
  ['full', 'disk-full'],
  ['unopenable', 'library-read-only'],
  ['damaged', 'library-damaged'],
  ['input-output', 'library-unreadable'],
] as [DatabaseTrouble, string][])('a database that is %s is told as %s', (trouble, code) => {
  expect(codeOf(new DatabaseError(trouble, 'words'))).toBe(code);
});

it.each([
  ['ENOSPC', 'disk-full'],
  ['EDQUOT', 'disk-full'],
  ['EFBIG', 'disk-full'],
  ['EACCES', 'library-read-only'],
  ['EPERM', 'library-read-only'],
  ['EROFS', 'library-read-only'],
  ['EBUSY', 'library-in-use'],
  ['EIO', 'library-unreadable'],
])('the system’s %s is told as %s', (code, told) => {
  expect(codeOf(system(code))).toBe(told);
});

it('a mistake of the program stays what it is', () => {
  for (const error of [
    new TypeError('x is undefined'),
    new DatabaseError('fault', 'no such column'),
    'words',
  ])
    expect(asFailure(error, '/library')).toBe(error);
});

it('what was told in words already is told in these', () => {
  const failure = fail('no-text', null, 'There is no text.', 'Choose another.');
  expect(asFailure(failure, '/library')).toBe(failure);
});

it('a newer library is left alone and says how to go on', () => {
  const failure = asFailure(new NewerDatabaseError(9, 3), '/library') as Failure;
  expect(failure.error).toMatchObject({ code: 'library-newer', file: '/library' });
  expect(failure.error.advice).toContain('Nothing in it was changed');
});
