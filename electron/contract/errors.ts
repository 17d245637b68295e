/** The closed list of what can go wrong, as a person would tell the cases apart. */
export type ErrorCode =
  | 'file-missing'
  | 'file-is-folder'
  | 'file-unreadable'
  | 'file-empty'
  | 'file-not-regular'
  | 'file-too-large'
  | 'file-binary'
  | 'file-damaged'
  | 'file-encrypted'
  | 'no-text'
  | 'took-too-long'
  | 'out-of-memory'
  | 'not-saved'
  | 'cancelled'
  | 'invalid-request'
  | 'internal';

/** What the window can offer beside the message. */
export type WayOut =
  | 'choose-another'
  | 'open-as-text'
  | 'choose-encoding'
  | 'try-again'
  | 'show-in-folder'
  | 'copy-details';

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
