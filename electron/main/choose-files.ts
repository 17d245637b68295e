import { type BrowserWindow, dialog, type OpenDialogOptions } from 'electron';
import { type FoundFiles, OFFERED_KINDS } from '../contract';
import { ARTICLE_ENDINGS, findArticles } from '../files/folders';

/** Asks for article files, or for folders whose articles are meant; no paths when dismissed. */
export async function chooseFiles(owner: BrowserWindow | null, folder: boolean): Promise<FoundFiles> {
  const options: OpenDialogOptions = folder
    ? { title: 'Open Folder', properties: ['openDirectory', 'multiSelections'] }
    : {
        title: 'Open',
        properties: ['openFile', 'multiSelections'],
        filters: [
          { name: 'Articles', extensions: [...ARTICLE_ENDINGS] },
          ...OFFERED_KINDS.map(({ name, endings }) => ({ name, extensions: [...endings] })),
          { name: 'All files', extensions: ['*'] },
        ],
      };
  const answer = owner ? await dialog.showOpenDialog(owner, options) : await dialog.showOpenDialog(options);
  return findArticles(answer.canceled ? [] : answer.filePaths);
}
