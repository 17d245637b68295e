// What electron-builder is told. `release` is what people get; `test` is the same app in a folder, on whatever
// runtime is at hand, that Playwright can attach to. A test package is never to be given away.

/** @typedef {'release' | 'test'} Purpose */

/**
 * The kinds of file Dateline offers to open. It is never made the default program of any of them.
 * @type {{ ext: string[], name: string, mimeType: string }[]}
 */
export const documentKinds = [
  { ext: ['html', 'htm', 'xhtml'], name: 'Web page', mimeType: 'text/html' },
  { ext: ['mhtml', 'mht'], name: 'Saved web page', mimeType: 'multipart/related' },
  { ext: ['txt', 'text'], name: 'Plain text', mimeType: 'text/plain' },
  { ext: ['md', 'markdown'], name: 'Markdown text', mimeType: 'text/markdown' },
  { ext: ['epub'], name: 'EPUB publication', mimeType: 'application/epub+zip' },
  { ext: ['pdf'], name: 'PDF document', mimeType: 'application/pdf' },
  {
    ext: ['docx'],
    name: 'Word document',
    mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  },
  {
    ext: ['odt', 'fodt', 'ott'],
    name: 'OpenDocument text',
    mimeType: 'application/vnd.oasis.opendocument.text',
  },
  { ext: ['rtf'], name: 'Rich text', mimeType: 'application/rtf' },
  { ext: ['fb2', 'fbz'], name: 'FictionBook', mimeType: 'application/x-fictionbook+xml' },
  { ext: ['eml'], name: 'Mail message', mimeType: 'message/rfc822' },
  { ext: ['mbox'], name: 'Mailbox', mimeType: 'application/mbox' },
  { ext: ['webarchive'], name: 'Web archive of Safari', mimeType: 'application/x-webarchive' },
  { ext: ['warc'], name: 'Web archive', mimeType: 'application/warc' },
  { ext: ['wacz'], name: 'Web archive collection', mimeType: 'application/wacz' },
  { ext: ['rss', 'atom'], name: 'Feed', mimeType: 'application/rss+xml' },
  { ext: ['nxml', 'jats'], name: 'Journal article', mimeType: 'application/jats+xml' },
  { ext: ['nitf'], name: 'News agency article', mimeType: 'application/nitf+xml' },
  { ext: ['ipynb'], name: 'Jupyter notebook', mimeType: 'application/x-ipynb+json' },
];

/** macOS and Linux list Dateline among the programs that can open a file; the person's default stays. */
const associations = documentKinds.map((kind) => ({ ...kind, role: 'Viewer', rank: 'Alternate' }));

/**
 * Electron's switches inside the executable: it is no Node to be borrowed, it takes no debugger, and it runs no code
 * but the archive's own.
 * @param {Purpose} purpose
 * @returns {import('electron-builder').Configuration['electronFuses']}
 */
export function fuses(purpose) {
  return {
    runAsNode: false,
    enableCookieEncryption: true,
    enableNodeOptionsEnvironmentVariable: false,
    // Playwright attaches by --inspect, so a test package allows it, and only that differs.
    enableNodeCliInspectArguments: purpose === 'test',
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    loadBrowserProcessSpecificV8Snapshot: false,
    grantFileProtocolExtraPrivileges: false,
  };
}

/**
 * Why no release can be made with a runtime, or null when one can: a release carries Electron as its makers publish it.
 * @param {import('./runtime.mjs').Runtime['kind']} kind
 */
export function releaseRefusal(kind) {
  if (kind === 'declared') return null;
  const what = kind === 'fallback' ? 'the stand-in Electron' : 'the Electron named in DATELINE_ELECTRON';
  return `will not make installers with ${what}: a release ships the declared electron package, whose binary is not here. Build it where its download host can be reached. For a packaged app to test with, use npm run dist:dir.`;
}

/** @returns {import('electron-builder').Configuration} */
function linux() {
  return {
    linux: {
      target: ['AppImage', 'deb', 'tar.gz'],
      icon: 'assets/icons/png',
      category: 'Office',
      synopsis: 'Read saved articles offline, with their people, places and dates',
      executableName: 'dateline',
      // Left out, electron-builder starts an AppImage with --no-sandbox.
      executableArgs: [],
      maintainer: 'The Dateline project',
      fileAssociations: associations,
      // Windows of the running app and its entry in the menu find each other by this name, from package.json.
      syncDesktopName: true,
      desktop: { entry: { Name: 'Dateline', Categories: 'Office;Viewer;' } },
    },
  };
}

/** @returns {import('electron-builder').Configuration} */
function windowsAndMac() {
  return {
    win: { target: ['nsis'], icon: 'assets/icons/icon.ico' },
    // electron-builder's own associations would take the kinds over; the script only adds "Open with" entries.
    nsis: {
      oneClick: false,
      allowToChangeInstallationDirectory: true,
      include: 'electron/build/installer.nsh',
    },
    mac: {
      target: ['dmg'],
      icon: 'assets/icons/icon.icns',
      category: 'public.app-category.news',
      hardenedRuntime: true,
      fileAssociations: associations,
    },
  };
}

/**
 * @param {Purpose} purpose
 * @param {{ electronVersion: string, electronDist: string | null }} runtime folder of an unpacked Electron to take; null
 *   lets electron-builder fetch the one of the version for each system it packages for
 * @returns {import('electron-builder').Configuration}
 */
export function packagingConfig(purpose, { electronVersion, electronDist }) {
  return {
    appId: 'app.dateline.reader',
    productName: 'Dateline',
    copyright: 'Copyright © 2026 the Dateline project',
    directories: { output: 'release', buildResources: 'assets/icons' },
    // Everything is bundled into dist/, so no node_modules go along.
    files: [
      'package.json',
      'dist/**/*',
      '!dist/{types,headless,built-from}',
      '!**/*.map',
      '!**/node_modules/**',
    ],
    extraResources: [
      { from: 'LICENSE', to: 'LICENSE.txt' },
      { from: 'dist/THIRD_PARTY_NOTICES.txt', to: 'THIRD_PARTY_NOTICES.txt' },
    ],
    asar: true,
    npmRebuild: false,
    publish: null,
    electronVersion,
    ...(electronDist ? { electronDist } : {}),
    // The app refuses switches that open it to others, but in a package that a test drives.
    ...(purpose === 'test' ? { extraMetadata: { madeForTests: true } } : {}),
    electronFuses: fuses(purpose),
    ...linux(),
    ...windowsAndMac(),
  };
}
