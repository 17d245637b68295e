/** What unpacking uses of every JavaScript platform: it runs in the window as in the library's process. */
declare class TextDecoder {
  constructor(label?: string, options?: { fatal?: boolean });
  decode(bytes: Uint8Array): string;
}
