import { EngineError } from '../../errors';
import type { Archive } from '../archive/archive';
import type { MetadataCandidate } from '../draft';
import { descendants, parseXml, textOf, type XmlElement } from '../xml';

export interface ManifestItem {
  /** Name of the entry in the archive. */
  path: string;
  mediaType: string;
  properties: string[];
}

/** What a book's package document tells (EPUB 3.3, section 5; EPUB 2 differs only in metadata). */
export interface BookPackage {
  /** The parts of the book in reading order. */
  spine: ManifestItem[];
  manifest: ManifestItem[];
  candidates: MetadataCandidate[];
}

const CONTAINER = 'META-INF/container.xml';
const ENCRYPTION = 'META-INF/encryption.xml';
/** Fonts may be scrambled in a book that can be read; anything else that is encrypted cannot. */
const FONT_SCRAMBLING = /idpf\.org\/2008\/embedding|ns\.adobe\.com\/pdf\/enc#RC/;

/** The entry that a reference in the entry `from` names: relative to its folder, percent-decoded, no query. */
export function resolveEntry(from: string, reference: string): string | null {
  const plain = reference.split(/[?#]/, 1)[0] ?? '';
  let path: string;
  try {
    path = decodeURIComponent(plain);
  } catch {
    path = plain;
  }
  if (path === '' || /^[a-z][a-z0-9+.-]*:/i.test(path)) return null;
  const steps = path.startsWith('/') ? [] : from.split('/').slice(0, -1);
  for (const step of path.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  }
  return steps.join('/');
}

function damaged(what: string): EngineError {
  return new EngineError(
    'file-damaged',
    `The book is damaged: ${what}.`,
    'Fetch the book again and open the new copy.',
  );
}

/** Reads the package document. Throws `EngineError` `file-damaged` or `file-encrypted`. */
export function readPackage(archive: Archive): BookPackage {
  refuseEncrypted(archive);
  const container = archive.text(CONTAINER);
  const root = container && descendants(parseXml(container), 'rootfile')[0]?.attributes['full-path'];
  const path = root ? resolveEntry('', root) : null;
  const source = path === null ? null : archive.text(path);
  if (path === null || source === null) throw damaged('its table of contents is missing');
  const document = parseXml(source);
  const items = new Map<string, ManifestItem>();
  for (const { attributes } of descendants(document, 'item')) {
    const entry = resolveEntry(path, attributes.href ?? '');
    if (!attributes.id || entry === null) continue;
    const properties = attributes.properties?.split(/\s+/) ?? [];
    items.set(attributes.id, { path: entry, mediaType: attributes['media-type'] ?? '', properties });
  }
  const spine = descendants(document, 'itemref').flatMap(
    ({ attributes }) => items.get(attributes.idref ?? '') ?? [],
  );
  if (spine.length === 0) throw damaged('it lists no chapters');
  return { spine, manifest: [...items.values()], candidates: metadata(document) };
}

function refuseEncrypted(archive: Archive): void {
  const encryption = archive.has(ENCRYPTION) ? archive.text(ENCRYPTION) : null;
  if (encryption === null) return;
  const methods = descendants(parseXml(encryption), 'encryptionmethod').map(
    ({ attributes }) => attributes.algorithm ?? '',
  );
  if (methods.every((method) => FONT_SCRAMBLING.test(method))) return;
  throw new EngineError(
    'file-encrypted',
    'The book is protected against copying, and its text is encrypted.',
    'Read it in the shop’s own program, or choose a copy without protection.',
  );
}

function metadata(document: XmlElement): MetadataCandidate[] {
  const candidates: MetadataCandidate[] = [];
  const add = (field: MetadataCandidate['field'], value: string) => {
    if (value && value.length <= 1000)
      candidates.push({ field, value, source: 'document-properties', words: value });
  };
  const [block] = descendants(document, 'metadata');
  if (!block) return candidates;
  add('title', textOf(descendants(block, 'title')[0]));
  add('byline', descendants(block, 'creator').map(textOf).filter(Boolean).slice(0, 12).join(', '));
  add('site', textOf(descendants(block, 'publisher')[0]));
  add('language', textOf(descendants(block, 'language')[0]));
  const dates = descendants(block, 'date');
  const published = dates.find(({ attributes }) => attributes.event === 'publication');
  const plain = dates.find(({ attributes }) => attributes.event === undefined);
  add('publicationDate', textOf(published ?? plain));
  const modified = dates.find(({ attributes }) => attributes.event === 'modification');
  const stamp = descendants(block, 'meta').find(
    ({ attributes }) => attributes.property === 'dcterms:modified',
  );
  add('modificationDate', textOf(modified ?? stamp));
  return candidates;
}
