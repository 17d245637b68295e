// Runs inside the stand-in Electron: starts the app in the folder named by the first argument that is not a switch,
// the way Electron's own default app does.
const { app } = require('electron');
const { readFileSync } = require('node:fs');
const { join, resolve } = require('node:path');

const named = process.argv.slice(1).find((argument) => !argument.startsWith('-'));
if (!named) {
  process.stderr.write('Usage: electron FOLDER [FILE...]\n');
  process.exit(2);
}

const folder = resolve(named);
const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
const name = manifest.productName ?? manifest.name;
process.defaultApp = true;
app.setVersion(manifest.version);
app.setName(name);
if (!app.commandLine.hasSwitch('user-data-dir')) app.setPath('userData', join(app.getPath('appData'), name));
app.setAppPath(folder);
require(join(folder, manifest.main));
