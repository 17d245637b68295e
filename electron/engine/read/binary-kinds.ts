import { EngineError } from '../errors';

/** First bytes of files that hold no running text, as one-byte characters. */
const SIGNATURES: [start: string, what: string][] = [
  ['\u0089PNG', 'a picture (PNG)'],
  ['\u00ff\u00d8\u00ff', 'a picture (JPEG)'],
  ['GIF8', 'a picture (GIF)'],
  ['II*', 'a picture (TIFF)'],
  ['MM*', 'a picture (TIFF)'],
  ['BZh', 'a compressed file (bzip2)'],
  ['\u00fd7zXZ', 'a compressed file (xz)'],
  ["7z\u00bc\u00af'\u001c", 'a compressed archive (7-Zip)'],
  ['Rar!', 'a compressed archive (RAR)'],
  ['PK\u0005\u0006', 'an empty ZIP archive'],
  ['\u007fELF', 'a program'],
  ['MZ\u0090', 'a program'],
  ['SQLite format 3', 'a database'],
  ['OggS', 'a recording'],
  ['ID3', 'a recording'],
  ['fLaC', 'a recording'],
  ['bplist00', 'a property list'],
  ['AT&TFORM', 'a scanned document (DjVu)'],
];

const COMPOUND_FILE = '\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1';

/** Share of control characters that no text in any encoding has. */
const BINARY_SHARE = 0.05;
/** Share of zero bytes up to which a text was merely damaged; UTF-16 and UTF-32 have far more, in a pattern. */
const ZERO_SHARE = 0.02;

function latin1(bytes: Uint8Array, length: number): string {
  return String.fromCharCode(...bytes.subarray(0, length));
}

function binary(what: string, advice: string): EngineError {
  return new EngineError('file-binary', `The file is ${what}.`, advice);
}

/** The refusal of a file that holds no text, in words that say what it is; null when it may be text. */
export function binaryKind(bytes: Uint8Array): EngineError | null {
  const start = latin1(bytes, 16);
  if (start.startsWith(COMPOUND_FILE)) return compoundFile(bytes);
  if (latin1(bytes.subarray(257), 5) === 'ustar')
    return binary('an archive (tar)', 'Unpack the archive and open a file that was in it.');
  const known = SIGNATURES.find(([signature]) => start.startsWith(signature))?.[1];
  const media =
    start.startsWith('RIFF') || start.slice(4, 8) === 'ftyp' ? 'a picture, film or recording' : null;
  const what = known ?? media ?? (isBinary(bytes) ? 'not text but data of another kind' : null);
  return what
    ? binary(what, 'Choose an article saved as a web page, text, Markdown, EPUB, PDF or Word document.')
    : null;
}

/** Office files of before 2007, and newer ones that are protected by a password. */
function compoundFile(bytes: Uint8Array): EngineError {
  const names = latin1Wide(bytes);
  if (names.includes('EncryptedPackage'))
    return new EngineError(
      'file-encrypted',
      'The document is protected by a password.',
      'Open it in Word, save a copy without a password, and open the copy.',
    );
  return binary(
    'a document of an old version of Office',
    'Open it in a word processor, save it as .docx, and open that.',
  );
}

function latin1Wide(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes.subarray(0, 65_536)) if (byte !== 0) text += String.fromCharCode(byte);
  return text;
}

function isMarked([a, b, c, d]: Uint8Array): boolean {
  return (
    (a === 0xff && b === 0xfe) ||
    (a === 0xfe && b === 0xff) ||
    (a === 0 && b === 0 && c === 0xfe && d === 0xff)
  );
}

function isBinary(bytes: Uint8Array): boolean {
  const probe = bytes.subarray(0, 65_536);
  // Two- and four-byte text under a byte order mark is full of zeros and of bytes that are no signs of their own.
  if (isMarked(probe)) return false;
  let control = 0;
  let zeros = 0;
  let evenZeros = 0;
  probe.forEach((byte, i) => {
    if (byte === 0) {
      zeros++;
      if (i % 2 === 0) evenZeros++;
    } else if (byte < 0x20 && !isTextControl(byte)) control++;
  });
  if (control / probe.length > BINARY_SHARE) return true;
  if (zeros / probe.length <= ZERO_SHARE) return false;
  const patterned = evenZeros < zeros * 0.05 || evenZeros > zeros * 0.95;
  return !patterned || zeros > probe.length * 0.55;
}

/** Tab, line feed, vertical tab, form feed, carriage return, escape (ISO-2022), end-of-file of old systems. */
function isTextControl(byte: number): boolean {
  return (byte >= 0x09 && byte <= 0x0d) || byte === 0x1b || byte === 0x1a;
}
