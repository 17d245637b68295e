import type { LibrarianReply, LibrarianRequest } from '../contract';
import { findArticles } from '../files/folders';
import { readSourceFile } from '../files/source-file';
import { EngineLine } from './engine-line';
import { Librarian } from './librarian';

/** Engines in the import lane, told by whoever started this process. */
const [, , lanes = '1'] = process.argv;

// Everything that this process writes is the person's own, wherever the library lies.
process.umask(0o077);

const post = (reply: LibrarianReply) => process.parentPort.postMessage(reply);
const line = new EngineLine(post);
const librarian = new Librarian({
  post,
  now: () => Date.now(),
  host: {
    readFile: readSourceFile,
    findFiles: async (paths) => (await findArticles(paths)).paths,
    analyse: (source, bytes, _decisions, signal) => line.analyse(source, bytes, signal),
    // One more than engines, so that the next file is read while all of them are at work.
    lanes: Number(lanes) + 1,
  },
});

process.parentPort.on('message', ({ data }: { data: LibrarianRequest }) => {
  if (data.kind === 'analysed') line.hear(data.ticket, data.result);
  else void librarian.answer(data);
});
