import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { app } from 'electron';
import { refusedSwitch } from './refused-switches';

/** Chromium's own traffic, each by the switch or feature that stops it. Must run before the app is ready. */
export function setUpSwitches(): void {
  for (const name of [
    'disable-background-networking',
    'disable-component-update',
    'disable-domain-reliability',
    'disable-breakpad',
    'disable-sync',
    'no-pings',
    'no-first-run',
  ]) {
    app.commandLine.appendSwitch(name);
  }
  // Whatever slips past every other guard finds no address to go to.
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  app.commandLine.appendSwitch('dns-over-https-mode', 'off');
  app.commandLine.appendSwitch(
    'disable-features',
    'OptimizationHints,MediaRouter,DialMediaRouteProvider,CertificateTransparencyComponentUpdater,AutofillServerCommunication',
  );
  refuseOpenings();
  // The launchers for developing and testing as root give --no-sandbox; child processes then must not insist on one.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
}

/** A release does not start with its guards taken down, whoever put the switch into its shortcut. */
function refuseOpenings(): void {
  if (!app.isPackaged || isTestPackage()) return;
  const refused = refusedSwitch((name) => app.commandLine.hasSwitch(name));
  if (refused === null) return;
  process.stderr.write(`dateline: does not start with --${refused}, which would open it to others.\n`);
  app.exit(1);
}

/** A package made for its own test says so in its package.json; see `packagingConfig`. */
function isTestPackage(): boolean {
  try {
    const stated = JSON.parse(readFileSync(join(app.getAppPath(), 'package.json'), 'utf8'));
    return stated.madeForTests === true;
  } catch {
    return false;
  }
}
