import type { LibrarianCallName, LibrarianCalls } from '../contract';
import type { Library } from '../library/library';
import { pack } from '../packing/pack';

/** Calls that need the librarian itself, not only the open library. */
export type OwnCall =
  | 'librarian.open'
  | 'library.move'
  | 'librarian.close'
  | 'librarian.rescan'
  | 'library.state'
  | 'library.restore'
  | 'library.rebuild'
  | 'library.watch';

type Answer<N extends LibrarianCallName> = (
  library: Library,
  input: LibrarianCalls[N]['input'],
) => LibrarianCalls[N]['output'] | Promise<LibrarianCalls[N]['output']>;

/** Entities offered to complete a name. */
const MOST_ENTITIES = 50;

/** `work` and the answer of a call that has none. */
const done = (_work: unknown): null => null;

/** What each call comes down to; a call without an answer does not compile. */
export const answers: { [N in Exclude<LibrarianCallName, OwnCall>]: Answer<N> } = {
  'library.search': (library, { search, from, count }) => library.search(search, from, count),
  'library.hits': (library, { article, text, typing }) => library.hits(article, text, typing),
  'library.facets': (library, { search }) => library.facets(search),
  'library.entities': (library, { text }) => library.entities(text, MOST_ENTITIES),
  'library.entry': (library, { article }) => library.entry(article),
  'library.metadata': (library, { article }) => library.metadata(article),
  'library.change': (library, { articles, change }) => library.change(articles, change),
  'library.undo': (library, { undo }) => library.undo(undo),
  'library.forget': (library, { articles }) => library.forget(articles),
  'library.import': (library, { paths }) => {
    // Not waited for: folders may be large, and progress tells of it.
    library.importer.add(paths).catch((error) => console.error('Could not take files in:', error));
    return null;
  },
  'library.importControl': (library, { action }) => done(library.importer[action]()),
  'library.failures': (library, { from, count }) => library.failures(from, count),
  'library.retry': (library, { paths }) => done(library.retryFailures(paths)),
  'library.dismiss': (library, { paths }) => done(library.dismissFailures(paths)),
  'library.saveSearch': (library, search) => done(library.saveSearch(search)),
  'library.removeSearch': (library, { id }) => done(library.removeSearch(id)),
  'library.backUp': (library) => done(library.backUp()),
  'librarian.findings': (library, { article }) => {
    const found = library.findings(article);
    return found && { ...found, packed: pack(found.article) };
  },
  'librarian.source': (library, { article }) => library.source(article).catch(() => null),
  'librarian.decided': (library, { articles }) => done(library.decided(articles)),
  'librarian.keep': async (library, { path, findings }) => done(await library.keep(findings, path)),
  'librarian.renew': (library, { findings, decisions }) => done(library.renew(findings, decisions)),
  'librarian.opened': (library, { article }) => done(library.opened(article)),
  'librarian.placed': (library, { article, place }) => done(library.keepPlace(article, place)),
  'librarian.takeOver': async (library, { files }) => done(await library.takeOver(files)),
};
