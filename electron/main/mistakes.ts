import { internalError } from '../files/failure';
import type { MainWindow } from './main-window';

/** A mistake in main is told in the window, which goes on, and not in a box of the system's. */
export function setUpMistakes(window: MainWindow): void {
  const tell = (error: unknown) => {
    console.error(error);
    window.notify('app.error', internalError(error));
  };
  process.on('uncaughtException', tell);
  process.on('unhandledRejection', tell);
}
