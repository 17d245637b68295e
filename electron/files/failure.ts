import type { AppError, ErrorCode, WayOut } from '../contract';

/** What the window can offer for each kind of error. */
const waysOut: Record<ErrorCode, WayOut[]> = {
  'file-missing': ['choose-another', 'try-again'],
  'file-is-folder': ['choose-another'],
  'file-unreadable': ['try-again', 'choose-another', 'show-in-folder', 'copy-details'],
  'file-empty': ['choose-another', 'show-in-folder'],
  'file-not-regular': ['choose-another'],
  'file-too-large': ['choose-another', 'show-in-folder'],
  'file-binary': ['choose-another', 'open-as-text', 'show-in-folder'],
  'file-damaged': ['open-as-text', 'choose-encoding', 'choose-another', 'copy-details'],
  'file-encrypted': ['choose-another', 'show-in-folder'],
  'file-changed': ['try-again', 'choose-another'],
  'no-text': ['open-as-text', 'choose-another'],
  'took-too-long': ['try-again', 'open-as-text', 'choose-another', 'copy-details'],
  'out-of-memory': ['open-as-text', 'choose-another', 'copy-details'],
  'not-saved': ['try-again', 'copy-details'],
  'nothing-changed': [],
  'window-stopped': ['show-text-only', 'try-again', 'copy-details'],
  'shown-as-text': ['show-whole'],
  'library-in-use': ['try-again', 'choose-library', 'show-in-folder'],
  'library-damaged': ['restore-backup', 'rebuild-library', 'choose-library', 'copy-details'],
  'library-newer': ['choose-library'],
  'library-read-only': ['try-again', 'choose-library', 'show-in-folder', 'copy-details'],
  'library-unreadable': ['try-again', 'choose-library', 'copy-details'],
  'disk-full': ['try-again', 'show-in-folder', 'copy-details'],
  cancelled: ['try-again'],
  'invalid-request': ['copy-details'],
  internal: ['try-again', 'copy-details'],
};

export function appError(
  code: ErrorCode,
  file: string | null,
  cause: string,
  advice: string,
  details?: string,
): AppError {
  return { code, file, cause, advice, waysOut: waysOut[code], ...(details ? { details } : {}) };
}

/** Thrown by a call's handler; the gate answers the window with `error`. */
export class Failure extends Error {
  constructor(readonly error: AppError) {
    super(error.cause);
    this.name = 'Failure';
  }
}

export function fail(
  code: ErrorCode,
  file: string | null,
  cause: string,
  advice: string,
  details?: string,
): Failure {
  return new Failure(appError(code, file, cause, advice, details));
}

export function cancelled(file: string | null): Failure {
  return fail('cancelled', file, 'Opening was cancelled.', 'Open the file again to read it.');
}

/** What a person is told when the program itself is at fault. */
export function internalError(error: unknown): AppError {
  if (error instanceof Failure) return error.error;
  const details = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return appError(
    'internal',
    null,
    'Dateline made a mistake of its own.',
    'Try again; if it happens once more, copy the details and report them.',
    details,
  );
}
