import { type IpcMainInvokeEvent, ipcMain } from 'electron';
import type { CallName, Calls, Result } from '../contract';
import { appError, internalError } from '../files/failure';
import { inputs } from './inputs';
import type { MainWindow } from './main-window';
import { APP_ORIGIN } from './protocol';

/** One handler for each call of the contract: a missing one does not compile. */
export type Handlers = {
  [N in CallName]: (input: Calls[N]['input']) => Promise<Calls[N]['output']> | Calls[N]['output'];
};

/** The only way from the window into main. */
export function setUpGate(
  window: MainWindow,
  handlers: Handlers,
  onBlocked: (address: unknown) => void,
): void {
  ipcMain.handle('call', (event, name: unknown, input: unknown) => {
    if (!isOurs(window, event)) return refusal('This call did not come from the window of Dateline.');
    if (typeof name !== 'string' || !Object.hasOwn(handlers, name)) return refusal('There is no such call.');
    return answer(handlers, name as CallName, input);
  });
  ipcMain.on('blocked', (event, address: unknown) => {
    if (isOurs(window, event)) onBlocked(address);
  });
}

/** Only the main frame of our window, and only while it shows our own page. */
function isOurs(window: MainWindow, event: Pick<IpcMainInvokeEvent, 'sender' | 'senderFrame'>): boolean {
  const contents = window.contents;
  const frame = event.senderFrame;
  return (
    contents !== null &&
    event.sender === contents &&
    frame !== null &&
    frame === contents.mainFrame &&
    frame.url.startsWith(`${APP_ORIGIN}/`)
  );
}

async function answer<N extends CallName>(
  handlers: Handlers,
  name: N,
  input: unknown,
): Promise<Result<Calls[N]['output']>> {
  let checked: Calls[N]['input'];
  try {
    checked = inputs[name](input);
  } catch (error) {
    return refusal(`The call ${name} was made with something it does not take.`, String(error));
  }
  try {
    return { ok: true, value: await handlers[name](checked) };
  } catch (error) {
    return { ok: false, error: internalError(error) };
  }
}

function refusal(cause: string, details = cause): { ok: false; error: ReturnType<typeof appError> } {
  const advice = 'Start Dateline again; if it happens once more, copy the details and report them.';
  return { ok: false, error: appError('invalid-request', null, cause, advice, details) };
}
