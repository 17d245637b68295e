import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Library } from '../../library/library';
import { asked } from '../../library/test-library';
import { articleId, articleText } from './child';
import type { Model } from './model';

/** Opens the library as a person would after the crash, and lists what is wrong with it. */
export async function lookAt(folder: string, model: Model): Promise<string[]> {
  const library = opened(folder);
  if (typeof library === 'string') return [library];
  try {
    library.indexAll();
    const sound = await library.check();
    return [
      ...sound.map(({ what, message }) => `${what}: ${message}`),
      ...seen(library, model),
      ...wholeArticles(library),
      ...indexAgrees(library),
      ...noTraces(folder, library),
    ];
  } finally {
    await library.close();
  }
}

function opened(folder: string): Library | string {
  try {
    return Library.open(
      { folder, program: 'a crash test', now: () => Date.now() },
      {
        readFile: () => Promise.reject(new Error('Nothing is read here.')),
        findFiles: async () => [],
        analyse: () => Promise.reject(new Error('Nothing is analysed here.')),
        lanes: 1,
        progress: () => {},
        changed: () => {},
      },
    );
  } catch (error) {
    return `does not open: ${error instanceof Error ? (error.stack ?? error.message) : error}`;
  }
}

/** Everything acknowledged is there, and nothing that was never begun. */
function seen(library: Library, model: Model): string[] {
  const searches = new Map(library.state.savedSearches.map(({ id, name }) => [id, name]));
  const seenValue = (key: string): string => {
    const [what = '', id = ''] = key.split(':');
    if (what === 'search') return searches.get(id) ?? '';
    const entry = library.entry(articleId(Number(id)));
    if (what === 'article') return entry ? 'there' : '';
    if (what === 'star') return entry?.starred ? 'on' : '';
    if (what === 'tag') return entry?.tags.includes('Tagged') ? 'on' : '';
    return library.decisions(articleId(Number(id))).publicationDate ?? '';
  };
  return [...model.may].flatMap(([key, allowed]) => {
    const expected = [...allowed].map((value) => `“${value}”`).join(' or ');
    const value = seenValue(key);
    return model.settle(key, value) ? [] : [`${key} is “${value}”, not ${expected}.`];
  });
}

function wholeArticles(library: Library): string[] {
  const { items, total } = library.search(asked(''), 0, 1_000);
  const ids = items.map(({ entry }) => entry.article);
  const halves = items.filter(({ entry }) => {
    const findings = library.findings(entry.article);
    return findings
      ? findings.article.source.hash !== entry.article
      : !entry.waiting && entry.problem === null;
  });
  return [
    ...(new Set(ids).size === total ? [] : ['An article is there twice.']),
    ...halves.map(({ entry }) => `“${entry.title}” is there by half.`),
  ];
}

/** A word that only one article has finds that article, or nothing when it is not there. */
function indexAgrees(library: Library): string[] {
  return Array.from({ length: 60 }, (_, n) => n).flatMap((n) => {
    const { items } = library.search(asked(`word${n}`), 0, 10);
    const there = library.findings(articleId(n)) !== null;
    const found = items.length === 1 && items[0]?.entry.article === articleId(n);
    return found === there && items.length <= 1 ? [] : [`Searching “word${n}” finds ${items.length}.`];
  });
}

/** The journal speaks of no article that is not there any more, but by its hash. */
function noTraces(folder: string, library: Library): string[] {
  const journal = readFileSync(join(folder, 'journal.jsonl'), 'utf8');
  return Array.from({ length: 60 }, (_, n) => n).flatMap((n) => {
    if (library.entry(articleId(n)) || !journal.includes(`"name":"${n}.txt"`)) return [];
    return [`The journal still names ${n}.txt (“${articleText(n).slice(0, 8)}”).`];
  });
}
