// Makes the app's icons from assets/icons/icon.svg: PNGs for Linux, an .ico for Windows, an .icns for macOS.
// Run by hand after a change of the drawing (node electron/build/icons.mjs); what it makes is committed.
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { root, runMain, SetupError } from './checkout.mjs';
import { startVirtualDisplay } from './display.mjs';
import { appEnvironment, sandboxSwitches } from './launch.mjs';
import { presentRuntime } from './runtime.mjs';

const folder = join(root, 'assets/icons');
const sizes = [16, 24, 32, 48, 64, 128, 256, 512, 1024];

/**
 * A Windows icon file: a directory of 16-byte entries, then the PNGs they point to.
 * @param {{ size: number, png: Buffer }[]} images sizes up to 256
 */
export function icoFile(images) {
  const header = Buffer.alloc(6 + 16 * images.length);
  header.writeUInt16LE(1, 2);
  header.writeUInt16LE(images.length, 4);
  let offset = header.length;
  images.forEach(({ size, png }, index) => {
    const entry = 6 + 16 * index;
    // A byte holds the size; 256 is written as 0.
    header.writeUInt8(size % 256, entry);
    header.writeUInt8(size % 256, entry + 1);
    header.writeUInt16LE(1, entry + 4);
    header.writeUInt16LE(32, entry + 6);
    header.writeUInt32LE(png.length, entry + 8);
    header.writeUInt32LE(offset, entry + 12);
    offset += png.length;
  });
  return Buffer.concat([header, ...images.map(({ png }) => png)]);
}

/** The types of an Apple icon file that hold PNGs; "@2x" ones hold twice the pixels their name says. */
const appleTypes = { ic11: 32, ic12: 64, ic07: 128, ic13: 256, ic08: 256, ic14: 512, ic09: 512, ic10: 1024 };

/** @param {(size: number) => Buffer} png */
export function icnsFile(png) {
  const parts = Object.entries(appleTypes).map(([type, size]) => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(8 + png(size).length);
    return Buffer.concat([Buffer.from(type, 'latin1'), length, png(size)]);
  });
  const length = Buffer.alloc(4);
  length.writeUInt32BE(8 + parts.reduce((sum, part) => sum + part.length, 0));
  return Buffer.concat([Buffer.from('icns', 'latin1'), length, ...parts]);
}

async function paintPngs() {
  const painter = join(root, 'electron/build/icon-painter');
  const args = [
    ...sandboxSwitches(),
    painter,
    join(folder, 'icon.svg'),
    join(folder, 'png'),
    ...sizes.map(String),
  ];
  const display =
    process.platform === 'linux' ? await startVirtualDisplay({ width: 800, height: 600 }) : null;
  const options = {
    env: appEnvironment(display?.env),
    stdio: /** @type {['ignore', 1, 'ignore']} */ (['ignore', 1, 'ignore']),
  };
  const run = spawnSync(presentRuntime().executable, args, options);
  display?.stop();
  if (run.status !== 0) throw new SetupError('painting the icons failed.');
}

async function main() {
  await paintPngs();
  const png = (/** @type {number} */ size) => readFileSync(join(folder, `png/${size}x${size}.png`));
  const small = sizes.filter((size) => size <= 256).map((size) => ({ size, png: png(size) }));
  writeFileSync(join(folder, 'icon.ico'), icoFile(small));
  writeFileSync(join(folder, 'icon.icns'), icnsFile(png));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await runMain(main);
