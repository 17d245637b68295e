import { createHash } from 'node:crypto';
import {
  closeSync,
  copyFileSync,
  existsSync,
  fdatasyncSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import type { ArticleId } from '../../contract';
import { articleOf, type LibraryRecord, type NumberedRecord } from './record';

/** What reading the journal came upon. */
export interface LogFindings {
  /** Lines that could not be read, among others that could: kept in the file, and passed over. */
  unreadable: number;
  /** Where the end of the file was put that a crash or the disk had spoilt; null when it was sound. */
  tailKept: string | null;
}

/**
 * The journal: one line a record, `checksum {"number":…,"record":{…}}`, appended and on disk before anything is answered.
 * An unfinished end, as a crash or power cut leaves it, is moved into a file beside it. Throws the system's errors.
 */
export class RecordLog {
  readonly findings: LogFindings = { unreadable: 0, tailKept: null };
  private file: number;
  private length: number;
  private newest = 0;

  constructor(private readonly path: string) {
    this.length = this.repairEnd();
    this.file = openSync(path, 'a');
    syncFolder(dirname(path));
  }

  /** The number of the newest record. */
  get last(): number {
    return this.newest;
  }

  /** Numbers go on after this one, too: the rows may have seen records that the journal lost. */
  goOnAfter(number: number): void {
    this.newest = Math.max(this.newest, number);
  }

  /** Settled on disk when it returns. What fails leaves the journal as it was. */
  append(records: readonly LibraryRecord[]): NumberedRecord[] {
    if (records.length === 0) return [];
    const numbered = records.map((record, index) => ({ number: this.newest + index + 1, record }));
    const bytes = Buffer.from(numbered.map(asLine).join(''));
    try {
      writeWhole(this.file, bytes);
      fdatasyncSync(this.file);
    } catch (error) {
      this.takeBack();
      throw error;
    }
    this.length += bytes.length;
    this.newest += records.length;
    return numbered;
  }

  /** Records with a higher number, in their order. */
  after(number: number): NumberedRecord[] {
    return parse(readFileSync(this.path)).records.filter((record) => record.number > number);
  }

  /**
   * Writes the journal anew without all that was said of an article before it was forgotten. That it was forgotten
   * stays, by its hash alone: a backup that is restored must not bring it back.
   */
  redactForgotten(): void {
    const { records } = parse(readFileSync(this.path));
    const forgotten = new Map<ArticleId, number>();
    for (const { number, record } of records)
      if (record.kind === 'forgotten') forgotten.set(record.article, number);
    const kept = records.filter(({ number, record }) => {
      const about = articleOf(record);
      return record.kind === 'forgotten' || about === null || number > (forgotten.get(about) ?? 0);
    });
    const fresh = `${this.path}.new`;
    const content = Buffer.from(kept.map(asLine).join(''));
    const file = openSync(fresh, 'w');
    try {
      writeWhole(file, content);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    closeSync(this.file);
    renameSync(fresh, this.path);
    syncFolder(dirname(this.path));
    this.file = openSync(this.path, 'a');
    this.length = content.length;
  }

  close(): void {
    closeSync(this.file);
  }

  private takeBack(): void {
    try {
      ftruncateSync(this.file, this.length);
    } catch {
      // The next start cuts the unfinished end off.
    }
  }

  /** @returns the length of the sound part, in bytes. */
  private repairEnd(): number {
    rmSync(`${this.path}.new`, { force: true });
    if (!existsSync(this.path)) return 0;
    const content = readFileSync(this.path);
    const { records, soundEnd, unreadable } = parse(content);
    this.newest = records.at(-1)?.number ?? 0;
    this.findings.unreadable = unreadable;
    if (soundEnd < content.length) {
      const aside = freeName(`${this.path}.damaged`);
      copyFileSync(this.path, aside);
      const file = openSync(this.path, 'r+');
      try {
        ftruncateSync(file, soundEnd);
        fsyncSync(file);
      } finally {
        closeSync(file);
      }
      this.findings.tailKept = aside;
    }
    return soundEnd;
  }
}

function asLine(record: NumberedRecord): string {
  const content = JSON.stringify(record);
  return `${checksum(content)} ${content}\n`;
}

function checksum(content: string): string {
  return createHash('sha256').update(content).digest('hex').slice(0, 8);
}

interface Parsed {
  records: NumberedRecord[];
  /** End of the last sound line; what follows was never finished. */
  soundEnd: number;
  unreadable: number;
}

function parse(content: Buffer): Parsed {
  const records: NumberedRecord[] = [];
  let soundEnd = 0;
  let bad = 0;
  let unreadable = 0;
  for (let at = 0; at < content.length; ) {
    const end = content.indexOf(10, at);
    const record = end < 0 ? null : parseLine(content.toString('utf8', at, end));
    if (record) {
      records.push(record);
      unreadable += bad;
      bad = 0;
      soundEnd = end + 1;
    } else bad += 1;
    at = end < 0 ? content.length : end + 1;
  }
  return { records, soundEnd, unreadable };
}

function parseLine(line: string): NumberedRecord | null {
  const content = line.slice(9);
  if (line.slice(0, 8) !== checksum(content)) return null;
  const record = JSON.parse(content) as NumberedRecord;
  return typeof record.number === 'number' && typeof record.record?.kind === 'string' ? record : null;
}

function writeWhole(file: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
}

/** So that a new name is found after a power cut; Windows has no way to ask for it, and needs none. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

function freeName(path: string): string {
  for (let number = 1; ; number += 1) {
    const name = `${path}-${number}`;
    if (!existsSync(name)) return name;
  }
}
