import { expect, it } from 'vitest';
import { refusedSwitch } from './refused-switches';

const refusal = (...given: string[]) => refusedSwitch((name) => given.includes(name));

it('a release does not start without its sandbox, nor with a debugging port', () => {
  expect(refusal('no-sandbox')).toBe('no-sandbox');
  expect(refusal('lang', 'remote-debugging-port')).toBe('remote-debugging-port');
  expect(refusal('remote-debugging-pipe')).toBe('remote-debugging-pipe');
});

it('a release starts with switches that harm nobody', () => {
  expect(refusal('lang', 'force-device-scale-factor', 'user-data-dir')).toBeNull();
});
