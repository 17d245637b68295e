import type { MenuCommand, PlainCommand, Theme } from '../../electron/contract';
import { samplePath } from './app';
import { closeArticle, openFiles, redoCorrection, undoCorrection, view } from './article';
import { ask } from './bridge';
import { walkMentions } from './choice';
import { dateAsked, dialog } from './dialogs';
import { exportAs, exportPdf, isExport } from './exports';
import { findOpen, walkHits } from './find';
import { goBack, goForward } from './jump';
import { toggleLibrary } from './layout';
import { toggleAllRemovals } from './removals';
import { changeFontSize, changeSettings, settings } from './settings';
import { dismissUndo, undoOffer } from './undo';

const commands: Record<PlainCommand, () => void> = {
  find: () => {
    findOpen.value = true;
  },
  'find-next': () => walkHits(1),
  'find-previous': () => walkHits(-1),
  'close-article': closeArticle,
  back: goBack,
  forward: goForward,
  'next-mention': () => walkMentions(1),
  'previous-mention': () => walkMentions(-1),
  larger: () => changeFontSize(1),
  smaller: () => changeFontSize(-1),
  'default-size': () => void changeSettings({ fontSize: 19 }),
  'toggle-library': toggleLibrary,
  'toggle-panels': () => void changeSettings({ showPanels: !settings.value.showPanels }),
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
  print: () => void ask('article.print', { toPdf: false }),
  'export-pdf': () => void exportPdf(),
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
