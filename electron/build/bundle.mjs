// Builds everything the app runs into dist/. `node electron/build/bundle.mjs` builds once; `--watch` builds on change.
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, context } from 'esbuild';
import { root } from './checkout.mjs';
import { detectorData } from './language/detector-data.mjs';
import { noticesFile, thirdPartyNotices } from './notices.mjs';

/** What the app's own runtime (Electron 33 at the oldest) understands. */
const node = 'node20.18';
const chromium = 'chrome130';

/** Folders of assets/ that the running app never reads. */
const notShipped = new Set(['screenshots']);

/** @type {import('esbuild').BuildOptions} */
const common = {
  absWorkingDir: root,
  bundle: true,
  sourcemap: true,
  metafile: true,
  legalComments: 'none',
  logLevel: 'warning',
};

/** The three programs that run on Electron's Node. CommonJS, because a sandboxed preload can be nothing else.
 * @param {string} entry @param {string} outfile @returns {import('esbuild').BuildOptions} */
function nodeProgram(entry, outfile) {
  return {
    ...common,
    entryPoints: [entry],
    outfile,
    platform: 'node',
    format: 'cjs',
    target: node,
    external: ['electron'],
    plugins: [detectorData],
    // Bundled ES modules ask where they lie; in CommonJS the answer is the bundle's own file.
    define: { 'import.meta.url': 'bundleAddress' },
    banner: { js: 'const bundleAddress = require("node:url").pathToFileURL(__filename).href;' },
  };
}

/** A sandboxed preload has no `node:url`, and nothing in it asks for its own address.
 * @returns {import('esbuild').BuildOptions} */
function preloadProgram() {
  return {
    ...common,
    entryPoints: ['electron/preload/index.ts'],
    outfile: 'dist/preload.cjs',
    platform: 'node',
    format: 'cjs',
    target: chromium,
    external: ['electron'],
  };
}

/** The window's page: one script, one style sheet, font files beside them.
 * @returns {import('esbuild').BuildOptions} */
function rendererProgram() {
  return {
    ...common,
    entryPoints: { index: 'renderer/index.tsx' },
    outdir: 'dist/renderer',
    platform: 'browser',
    format: 'esm',
    target: chromium,
    assetNames: 'files/[name]',
    loader: { '.woff2': 'file', '.woff': 'empty', '.svg': 'file', '.png': 'file' },
    define: { 'process.env.NODE_ENV': '"production"' },
  };
}

/** @returns {import('esbuild').BuildOptions[]} */
function programs() {
  return [
    nodeProgram('electron/main/index.ts', 'dist/main.cjs'),
    nodeProgram('electron/worker/index.ts', 'dist/worker.cjs'),
    nodeProgram('electron/librarian/index.ts', 'dist/librarian.cjs'),
    preloadProgram(),
    rendererProgram(),
  ];
}

/** Copies what is new or changed, so that a large language model is not copied at every build.
 * @param {string} from @param {string} to */
function copyChanged(from, to) {
  mkdirSync(dirname(to), { recursive: true });
  cpSync(from, to, {
    recursive: true,
    preserveTimestamps: true,
    filter: (source, target) => {
      const here = statSync(source);
      if (here.isDirectory() || !existsSync(target)) return true;
      const there = statSync(target);
      return there.size !== here.size || Math.trunc(there.mtimeMs) !== Math.trunc(here.mtimeMs);
    },
  });
}

/** Puts the files that are read at run time beside the programs; files gone from assets/ go from dist/ too. */
export function copyAssets() {
  const names = readdirSync(join(root, 'assets')).filter((name) => !notShipped.has(name));
  const target = join(root, 'dist/assets');
  if (existsSync(target))
    for (const name of readdirSync(target, { recursive: true, encoding: 'utf8' }))
      if (!existsSync(join(root, 'assets', name)))
        rmSync(join(target, name), { recursive: true, force: true });
  for (const name of names) copyChanged(join(root, 'assets', name), join(target, name));
}

/** The database's code looks for its WebAssembly beside the program that it is bundled into. */
function copyDatabase() {
  const name = 'node-sqlite3-wasm.wasm';
  copyChanged(join(root, 'node_modules/node-sqlite3-wasm/dist', name), join(root, 'dist', name));
}

function copyPage() {
  copyChanged(join(root, 'renderer/index.html'), join(root, 'dist/renderer/index.html'));
}

/** Builds dist/ whole. Throws when an entry point is missing or does not compile. */
export async function bundleApp() {
  const built = await Promise.all(programs().map((program) => build(program)));
  copyAssets();
  copyDatabase();
  copyPage();
  const inputs = built.flatMap(({ metafile }) => Object.keys(metafile?.inputs ?? {}));
  writeFileSync(noticesFile, thirdPartyNotices(inputs));
}

/**
 * Builds, then builds again whenever a source changes, until the process ends.
 * @param {(sound: boolean) => void} [built] called after every build of one of the programs, with whether it succeeded
 */
export async function watchApp(built = () => {}) {
  copyAssets();
  copyDatabase();
  copyPage();
  /** @type {import('esbuild').Plugin} */
  const report = {
    name: 'report',
    setup: (build) => build.onEnd(({ errors }) => built(errors.length === 0)),
  };
  for (const program of programs()) {
    const plugins = [...(program.plugins ?? []), report];
    await (await context({ ...program, plugins, logLevel: 'info' })).watch();
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await (process.argv.includes('--watch') ? watchApp() : bundleApp());
}
