import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { FILE_KINDS, type FoundFiles } from '../contract';

/** Name endings by which a folder's articles are known; a single file is opened whatever it is called. */
export const ARTICLE_ENDINGS: readonly string[] = FILE_KINDS.flatMap(
  ({ endings }): readonly string[] => endings,
);

/** What browsers name the folder of a page's pictures and frames, beside "page.html". */
const PAGE_PARTS = /^(.+)(?:_files|\.files|-Dateien|_fichiers)$/;

interface Searched {
  articles: string[];
  /** Folders that the system would not list. */
  unreadable: number;
}

/**
 * Gives every folder's articles in its place, with those of the folders in it, sorted by path. What is no folder stays
 * as it is, also what does not exist, so that opening it tells what is wrong; so does a folder without articles.
 */
export async function findArticles(paths: readonly string[]): Promise<FoundFiles> {
  const found: FoundFiles = { paths: [], folders: [] };
  for (const path of paths) {
    const entries = await readdir(path, { withFileTypes: true }).catch(() => null);
    if (!entries) {
      found.paths.push(path);
      continue;
    }
    const { articles, unreadable } = await search(path, entries);
    articles.sort();
    found.folders.push({ path, articles: articles.length, unreadable });
    for (const article of articles.length > 0 ? articles : [path]) found.paths.push(article);
  }
  return found;
}

/** Links to folders are not followed: they may lead in a circle, or out of what was chosen. */
async function search(folder: string, entries: readonly Dirent[]): Promise<Searched> {
  const searched: Searched = { articles: [], unreadable: 0 };
  const waiting = [{ folder, entries }];
  for (let here = waiting.pop(); here; here = waiting.pop()) {
    const names = new Set(here.entries.map(({ name }) => name));
    for (const entry of here.entries) {
      const path = join(here.folder, entry.name);
      if (entry.isDirectory() && isSearched(entry.name, names)) {
        const inside = await readdir(path, { withFileTypes: true }).catch(() => null);
        if (inside) waiting.push({ folder: path, entries: inside });
        else searched.unreadable += 1;
      } else if ((entry.isFile() || entry.isSymbolicLink()) && hasArticleEnding(entry.name)) {
        searched.articles.push(path);
      }
    }
  }
  return searched;
}

/** What browsers name the folder of a page's parts. */
export function isPartsFolder(name: string): boolean {
  return PAGE_PARTS.test(name);
}

/** Hidden folders are not a person's articles, and a saved page's frames are not articles of their own. */
function isSearched(name: string, beside: ReadonlySet<string>): boolean {
  if (name.startsWith('.')) return false;
  const page = PAGE_PARTS.exec(name)?.[1];
  return page === undefined || !['.html', '.htm', '.xhtml'].some((ending) => beside.has(page + ending));
}

/** By its name alone. */
export function hasArticleEnding(name: string): boolean {
  return !name.startsWith('.') && ARTICLE_ENDINGS.includes(extname(name).slice(1).toLowerCase());
}
