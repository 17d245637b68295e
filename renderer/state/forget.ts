import type { ForgetReport } from '../../electron/contract';
import { ask } from './bridge';
import { chosenArticles, clearSelection } from './library-selection';
import { tell } from './messages';
import { dismissUndo } from './undo';

/** Deletes the chosen articles for good and says plainly what remains of them. */
export async function forgetChosen(): Promise<void> {
  const articles = chosenArticles();
  if (articles.length === 0) return;
  const report = await ask('library.forget', { articles });
  clearSelection();
  // Nothing brings them back: what was offered to be undone before may be about them.
  dismissUndo();
  if (report) tell(forgetWords(report));
}

/** What went, and what stays behind of it. */
export function forgetWords({ forgotten, backups, files }: ForgetReport): string {
  const gone = `${forgotten === 1 ? 'One article was' : `${forgotten.toLocaleString('en')} articles were`} deleted for good.`;
  const held =
    backups.length === 0
      ? ''
      : ` ${backups.length === 1 ? 'One backup still holds' : `${backups.length} backups still hold`} what was found in ${forgotten === 1 ? 'it' : 'them'}, until newer ones take their place.`;
  const [file] = files;
  const left =
    file === undefined
      ? ''
      : files.length === 1
        ? ` The file itself stays: ${file}.`
        : ` The ${files.length.toLocaleString('en')} files themselves stay where they are.`;
  return `${gone}${held}${left}`;
}
