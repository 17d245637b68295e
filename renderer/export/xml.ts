/**
 * Characters that XML 1.0 allows nowhere, not even as references (production 2, "Char"): most control characters,
 * halves of surrogate pairs, U+FFFE and U+FFFF.
 */
const NO_CHARACTER = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

/** Text that HTML and XML show as it stands; what neither may hold becomes the sign for an unknown character. */
export function markupText(text: string): string {
  return text
    .replace(NO_CHARACTER, '\uFFFD')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
