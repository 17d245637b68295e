/** The closed list of what can go wrong, as a person would tell the cases apart. */
export const ERROR_CODES = [
  'file-missing',
  'file-is-folder',
  'file-unreadable',
  'file-empty',
  'file-not-regular',
  'file-too-large',
  'file-binary',
  'file-damaged',
  'file-encrypted',
  'file-changed',
  'no-text',
  'took-too-long',
  'out-of-memory',
  'not-saved',
  'nothing-changed',
  'window-stopped',
  'shown-as-text',
  'library-in-use',
  'library-damaged',
  'library-newer',
  'library-read-only',
  'library-unreadable',
  'disk-full',
  'cancelled',
  'invalid-request',
  'internal',
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

/** What the window can offer beside the message. */
export const WAYS_OUT = [
  'choose-another',
  'open-as-text',
  'show-text-only',
  'show-whole',
  'choose-encoding',
  'try-again',
  'show-in-folder',
  'restore-backup',
  'rebuild-library',
  'choose-library',
  'copy-details',
] as const;
export type WayOut = (typeof WAYS_OUT)[number];

export interface AppError {
  code: ErrorCode;
  /** Path of the file it is about; null when none is. */
  file: string | null;
  /** The cause in plain words, one sentence, ending in a full stop. */
  cause: string;
  /** What the person can do, one sentence. */
  advice: string;
  waysOut: WayOut[];
  /** For "Copy details": stage, message, stack. Not shown. */
  details?: string;
}

export type Result<T> = { ok: true; value: T } | { ok: false; error: AppError };

/** What keeps the app from saving what a person did. It lives on in memory and is tried again. */
export interface NotSaved {
  path: string;
  /** Changes that wait to be written; 0 when something could only not be read. */
  waiting: number;
  /** The system's code, as ENOSPC, or its words. */
  reason: string;
}
