import type { SourceFile } from '../stages';
import { Archive } from './archive/archive';
import { gunzip, isGzip } from './archive/gunzip';

/** A packed file inside a packed file; more is somebody's joke. */
const DEEPEST = 2;
const PAGE = /\.x?html?$/i;
const PACKED_FORMAT = /\.(?:docx|odt|epub|wacz|zip)$/i;

/**
 * A file that was packed for sending, unpacked: gzip, and an archive that holds one file and nothing beside it. The
 * formats that are archives themselves stay as they are. Throws `EngineError` `file-damaged`, `file-encrypted`,
 * `file-too-large`.
 */
export function unwrap(source: SourceFile): SourceFile {
  let { bytes } = source;
  let { name } = source.info;
  for (let depth = 0; depth < DEEPEST; depth++) {
    if (isGzip(bytes)) {
      bytes = gunzip(bytes);
      name = name.replace(/\.gz(?:ip)?$/i, '');
      continue;
    }
    const only = onlyFile(bytes);
    if (!only) break;
    ({ bytes, name } = only);
  }
  return bytes === source.bytes ? source : { info: { ...source.info, name }, bytes };
}

function onlyFile(bytes: Uint8Array): { bytes: Uint8Array; name: string } | null {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b || bytes[2] !== 3) return null;
  const archive = new Archive(bytes);
  const files = archive.names.filter((name) => !name.endsWith('/'));
  const [name] = files;
  if (name === undefined || files.length !== 1 || PAGE.test(name)) return null;
  if (name.includes('META-INF') || PACKED_FORMAT.test(name)) return null;
  const inside = archive.read(name);
  return inside && { bytes: inside, name: name.slice(name.lastIndexOf('/') + 1) };
}
