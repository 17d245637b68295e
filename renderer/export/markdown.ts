const special = /[\\`*_[\]#|~]/g;
/** As entities, because inside an address that Markdown links by itself a backslash escapes nothing. */
const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** Text that Markdown shows as it stands, on one line; none of it is HTML, whatever stands around it. */
export function markdownText(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(special, '\\$&')
    .replace(/[&<>]/g, (sign) => entities[sign] ?? sign);
}
