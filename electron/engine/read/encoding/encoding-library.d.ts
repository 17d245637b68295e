/** WHATWG name of an encoding label ("latin1" gives "windows-1252"), or null when there is none. */
export function labelToName(label: string): string | null;

/** Decoder of the Encoding Standard. Throws a RangeError for a label that is not in it. */
export class TextDecoder {
  constructor(label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean });
  /** Throws a TypeError on malformed bytes when `fatal`; else puts U+FFFD in their place. */
  decode(bytes?: Uint8Array): string;
}
