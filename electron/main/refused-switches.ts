/** Switches of Chromium that take a guard down or let another program in. */
const REFUSED = [
  'no-sandbox',
  'disable-setuid-sandbox',
  'disable-gpu-sandbox',
  'disable-seccomp-filter-sandbox',
  'disable-web-security',
  'disable-site-isolation-trials',
  'remote-debugging-port',
  'remote-debugging-pipe',
  'remote-debugging-address',
  'remote-allow-origins',
];

/** The first such switch that was given, without its dashes; null when none was. */
export function refusedSwitch(given: (name: string) => boolean): string | null {
  return REFUSED.find(given) ?? null;
}
