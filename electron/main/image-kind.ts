/** Leading bytes of the image formats that Chromium draws; `null` stands for any byte. */
const signatures: [mediaType: string, bytes: (number | null)[]][] = [
  ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['image/jpeg', [0xff, 0xd8, 0xff]],
  ['image/gif', [0x47, 0x49, 0x46, 0x38]],
  ['image/webp', [0x52, 0x49, 0x46, 0x46, null, null, null, null, 0x57, 0x45, 0x42, 0x50]],
  ['image/avif', [null, null, null, null, 0x66, 0x74, 0x79, 0x70, 0x61, 0x76, 0x69]],
  ['image/bmp', [0x42, 0x4d]],
  ['image/x-icon', [0x00, 0x00, 0x01, 0x00]],
];

const SVG_START =
  /^\uFEFF?\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--[^>]{0,2000}-->\s*)?(?:<!DOCTYPE\s+svg[^>]{0,500}>\s*)?<svg[\s>]/i;

/** The media type the bytes themselves show, whatever the article called them; null for no known image. */
export function imageKind(bytes: Uint8Array): string | null {
  const binary = signatures.find(([, signature]) =>
    signature.every((byte, index) => byte === null || bytes[index] === byte),
  );
  if (binary) return binary[0];
  const start = new TextDecoder('utf-8').decode(bytes.subarray(0, 4_096));
  return SVG_START.test(start) ? 'image/svg+xml' : null;
}
