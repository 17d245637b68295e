const special = /[\\`*_[\]<>#|]/g;

/** Text that Markdown shows as it stands, on one line. */
export function markdownText(text: string): string {
  return text.replace(/\s+/g, ' ').trim().replace(special, '\\$&');
}
