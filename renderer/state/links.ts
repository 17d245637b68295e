import { ask } from './bridge';

/** Main shows the full address and opens it only after a yes. */
export function askForLink(href: string): void {
  void ask('link.open', { href });
}
