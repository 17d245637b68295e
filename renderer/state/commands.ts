import type { MenuCommand, PlainCommand, Theme } from '../../electron/contract';
import { samplePath } from './app';
import { closeArticle, openFiles, redoCorrection, undoCorrection, walkArticles } from './article';
import { walkMentions } from './choice';
import { dateAsked, dialog } from './dialogs';
import { exportAs, isExport, printArticle } from './exports';
import { openFind, walkHits } from './find';
import { goBack, goForward } from './jump';
import { toggleLibrary, togglePanels } from './layout';
import { searchLibrary } from './library-panel';
import { toggleAllRemovals } from './removals';
import { selectAll } from './select-all';
import { changeFontSize, changeSettings, settings } from './settings';
import { dismissUndo, undoOffer } from './undo';
import { view } from './view';

const commands: Record<PlainCommand, () => void> = {
  find: openFind,
  'find-next': () => walkHits(1),
  'find-previous': () => walkHits(-1),
  'search-library': searchLibrary,
  'close-article': () => void closeArticle(),
  'next-article': () => void walkArticles(1),
  'previous-article': () => void walkArticles(-1),
  'select-all': selectAll,
  back: goBack,
  forward: goForward,
  'next-mention': () => walkMentions(1),
  'previous-mention': () => walkMentions(-1),
  larger: () => changeFontSize(1),
  smaller: () => changeFontSize(-1),
  'default-size': () => void changeSettings({ fontSize: 19 }),
  'toggle-library': toggleLibrary,
  'toggle-panels': togglePanels,
  'toggle-marks': () => void changeSettings({ showMarks: !settings.value.showMarks }),
  'toggle-original': () => {
    view.value = view.value === 'original' ? 'cleaned' : 'original';
  },
  'toggle-removals': toggleAllRemovals,
  'show-settings': () => {
    dialog.value = 'settings';
  },
  'show-keys': () => {
    dialog.value = 'keys';
  },
  'show-about': () => {
    dialog.value = 'about';
  },
  'set-date': () => {
    dateAsked.value = true;
  },
  'undo-correction': undoLast,
  'redo-correction': () => void redoCorrection(),
  print: () => void printArticle(false),
  'export-pdf': () => void printArticle(true),
  'open-sample': () => void openFiles([samplePath.value]),
};

/** What was just offered to be undone, or else the last correction. */
function undoLast(): void {
  const offer = undoOffer.value;
  if (!offer) return void undoCorrection();
  dismissUndo();
  offer.undo();
}

/** Does what a menu item or key asks for. */
export function runCommand(command: MenuCommand): void {
  if (command in commands) commands[command as PlainCommand]();
  else if (command.startsWith('theme-')) {
    void changeSettings({ theme: command.slice('theme-'.length) as Theme });
  } else if (isExport(command)) void exportAs(command);
}
