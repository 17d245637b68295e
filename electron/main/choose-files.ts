import { type BrowserWindow, dialog, type OpenDialogOptions } from 'electron';
import { ARTICLE_ENDINGS, articlesIn } from './opening';

/** Asks for article files, or for a folder whose articles are meant; empty when dismissed. */
export async function chooseFiles(owner: BrowserWindow | null, folder: boolean): Promise<string[]> {
  const options: OpenDialogOptions = folder
    ? { title: 'Open Folder', properties: ['openDirectory'] }
    : {
        title: 'Open',
        properties: ['openFile', 'multiSelections'],
        filters: [
          { name: 'Articles', extensions: ARTICLE_ENDINGS },
          { name: 'All files', extensions: ['*'] },
        ],
      };
  const answer = owner ? await dialog.showOpenDialog(owner, options) : await dialog.showOpenDialog(options);
  if (answer.canceled) return [];
  if (!folder) return answer.filePaths;
  return (await Promise.all(answer.filePaths.map(articlesIn))).flat();
}
