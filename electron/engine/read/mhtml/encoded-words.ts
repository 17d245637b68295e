import { fromBase64 } from '../encoding/base64';
import { decodeText } from '../encoding/decode';
import { fromQuotedPrintable } from './mime';

/** A word of a header in another encoding than ASCII (RFC 2047). */
const ENCODED_WORD = /=\?([\w-]{1,40})(?:\*[\w-]{1,20})?\?([bq])\?([^?\s]{0,2000})\?=(?:\s{1,4}(?==\?))?/gi;

export function decodeHeader(value: string): string {
  return value
    .replace(ENCODED_WORD, (_, charset: string, kind: string, text: string) => {
      const bytes =
        kind.toLowerCase() === 'b' ? fromBase64(text) : fromQuotedPrintable(text.replaceAll('_', ' '));
      return bytes ? decodeText(bytes, { markup: false, declared: charset }).text : text;
    })
    .replace(/\s+/g, ' ')
    .trim();
}
