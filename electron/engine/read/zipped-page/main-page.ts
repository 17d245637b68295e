const PAGE_NAME = /\.x?html?$/i;

/** The page of an archive: `index.html` nearest the top, else its only page; null when there is none to choose. */
export function mainPage(names: readonly string[]): string | null {
  const pages = names.filter((name) => PAGE_NAME.test(name) && !/(?:^|\/)(?:__MACOSX|frames)\//.test(name));
  const depth = (name: string) => name.split('/').length;
  const index = pages
    .filter((name) => /(?:^|\/)index\.x?html?$/i.test(name))
    .sort((a, b) => depth(a) - depth(b))[0];
  const top = pages.filter((name) => depth(name) === 1);
  return index ?? (top.length === 1 ? (top[0] ?? null) : pages.length === 1 ? (pages[0] ?? null) : null);
}
