import { Failure, fail } from '../files/failure';
import { DatabaseError, type DatabaseTrouble } from './database/database';
import { NewerDatabaseError } from './database/migrate';
import { LibraryHeldError } from './library-lock';

const withoutSpace = ['ENOSPC', 'EDQUOT', 'EFBIG'];
const withoutLeave = ['EACCES', 'EPERM', 'EROFS'];

/** Any error of the library in the words a person is told; one that is a mistake of the program stays what it is. */
export function asFailure(error: unknown, folder: string): unknown {
  if (error instanceof Failure) return error;
  const details = error instanceof Error ? (error.stack ?? error.message) : String(error);
  if (error instanceof LibraryHeldError) return held(error, folder);
  if (error instanceof NewerDatabaseError) {
    return fail(
      'library-newer',
      folder,
      'This library was last used by a newer Dateline.',
      'Update Dateline, or choose another folder for the library. Nothing in it was changed.',
      details,
    );
  }
  const trouble = error instanceof DatabaseError ? error.trouble : troubleOfSystem(error);
  return trouble === null || trouble === 'fault' ? error : failureOf(trouble, folder, details);
}

function troubleOfSystem(error: unknown): DatabaseTrouble | null {
  const { code = '', syscall } = error as NodeJS.ErrnoException;
  if (withoutSpace.includes(code)) return 'full';
  if (withoutLeave.includes(code)) return 'read-only';
  if (code === 'EBUSY') return 'busy';
  return syscall === undefined ? null : 'input-output';
}

function held({ holder }: LibraryHeldError, folder: string): Failure {
  return fail(
    'library-in-use',
    folder,
    `The library is in use by ${holder.program} (process ${holder.process} on ${holder.host}).`,
    `Close it there and try again. If it does not run any more, remove the file “in-use.json” from the library’s folder.`,
  );
}

const words: Record<Exclude<DatabaseTrouble, 'fault'>, Words> = {
  busy: {
    code: 'library-in-use',
    cause: 'Another program holds a file of the library.',
    advice: 'A program that synchronises or scans the folder may be at work: wait a moment, then try again.',
  },
  'read-only': {
    code: 'library-read-only',
    cause: 'The library’s folder cannot be written to.',
    advice: 'Change its permissions, or choose another folder. Nothing in it was changed.',
  },
  full: {
    code: 'disk-full',
    cause: 'The disk that holds the library is full.',
    advice: 'Make room on it, then try again. What was kept before is safe.',
  },
  unopenable: {
    code: 'library-read-only',
    cause: 'The library’s database cannot be opened.',
    advice: 'Check that the folder can be read and written, or choose another.',
  },
  damaged: {
    code: 'library-damaged',
    cause: 'The library’s database is damaged.',
    advice: 'Restore a backup, or rebuild it from the articles and the journal. The damaged file is kept.',
  },
  'input-output': {
    code: 'library-unreadable',
    cause: 'The system failed to read or write the library.',
    advice: 'Check the disk or drive it lies on, then try again.',
  },
};

interface Words {
  code: Parameters<typeof fail>[0];
  cause: string;
  advice: string;
}

function failureOf(trouble: Exclude<DatabaseTrouble, 'fault'>, folder: string, details: string): Failure {
  const { code, cause, advice } = words[trouble];
  return fail(code, folder, cause, advice, details);
}
