import { EngineError } from '../../errors';
import { LIMITS, tooLarge } from '../limits';

/** One file of a ZIP archive, as its central directory lists it (APPNOTE 4.3.12). */
export interface ArchiveEntry {
  name: string;
  /** 0 stored, 8 deflated. */
  method: number;
  encrypted: boolean;
  /** Bytes as packed, and offset of the local header. */
  packedSize: number;
  offset: number;
}

const END_SIGNATURE = 0x06054b50;
const ENTRY_SIGNATURE = 0x02014b50;
const END_LENGTH = 22;
const ENTRY_LENGTH = 46;
/** The end record may be followed by a comment of this many bytes. */
const LONGEST_COMMENT = 0xffff;

export function damagedArchive(): EngineError {
  return new EngineError(
    'file-damaged',
    'The file is damaged: it ends too early or its table of contents cannot be read.',
    'Fetch or save the file again and open the new copy.',
  );
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function endRecord(view: DataView): number {
  const last = view.byteLength - END_LENGTH;
  for (let at = last; at >= Math.max(0, last - LONGEST_COMMENT); at--) {
    if (view.getUint32(at, true) === END_SIGNATURE) return at;
  }
  throw damagedArchive();
}

/** Bytes that stand before the archive without being counted in its offsets (a page that is an archive as well). */
function shiftOf(view: DataView, end: number): number {
  const stated = view.getUint32(end + 16, true);
  const actual = end - view.getUint32(end + 12, true);
  const isEntry = (at: number) => at >= 0 && at + 4 <= end && view.getUint32(at, true) === ENTRY_SIGNATURE;
  return !isEntry(stated) && isEntry(actual) ? actual - stated : 0;
}

/** Names are UTF-8 when flagged so; else code page 437, of which only the ASCII part is of use in a book. */
function nameOf(bytes: Uint8Array): string {
  let encoded = '';
  for (const byte of bytes) encoded += `%${byte.toString(16).padStart(2, '0')}`;
  try {
    return decodeURIComponent(encoded);
  } catch {
    return String.fromCharCode(...bytes);
  }
}

/**
 * Lists an archive's entries by name; of several with one name the first counts. Only the directory is read, and
 * names are keys, never paths on a disk. Throws `EngineError` `file-damaged`.
 */
export function readDirectory(bytes: Uint8Array): Map<string, ArchiveEntry> {
  if (bytes.length < END_LENGTH) throw damagedArchive();
  const view = viewOf(bytes);
  const end = endRecord(view);
  const entries = new Map<string, ArchiveEntry>();
  const count = view.getUint16(end + 10, true);
  if (count > LIMITS.archiveEntries) throw tooLarge(`is an archive of ${count.toLocaleString('en')} files`);
  const shift = shiftOf(view, end);
  let at = view.getUint32(end + 16, true) + shift;
  for (let i = 0; i < count; i++) {
    if (at < 0 || at + ENTRY_LENGTH > bytes.length || view.getUint32(at, true) !== ENTRY_SIGNATURE) break;
    const nameLength = view.getUint16(at + 28, true);
    const name = nameOf(bytes.subarray(at + ENTRY_LENGTH, at + ENTRY_LENGTH + nameLength));
    if (!entries.has(name)) {
      entries.set(name, {
        name,
        method: view.getUint16(at + 10, true),
        encrypted: (view.getUint16(at + 8, true) & 1) === 1,
        packedSize: view.getUint32(at + 20, true),
        offset: view.getUint32(at + 42, true) + shift,
      });
    }
    at += ENTRY_LENGTH + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  if (entries.size === 0) throw damagedArchive();
  return entries;
}

/** The packed bytes of an entry. Throws `EngineError` `file-damaged` when they do not lie inside the file. */
export function packedBytes(bytes: Uint8Array, entry: ArchiveEntry): Uint8Array {
  const LOCAL_LENGTH = 30;
  if (entry.offset < 0 || entry.offset + LOCAL_LENGTH > bytes.length) throw damagedArchive();
  const view = viewOf(bytes);
  const start =
    entry.offset +
    LOCAL_LENGTH +
    view.getUint16(entry.offset + 26, true) +
    view.getUint16(entry.offset + 28, true);
  if (start + entry.packedSize > bytes.length) throw damagedArchive();
  return bytes.subarray(start, start + entry.packedSize);
}
