import { type BrowserWindow, dialog, shell } from 'electron';

const ALLOWED = new Set(['http:', 'https:', 'mailto:']);

/** The address as the browser would be given it, or null for one that is never opened. */
export function openable(href: string): string | null {
  if (!URL.canParse(href)) return null;
  const url = new URL(href);
  return ALLOWED.has(url.protocol) ? url.href : null;
}

/** Shows the whole address and opens it outside the app after a yes. @returns whether it was opened. */
export async function openLink(owner: BrowserWindow | null, href: string): Promise<boolean> {
  const address = openable(href);
  if (address === null) return false;
  const options = {
    type: 'question' as const,
    message: 'Open this address in your browser?',
    detail: `${address}\n\nDateline itself stays offline. Your browser will connect to this address.`,
    buttons: ['Open in Browser', 'Cancel'],
    defaultId: 1,
    cancelId: 1,
  };
  const answer = owner ? await dialog.showMessageBox(owner, options) : await dialog.showMessageBox(options);
  if (answer.response !== 0) return false;
  await shell.openExternal(address);
  return true;
}
