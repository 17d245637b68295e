import { join } from 'node:path';
import { utilityProcess } from 'electron';
import type { LibrarianReply } from '../contract';
import { programsFolder } from './folders';
import type { StartLibrarian } from './librarian';

/** @param lanes engines that the import lane has */
export function librarianStarter(lanes: number): StartLibrarian {
  return (onReply, onExit) => {
    const child = utilityProcess.fork(join(programsFolder, 'librarian.cjs'), [String(lanes)], {
      serviceName: 'Dateline library',
      stdio: ['ignore', 'inherit', 'pipe'],
      env: zone(),
    });
    let complaints = '';
    child.stderr?.on('data', (piece: Buffer) => {
      complaints = (complaints + piece.toString()).slice(-4_000);
      process.stderr.write(piece);
    });
    child.on('message', (reply: LibrarianReply) => onReply(reply));
    child.on('exit', (code) => onExit(`Exit ${code}. ${complaints}`));
    return {
      post: (request) => child.postMessage(request),
      // It has closed the library by then, or does not answer.
      kill: () => void child.kill(),
    };
  };
}

/** `added:` and `opened:` are days where the person is. */
function zone(): Record<string, string> {
  return process.env.TZ === undefined ? {} : { TZ: process.env.TZ };
}
