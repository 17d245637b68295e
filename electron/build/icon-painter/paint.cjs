// Runs inside Electron: paints a drawing at each wanted size and writes PNG files.
// Arguments: FOLDER (of this file), the SVG, the target folder, the sizes.
const { app, BrowserWindow } = require('electron');
const { mkdirSync, readFileSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');

const [, svg, target, ...sizes] = process.argv.slice(1).filter((argument) => !argument.startsWith('-'));

/** Runs in the page. @param {string} source @param {number} size @returns {Promise<string>} a PNG as a data address */
async function paint(source, size) {
  const image = new Image();
  image.src = source;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = size;
  canvas.height = size;
  canvas.getContext('2d').drawImage(image, 0, 0, size, size);
  return canvas.toDataURL('image/png');
}

async function main() {
  await app.whenReady();
  const window = new BrowserWindow({ show: false });
  await window.loadURL('data:text/html,');
  mkdirSync(target, { recursive: true });
  const source = `data:image/svg+xml;base64,${readFileSync(svg).toString('base64')}`;
  for (const size of sizes) {
    const address = await window.webContents.executeJavaScript(`(${paint})('${source}', ${size})`);
    writeFileSync(join(target, `${size}x${size}.png`), Buffer.from(address.split(',')[1], 'base64'));
  }
  app.exit(0);
}

main().catch((error) => {
  process.stderr.write(`${error.stack}\n`);
  app.exit(1);
});
