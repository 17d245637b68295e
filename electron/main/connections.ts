import type { Session } from 'electron';
import { SCHEME } from './protocol';

/** Addresses that stay inside the process; the developer tools belong to Chromium and are not in a release. */
const INSIDE = new Set([`${SCHEME}:`, 'devtools:', 'data:', 'blob:']);
const NETWORK = /^(?:https?|wss?|ftp):/i;

/** Refuses every request that would leave the app, and counts them. */
export class Connections {
  private refused = 0;

  get count(): number {
    return this.refused;
  }

  guard(session: Session): void {
    session.webRequest.onBeforeRequest((details, answer) => {
      const cancel = !INSIDE.has(new URL(details.url).protocol);
      if (cancel) this.refused += 1;
      answer({ cancel });
    });
  }

  /** The page's policy stops a request before the session sees it; the preload script tells of it. */
  noteBlocked(address: unknown): void {
    if (typeof address === 'string' && NETWORK.test(address)) this.refused += 1;
  }
}
