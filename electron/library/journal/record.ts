import { crc32 } from 'node:zlib';

/** One line of the journal. Further fields depend on `kind`; kinds and fields of newer versions are kept as they are. */
export interface JournalRecord {
  /** Counts up through the whole journal; two lines with one number are the same record written twice. */
  seq: number;
  /** Form of the record; see `JOURNAL_VERSION`. */
  version: number;
  kind: string;
  [field: string]: unknown;
}

/** Raised when a kind's fields change their meaning. */
export const JOURNAL_VERSION = 1;

const HEAD = /^\{"sum":"([0-9a-f]{8})",/;

/** A record with the line it stands in, so that it can be copied without losing what this version does not know. */
export interface Line {
  record: JournalRecord;
  text: string;
}

/**
 * A record as one line of JSON without its line feed. `sum` is the CRC-32 of the same line without that field, as
 * eight hexadecimal digits.
 */
export function lineOf(record: JournalRecord): Line {
  const plain = JSON.stringify(record);
  return { record, text: `{"sum":"${sumOf(plain)}",${plain.slice(1)}` };
}

/** Null for a line that was torn or damaged. */
export function readLine(text: string): Line | null {
  const head = HEAD.exec(text);
  if (!head) return null;
  const plain = `{${text.slice(head[0].length)}`;
  if (sumOf(plain) !== head[1]) return null;
  const record = JSON.parse(plain) as JournalRecord;
  return Number.isSafeInteger(record.seq) && typeof record.kind === 'string' ? { record, text } : null;
}

function sumOf(text: string): string {
  return crc32(text).toString(16).padStart(8, '0');
}
