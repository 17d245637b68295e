import { type BrowserWindow, dialog, shell } from 'electron';

const ALLOWED = new Set(['http:', 'https:', 'mailto:']);

/** What a mail address may fill in; others, as `attach`, some mail programs take for files of the person (RFC 6068, 7). */
const MAIL_FIELDS = new Set(['subject', 'body', 'cc', 'to']);

/** The address as the browser would be given it, or null for one that is never opened. */
export function openable(href: string): string | null {
  if (!URL.canParse(href)) return null;
  const url = new URL(href);
  if (url.protocol === 'mailto:') return withSafeFields(url);
  return ALLOWED.has(url.protocol) ? url.href : null;
}

function withSafeFields(url: URL): string {
  const fields = url.search
    .slice(1)
    .split('&')
    .filter((field) => MAIL_FIELDS.has(decodedName(field).toLowerCase()));
  url.search = fields.join('&');
  return url.href;
}

/** A name that cannot be decoded is none of those allowed. */
function decodedName(field: string): string {
  try {
    return decodeURIComponent(field.split('=')[0] ?? '');
  } catch {
    return '';
  }
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
