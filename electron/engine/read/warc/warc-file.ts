import { EngineError } from '../../errors';
import { Archive } from '../archive/archive';
import { gunzip, isGzip } from '../archive/gunzip';
import { decodeText } from '../encoding/decode';
import type { FormatDraft, FormatReader } from '../format-reader';
import { type PagePart, pageDraft } from '../html-file/page-draft';
import { readResponses, type WarcResponse } from './records';

/** An archive of the web: its first page, with the pictures that were fetched for it. */
export const readWarcFile: FormatReader = ({ bytes }, decisions) =>
  draftOf(readResponses(bytes), null, decisions.encoding);

/** The same, packed with its indexes (WACZ 1.1.1): the first page that the archive itself lists. */
export const readWaczFile: FormatReader = ({ bytes }, decisions) => {
  const archive = new Archive(bytes);
  const responses = archive.names
    .filter((name) => /^archive\/.*\.warc(?:\.gz)?$/.test(name))
    .flatMap((name) => {
      const data = archive.read(name) ?? new Uint8Array();
      return readResponses(isGzip(data) ? gunzip(data) : data);
    });
  return draftOf(responses, firstListed(archive.text('pages/pages.jsonl') ?? ''), decisions.encoding);
};

/** The list has one JSON object a line, the first of which describes the list. */
function firstListed(lines: string): string | null {
  for (const line of lines.split('\n', 50)) {
    try {
      const { url } = JSON.parse(line) as { url?: unknown };
      if (typeof url === 'string') return url;
    } catch {
      // A line that is no JSON lists no page.
    }
  }
  return null;
}

const PAGE = /^(?:text\/html|application\/xhtml\+xml)$/;

function draftOf(
  responses: readonly WarcResponse[],
  wanted: string | null,
  override: string | null,
): FormatDraft {
  const pages = responses.filter(({ status, mediaType }) => status === 200 && PAGE.test(mediaType));
  const listed = pages.find(({ address }) => address === wanted);
  const candidates = listed ? [listed, ...pages] : pages;
  const page = candidates.find((one) => (one.body()?.length ?? 0) > 0);
  if (!page) throw noPage(pages.length);
  const byAddress = new Map(responses.map((one) => [one.address, one]));
  const find = (address: string): PagePart | null => {
    const found = byAddress.get(address);
    const bytes = found && found.status === 200 ? found.body() : null;
    return found && bytes ? { mediaType: found.mediaType, bytes } : null;
  };
  const body = page.body() ?? new Uint8Array();
  return pageDraft({
    format: wanted === null ? 'warc' : 'wacz',
    decoded: decodeText(body, { markup: true, declared: page.charset, override }),
    address: page.address,
    find,
  });
}

function noPage(unread: number): EngineError {
  return new EngineError(
    'no-text',
    unread > 0
      ? 'The pages in the web archive are packed in a way that Dateline cannot unpack.'
      : 'The web archive holds no page.',
    'Save the page from the browser as one file, and open that.',
  );
}
