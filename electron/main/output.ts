import { type BrowserWindow, dialog, type SaveDialogOptions } from 'electron';
import { fail } from '../files/failure';
import { writeAtomically } from '../files/write-file';
import type { MainWindow } from './main-window';

/** Lets the person choose where `content` goes; null when dismissed. Throws `Failure` `not-saved`. */
export async function saveFile(
  owner: BrowserWindow | null,
  suggestedName: string,
  content: string | Uint8Array,
): Promise<string | null> {
  const path = await chooseTarget(owner, suggestedName);
  if (path === null) return null;
  await keep(path, content);
  return path;
}

async function chooseTarget(owner: BrowserWindow | null, suggestedName: string): Promise<string | null> {
  const ending = /\.([a-z0-9]{1,8})$/i.exec(suggestedName)?.[1];
  const options: SaveDialogOptions = {
    defaultPath: plainName(suggestedName),
    ...(ending ? { filters: [{ name: ending.toUpperCase(), extensions: [ending] }] } : {}),
  };
  const answer = owner ? await dialog.showSaveDialog(owner, options) : await dialog.showSaveDialog(options);
  return answer.canceled || !answer.filePath ? null : answer.filePath;
}

/** A title as a file name: what Windows, macOS or Linux do not allow in one is left out. */
export function plainName(name: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  const forbidden = /[<>:"/\\|?*\u0000-\u001f]+/g;
  return (
    name
      .replace(forbidden, ' ')
      .replace(/\s+/g, ' ')
      .replace(/^[. ]+/, '')
      .slice(0, 200)
      .trim() || 'article'
  );
}

async function keep(path: string, content: string | Uint8Array): Promise<void> {
  try {
    await writeAtomically(path, content);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw fail(
      'not-saved',
      path,
      `The system could not write ${path} (${code ?? message}).`,
      'Check that the folder may be written to and the disk has room, or choose another place.',
      message,
    );
  }
}

/** Prints the page as its print style sheet shows it, or saves it as PDF. @returns where the PDF lies, else null. */
export async function printArticle(window: MainWindow, toPdf: boolean, name: string): Promise<string | null> {
  const contents = window.contents;
  if (!contents) return null;
  if (!toPdf) {
    contents.print({}, (printed, reason) => {
      if (!printed && reason !== 'Print job canceled') console.error(`Printing: ${reason}`);
    });
    return null;
  }
  const path = await chooseTarget(window.native, `${name}.pdf`);
  if (path === null) return null;
  const pdf = await contents.printToPDF({
    pageSize: 'A4',
    printBackground: false,
    preferCSSPageSize: true,
    generateTaggedPDF: true,
    generateDocumentOutline: true,
  });
  await keep(path, pdf);
  return path;
}
