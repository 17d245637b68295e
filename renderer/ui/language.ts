const names = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'code' });

/** "German" of `de`, for a tag after BCP 47; the tag itself where it has no name. */
export function languageName(tag: string): string {
  try {
    return names.of(tag) ?? tag;
  } catch {
    return tag;
  }
}
