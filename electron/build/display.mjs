// A virtual screen (Xvfb) of our own, for machines without a display and for tests that nothing may disturb.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SetupError } from './checkout.mjs';
import { temporaryFolder } from './temporary-folder.mjs';

/** @param {NodeJS.ProcessEnv} env @param {NodeJS.Platform} platform */
export function hasDisplay(env = process.env, platform = process.platform) {
  return platform !== 'linux' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);
}

/** A string as an X authority file holds it: two bytes of length, big endian, then the bytes.
 * @param {Buffer | string} value */
function counted(value) {
  const bytes = Buffer.from(value);
  return Buffer.concat([Buffer.from([bytes.length >> 8, bytes.length & 255]), bytes]);
}

/**
 * One entry of an X authority file (Xau(3)) that fits every address and display number, so that the server and its
 * clients can share the file before the number is known.
 * @param {Buffer} cookie 16 bytes
 */
export function authorityEntry(cookie) {
  const anyFamily = Buffer.from([255, 255]);
  return Buffer.concat([anyFamily, counted(''), counted(''), counted('MIT-MAGIC-COOKIE-1'), counted(cookie)]);
}

/**
 * Starts Xvfb on a free display.
 * @param {{ width: number, height: number }} size pixels
 * @returns {Promise<{ env: { DISPLAY: string, XAUTHORITY: string }, stop: () => void }>}
 */
export async function startVirtualDisplay({ width, height }) {
  const { folder, remove } = temporaryFolder();
  const authority = join(folder, 'authority');
  writeFileSync(authority, authorityEntry(randomBytes(16)), { mode: 0o600 });
  const screen = ['-screen', '0', `${width}x${height}x24`, '-nolisten', 'tcp', '-auth', authority];
  // Detached, so that Ctrl+C in the terminal ends the app first and its display after it.
  const server = spawn('Xvfb', ['-displayfd', '3', ...screen], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    detached: true,
  });
  const stop = () => {
    server.kill();
    remove();
  };
  process.once('exit', stop);
  const number = await firstLine(server);
  if (number === null) {
    stop();
    throw new SetupError('the virtual display (Xvfb) did not start.');
  }
  return { env: { DISPLAY: `:${number}`, XAUTHORITY: authority }, stop };
}

/** The display number, which Xvfb writes to its fourth descriptor when it is ready; null when it ended first.
 * @param {import('node:child_process').ChildProcess} server @returns {Promise<string | null>} */
function firstLine(server) {
  const pipe = /** @type {import('node:stream').Readable} */ (server.stdio[3]);
  return new Promise((done) => {
    let text = '';
    pipe.on('data', (chunk) => {
      text += chunk;
      if (text.includes('\n')) done(text.trim());
    });
    server.once('error', () => done(null));
    server.once('exit', () => done(null));
  });
}
