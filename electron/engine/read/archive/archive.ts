import { Inflate } from 'fflate';
import { EngineError } from '../../errors';
import { decodeText } from '../encoding/decode';
import { LIMITS, tooLarge } from '../limits';
import { type ArchiveEntry, damagedArchive, packedBytes, readDirectory } from './directory';

const STORED = 0;
const DEFLATED = 8;
/** Packed bytes unpacked at a time, so that a bomb is noticed while it goes off: deflate expands 1,032-fold at most. */
const STEP_BYTES = 16_384;

/**
 * A ZIP archive whose entries are unpacked on demand, within bounds that hold whatever sizes the archive claims.
 * Nothing is ever written. Methods throw `EngineError`: `file-damaged`, `file-encrypted`, `file-too-large`.
 */
export class Archive {
  private readonly entries: Map<string, ArchiveEntry>;
  private unpacked = 0;

  constructor(private readonly bytes: Uint8Array) {
    this.entries = readDirectory(bytes);
  }

  /** Names of the entries, in the order of the directory. */
  get names(): string[] {
    return [...this.entries.keys()];
  }

  has(name: string): boolean {
    return this.entries.has(name);
  }

  /** The entry's bytes, or null when there is none of that name. */
  read(name: string): Uint8Array | null {
    const entry = this.entries.get(name);
    if (!entry) return null;
    if (entry.encrypted) throw encrypted();
    const packed = packedBytes(this.bytes, entry);
    if (entry.method === STORED) return this.count(packed);
    if (entry.method !== DEFLATED) throw damagedArchive();
    return this.inflate(packed);
  }

  /** The entry decoded as XML or a page; null when there is none. */
  text(name: string): string | null {
    const bytes = this.read(name);
    return bytes && decodeText(bytes, { markup: true }).text;
  }

  private count(bytes: Uint8Array): Uint8Array {
    this.unpacked += bytes.length;
    if (this.unpacked > LIMITS.archiveBytes) throw tooLarge('unpacks to more than 190 megabytes');
    return bytes;
  }

  private inflate(packed: Uint8Array): Uint8Array {
    const chunks: Uint8Array[] = [];
    let length = 0;
    const stream = new Inflate((chunk) => {
      chunks.push(chunk);
      length += chunk.length;
    });
    try {
      for (let at = 0; at < packed.length || at === 0; at += STEP_BYTES) {
        stream.push(packed.subarray(at, at + STEP_BYTES), at + STEP_BYTES >= packed.length);
        if (length > LIMITS.entryBytes) break;
      }
    } catch {
      throw damagedArchive();
    }
    if (length > LIMITS.entryBytes) throw tooLarge('has a part that unpacks to more than 48 megabytes');
    return this.count(joined(chunks, length));
  }
}

function joined(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

function encrypted(): EngineError {
  return new EngineError(
    'file-encrypted',
    'The file is protected: its contents are encrypted.',
    'Open it in the program it was made for, save a copy without protection, and open the copy.',
  );
}
