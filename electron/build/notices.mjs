// The list of other people's work inside the app, with licences: made from what was really bundled, not kept by hand.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './checkout.mjs';

/** Where the list lies, and what it is called inside a package. */
export const noticesFile = join(root, 'dist/THIRD_PARTY_NOTICES.txt');

const licenceName = /^(licen[cs]e|copying|notice|unlicense)/i;

/**
 * The package folders that hold these files; the innermost one for a package inside another's node_modules.
 * @param {string[]} inputs paths from the root, with forward slashes, as esbuild names them
 * @returns {string[]} folders, sorted, each once
 */
export function packageFolders(inputs) {
  const folders = inputs.map((path) => path.match(/^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//)?.[1]);
  return [...new Set(folders.filter((folder) => folder !== undefined))].sort();
}

/** @param {string} folder absolute @returns {string} the licence texts that lie in it */
function licenceTexts(folder) {
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => licenceName.test(name)) : [];
  return names.map((name) => readFileSync(join(folder, name), 'utf8').trim()).join('\n\n');
}

/** @param {string} folder relative to the root */
function packageNotice(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
  const heading = `${name} ${version} (${license ?? 'licence: see the text'})`;
  return {
    heading,
    text: licenceTexts(join(root, folder)) || `Licence: ${license}. The package holds no text of it.`,
  };
}

/** Fonts, models and samples state source and licence in a file beside them.
 * @returns {{ heading: string, text: string }[]} */
function assetNotices() {
  const names = readdirSync(join(root, 'assets'), { recursive: true, encoding: 'utf8' }).sort();
  const stated = names.filter((name) => /(^|[/\\])(licen[cs]e|provenance|notice|readme)[^/\\]*$/i.test(name));
  return stated.map((name) => ({
    heading: `assets/${name.replaceAll('\\', '/')}`,
    text: readFileSync(join(root, 'assets', name), 'utf8').trim(),
  }));
}

/**
 * Tables and weights made from others' data say so at their head.
 * @param {Record<string, unknown>} table @returns {string | null} what it says, or null when it is ours alone
 */
export function tableProvenance({ about, source, licence }) {
  const stated = [about, source, licence].filter((part) => typeof part === 'string');
  const text = stated.join('\n');
  return /licen[cs]e|\bCC[ -]BY|\bCC0|public domain/i.test(text) || licence ? text : null;
}

/** @param {string[]} inputs @returns {{ heading: string, text: string }[]} */
function tableNotices(inputs) {
  const tables = [...new Set(inputs.filter((path) => /^electron\/.*\.json$/.test(path)))].sort();
  return tables.flatMap((heading) => {
    const text = tableProvenance(JSON.parse(readFileSync(join(root, heading), 'utf8')));
    return text ? [{ heading, text }] : [];
  });
}

const opening = `Dateline is made with the work of others. This file lists what is inside it, with the terms of each.
Electron and Chromium state theirs in LICENSE.electron.txt and LICENSES.chromium.html beside the program.`;

/** @param {string[]} inputs every file that went into the bundles @returns {string} */
export function thirdPartyNotices(inputs) {
  const parts = [...packageFolders(inputs).map(packageNotice), ...tableNotices(inputs), ...assetNotices()];
  const rule = '-'.repeat(80);
  return `${opening}\n\n${parts.map(({ heading, text }) => `${rule}\n${heading}\n${rule}\n\n${text}\n`).join('\n')}`;
}
