import type { ImportProgress, LibraryEntry, LibrarySearch, SearchHit } from '../../contract';
import { NO_FILTER } from '../../contract';
import { findArticles } from '../../files/folders';
import { readSourceFile } from '../../files/source-file';
import type { ImportHost } from '../../library/import/importer';
import { Library } from '../../library/library';
import { rebuildLibrary } from '../../library/rebuild';
import { ENGINES, EngineThreads } from './engine-threads';
import { exportLibrary } from './export';
import type { Options } from './options';
import { showProgress } from './progress';

/** Rows asked for at a time. */
const PAGE = 500;
const PROGRAM = 'a command';

/** @returns the exit code. Throws `Failure` when the library cannot be used. */
export async function runCommand(options: Options): Promise<number> {
  const { command, folder } = options;
  const engines = new EngineThreads(new URL(import.meta.url));
  const open = { folder, program: PROGRAM, now: () => Date.now() };
  try {
    if (command.kind !== 'rebuild')
      return await withLibrary(open, engines, (library) => run(library, options));
    const report = await rebuildLibrary(open);
    return await withLibrary(open, engines, async (library) => {
      await finishImport(library);
      print(options, report, [
        `${report.entries} articles from the journal and the copies; ${report.found} that only the copies told of.`,
        ...(report.setAside ? [`The database from before is kept as ${report.setAside}.`] : []),
        ...report.lost.map((article) => `The copy of ${article} is missing.`),
      ]);
      return report.lost.length > 0 ? 1 : 0;
    });
  } finally {
    await engines.stop();
  }
}

type Run = (library: Library, options: Options) => number | Promise<number>;

async function withLibrary(
  open: Parameters<typeof Library.open>[0],
  engines: EngineThreads,
  work: (library: Library) => number | Promise<number>,
): Promise<number> {
  const host: ImportHost = {
    readFile: readSourceFile,
    findFiles: async (paths) => (await findArticles(paths)).paths,
    analyse: (info, bytes, decisions) => engines.analyse(info, bytes, decisions),
    // One more than engines, so that the next file is read while all of them are at work.
    lanes: ENGINES + 1,
    progress: showProgress,
    changed: () => {},
  };
  const library = Library.open(open, host);
  try {
    return await work(library);
  } finally {
    await library.close();
  }
}

const run: Run = (library, options) => {
  const { command } = options;
  switch (command.kind) {
    case 'import':
      return importPaths(library, options, command.paths);
    case 'search':
      return search(library, options, command.text);
    case 'export':
      return exportTo(library, options, command.folder);
    case 'check':
      return check(library, options);
    default:
      return list(library, options);
  }
};

async function importPaths(library: Library, options: Options, paths: string[]): Promise<number> {
  const before = new Set(allFailures(library).map(({ path }) => path));
  await library.importer.add(paths);
  await finishImport(library);
  const { added, known, trouble } = library.importer.progress;
  const failed = allFailures(library)
    .filter(({ path }) => !before.has(path) || paths.includes(path))
    .map(({ path, error }) => ({ path, code: error.code, cause: error.cause }));
  print(options, { added, known, failed }, [
    `${added} taken in, ${known} known already, ${failed.length} failed.`,
    ...failed.map(({ path, cause }) => `${path}: ${cause}`),
    ...(trouble ? [`${trouble.cause} ${trouble.advice}`] : []),
  ]);
  return failed.length > 0 || trouble ? 1 : 0;
}

function allFailures(library: Library) {
  return library.failures(0, Number.MAX_SAFE_INTEGER).items;
}

async function finishImport(library: Library): Promise<ImportProgress> {
  library.importer.start();
  await library.importer.settled();
  library.indexAll();
  showProgress(library.importer.progress);
  return library.importer.progress;
}

function search(library: Library, options: Options, text: string): number {
  library.indexAll();
  const asked: LibrarySearch = {
    text,
    typing: false,
    filter: NO_FILTER,
    order: 'relevance',
    descending: true,
  };
  const { problem } = library.search(asked, 0, 0);
  if (problem) {
    print(options, { error: { code: 'invalid-request', cause: problem.message } }, []);
    process.stderr.write(`${problem.message}\n${text}\n${' '.repeat(problem.range.start)}^\n`);
    return 2;
  }
  const hits = everyHit(library, asked);
  print(options, { total: hits.length, hits: hits.map(hitAsJson) }, [
    `${hits.length} articles`,
    ...hits.flatMap(hitAsText),
  ]);
  return 0;
}

function everyHit(library: Library, asked: LibrarySearch): SearchHit[] {
  const hits: SearchHit[] = [];
  for (let from: number | null = 0; from !== null; ) {
    const { items, next } = library.search(asked, from, PAGE);
    hits.push(...items);
    from = next;
  }
  return hits;
}

function hitAsJson({ entry, snippet }: SearchHit) {
  const { article, title, path, published, site } = entry;
  return { id: article, title, path, date: published, site, snippet: snippet?.text ?? null };
}

function hitAsText({ entry, snippet }: SearchHit): string[] {
  return ['', headline(entry), ...(entry.path ? [entry.path] : []), ...(snippet ? [snippet.text] : [])];
}

function headline({ title, site, published }: LibraryEntry): string {
  return [title, site, published].filter((part) => part !== null).join(' · ');
}

function list(library: Library, options: Options): number {
  const order = { order: 'title', descending: false } as const;
  const hits = everyHit(library, { text: '', typing: false, filter: NO_FILTER, ...order });
  const entries = hits.map(({ entry }) => ({
    id: entry.article,
    title: entry.title,
    paths: library.paths(entry.article),
    date: entry.published,
    site: entry.site,
    language: entry.language,
    words: entry.words,
    problem: entry.problem && { code: entry.problem.code, cause: entry.problem.cause },
  }));
  print(options, { total: entries.length, entries }, [
    `${entries.length} articles`,
    ...hits.map(({ entry }) => headline(entry)),
  ]);
  return 0;
}

async function exportTo(library: Library, options: Options, folder: string): Promise<number> {
  const hits = everyHit(library, {
    text: '',
    typing: false,
    filter: NO_FILTER,
    order: 'title',
    descending: false,
  });
  const report = await exportLibrary(
    library,
    hits.map(({ entry }) => entry),
    folder,
  );
  print(options, report, [
    `${report.written} articles written to ${folder}.`,
    ...report.failed.map(({ id, cause }) => `${id}: ${cause}`),
  ]);
  return report.failed.length > 0 ? 1 : 0;
}

async function check(library: Library, options: Options): Promise<number> {
  library.indexAll();
  const findings = await library.check();
  print(options, { ok: findings.length === 0, findings }, [
    findings.length === 0 ? 'Everything is sound.' : `${findings.length} things are not as they should be:`,
    ...findings.map(({ what, article, message }) => `${what}${article ? ` ${article}` : ''}: ${message}`),
  ]);
  return findings.length > 0 ? 1 : 0;
}

function print({ json }: Options, value: object, lines: readonly string[]): void {
  if (json) process.stdout.write(`${JSON.stringify(value)}\n`);
  else if (lines.length > 0) process.stdout.write(`${lines.join('\n')}\n`);
}
