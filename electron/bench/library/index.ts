import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ENGINES, EngineThreads } from '../../cli/library/engine-threads';
import { type LibrarySearch, NO_FILTER } from '../../contract';
import { readSourceFile } from '../../files/source-file';
import { Library } from '../../library/library';
import { findingsOfText } from '../../library/test-library';
import { ArticleGenerator } from './articles';
import { alteredPages } from './pages';

const asked = (text: string, more: Partial<LibrarySearch> = {}): LibrarySearch => ({
  text,
  typing: false,
  filter: NO_FILTER,
  order: 'relevance',
  descending: true,
  ...more,
});

/** Rows of a first page as the window asks for them. */
const FIRST_PAGE = 40;
const SEARCHES_EACH = 15;

/**
 * Takes articles in with the full analysis, then lists, searches and opens them. `--articles` generated ones of 4 KB
 * (10,000), or with `--pages` the pages of WCXB, `--times` over with altered words (12). With `--plain` nothing is looked
 * for in the text, so that the library's own share can be told from the engine's.
 */
export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      articles: { type: 'string', default: '10000' },
      pages: { type: 'boolean', default: false },
      plain: { type: 'boolean', default: false },
      times: { type: 'string', default: '12' },
      data: { type: 'string', default: '../shared/bench' },
    },
  });
  const root = mkdtempSync(join(tmpdir(), 'dateline-bench-library-'));
  try {
    const files = join(root, 'files');
    const paths = values.pages
      ? alteredPages(join(values.data, 'extraction'), files, Number(values.times))
      : new ArticleGenerator(42).write(files, Number(values.articles));
    await measure(root, paths, values.pages ? 15 : 50, values.plain);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

async function measure(root: string, paths: string[], goal: number, plain: boolean): Promise<void> {
  const folder = join(root, 'library');
  const engines = new EngineThreads(new URL(import.meta.url));
  const library = open(folder, engines, plain);
  const cpu = process.cpuUsage();
  const seconds = await timed(async () => {
    await library.importer.add(paths);
    await library.importer.settled();
  });
  const { user, system } = process.cpuUsage(cpu);
  const { added, known, failed } = library.importer.progress;
  await engines.stop();
  const indexing = await timed(async () => library.indexAll());
  const cores = ((user + system) / 1e6 / seconds / availableParallelism()) * 100;
  line('import, articles a second', ((added + known + failed) / seconds).toFixed(1), `goal ${goal}`);
  line(
    '',
    `${added} added, ${known} known, ${failed} failed, in ${seconds.toFixed(0)} s`,
    `cores at ${cores.toFixed(0)} %`,
  );
  line('index left to do after it', `${indexing.toFixed(1)} s`, '');
  await library.close();
  line(
    'disk, times the originals',
    (bytesIn(folder) / bytesIn(join(root, 'files'))).toFixed(2),
    'goal 2.5 beyond them',
  );
  await measureUse(folder, engines);
}

async function measureUse(folder: string, engines: EngineThreads): Promise<void> {
  let library = open(folder, engines);
  await library.close();
  const opening = await timed(async () => {
    library = open(folder, engines);
    library.search(asked('', { order: 'added' }), 0, FIRST_PAGE);
  });
  line('open to the first page of the list', `${(opening * 1_000).toFixed(0)} ms`, 'goal 400');
  for (const [name, searches] of searchesOf(library)) await measureSearches(library, name, searches);
  measureLists(library);
  measureOpening(library);
  global.gc?.();
  line(
    'memory of this process',
    `${(process.memoryUsage().rss / 2 ** 20).toFixed(0)} MB`,
    'goal 700 for the whole app',
  );
  await library.close();
}

/** Words from the articles themselves, so that there is something to find. */
function searchesOf(library: Library): [string, string[]][] {
  const words = library
    .search(asked('', { order: 'title' }), 0, 400)
    .items.flatMap(({ entry }) => entry.title.toLowerCase().match(/\p{L}+/gu) ?? []);
  const some = (keep: (word: string) => boolean) => [...new Set(words.filter(keep))].slice(0, SEARCHES_EACH);
  const long = some((word) => word.length > 4);
  return [
    ['a word', long],
    ['two words', long.map((word, at) => `${word} ${long[(at + 1) % long.length]}`)],
    ['a very common word', ['the', 'of', 'said', 'was']],
    ['a word of two letters', ['in', 'to', 'on', 'as', 'by', 'at']],
    ['two letters being typed', ['ba', 'co', 'de', 'fi', 'pe', 'qu']],
    ['a phrase', ['"of the"', '"in the"', ...long.slice(0, 8).map((word) => `"the ${word}"`)]],
    ['near', long.slice(0, 8).map((word) => `${word} NEAR/10 the`)],
    ['with filters', long.slice(0, 8).map((word) => `${word} told:2005..2015 is:unread`)],
    ['refused', long.slice(0, 8).map((word) => `the -${word}`)],
  ];
}

async function measureSearches(library: Library, name: string, searches: readonly string[]): Promise<void> {
  const typing = name.includes('typed');
  const times = searches.flatMap((text) =>
    [0, 1].map(() => {
      const began = performance.now();
      library.search(asked(text, { typing }), 0, FIRST_PAGE);
      return performance.now() - began;
    }),
  );
  line(`search, ${name}, p95`, `${percentile(times, 0.95).toFixed(0)} ms`, 'goal 60');
}

function measureLists(library: Library): void {
  for (const order of ['title', 'published', 'site', 'words'] as const) {
    const began = performance.now();
    const { total } = library.search(asked('', { order, descending: false }), 0, FIRST_PAGE);
    const deep = performance.now();
    library.search(asked('', { order, descending: false }), Math.max(0, total - FIRST_PAGE), FIRST_PAGE);
    const end = performance.now();
    line(
      `list by ${order}: first page, last page`,
      `${(deep - began).toFixed(0)} ms, ${(end - deep).toFixed(0)} ms`,
      '',
    );
  }
  const began = performance.now();
  library.facets(asked(''));
  line('counts by site, tag, month …', `${(performance.now() - began).toFixed(0)} ms`, '');
}

function measureOpening(library: Library): void {
  const { items } = library.search(asked('', { order: 'title' }), 0, 100);
  const times = items.map(({ entry }) => {
    const began = performance.now();
    library.findings(entry.article);
    return performance.now() - began;
  });
  line(
    'findings of a known article, p95',
    `${percentile(times, 0.95).toFixed(0)} ms`,
    'goal 120 in the window',
  );
}

function open(folder: string, engines: EngineThreads, plain = false): Library {
  return Library.open(
    { folder, program: 'a benchmark', now: () => Date.now() },
    {
      readFile: readSourceFile,
      findFiles: async (paths) => [...paths],
      analyse: async (info, bytes, decisions) =>
        plain
          ? findingsOfText(info, new TextDecoder().decode(bytes), 'plain')
          : engines.analyse(info, bytes, decisions),
      lanes: ENGINES + 1,
      progress: ({ added, total }) => {
        if (process.stderr.isTTY) process.stderr.write(`\r${added} of ${total}`);
      },
      changed: () => {},
    },
  );
}

/** Seconds. */
async function timed(work: () => Promise<void>): Promise<number> {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1_000;
}

function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** As the files count themselves, without what the file system rounds up. */
function bytesIn(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
}

function line(what: string, figure: string, beside: string): void {
  process.stdout.write(`${what.padEnd(40)} ${figure.padEnd(24)} ${beside}\n`);
}
