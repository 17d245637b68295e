import { app } from 'electron';

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
  // The launchers for developing and testing as root give --no-sandbox; child processes then must not insist on one.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
}
