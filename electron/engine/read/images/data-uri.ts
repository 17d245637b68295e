import { strToU8 } from 'fflate';
import { fromBase64 } from '../encoding/base64';

/** RFC 2397: `data:image/png;base64,...`; parameters other than base64 are of no use for a picture. */
const HEADER = /^data:(image\/[\w.+-]{1,40})((?:;[^,;]{0,80}){0,8}),/i;

/** The picture inside a `data:` address, or null. */
export function readDataUri(source: string): { mediaType: string; bytes: Uint8Array } | null {
  const match = HEADER.exec(source.slice(0, 1000));
  if (!match) return null;
  const [head, mediaType = '', parameters = ''] = match;
  const body = source.slice(head.length);
  const bytes = /;base64$/i.test(parameters) ? fromBase64(unescaped(body)) : percentDecoded(body);
  return bytes && { mediaType: mediaType.toLowerCase(), bytes };
}

function unescaped(body: string): string {
  return body.includes('%')
    ? body.replaceAll('%2B', '+').replaceAll('%2F', '/').replaceAll('%3D', '=')
    : body;
}

/** Text pictures (SVG) are written with percent escapes; bytes above ASCII as UTF-8. */
function percentDecoded(body: string): Uint8Array | null {
  try {
    return strToU8(decodeURIComponent(body));
  } catch {
    return null;
  }
}
