import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { OFFERED_KINDS } from '../contract';
import { root } from './checkout.mjs';
import { icnsFile, icoFile } from './icons.mjs';
import { packageFolders, tableProvenance } from './notices.mjs';
import { documentKinds, fuses, packagingConfig, releaseRefusal } from './packaging.mjs';

describe('a release', () => {
  it('is refused with any runtime but the declared one', () => {
    expect(releaseRefusal('declared')).toBeNull();
    expect(releaseRefusal('fallback')).toContain('stand-in');
    expect(releaseRefusal('chosen')).toContain('DATELINE_ELECTRON');
  });

  it('takes no debugger; a test package does, and differs in nothing else', () => {
    expect(fuses('release')).toMatchObject({
      runAsNode: false,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      onlyLoadAppFromAsar: true,
    });
    expect({ ...fuses('test'), enableNodeCliInspectArguments: false }).toEqual(fuses('release'));
  });

  it('starts in the sandbox, also as an AppImage, and only a test package may do without', () => {
    const runtime = { electronVersion: '45.4.1', electronDist: null };
    const release = packagingConfig('release', runtime);
    expect(release.linux?.executableArgs).toEqual([]);
    expect(release).not.toHaveProperty('extraMetadata');
    expect(packagingConfig('test', runtime).extraMetadata).toEqual({ madeForTests: true });
  });

  it('leaves Electron to electron-builder, which fetches it for each system', () => {
    expect(packagingConfig('release', { electronVersion: '45.4.1', electronDist: null })).not.toHaveProperty(
      'electronDist',
    );
  });

  it('offers every kind of file that the contract names', () => {
    const kinds = OFFERED_KINDS.map(({ endings, name, mediaType }) => ({
      ext: [...endings],
      name,
      mimeType: mediaType,
    }));
    expect(documentKinds).toEqual(kinds);
  });

  it('offers the same kinds of file on Windows as elsewhere', () => {
    const script = readFileSync(join(root, 'electron/build/installer.nsh'), 'utf8');
    const kinds = [...script.matchAll(/\$\{ACTION\} "([^"]+)"/g)].map((match) => match[1]);
    expect(kinds.sort()).toEqual(documentKinds.flatMap(({ ext }) => ext).sort());
  });
});

it('finds the packages that files of a bundle belong to', () => {
  expect(
    packageFolders([
      'renderer/index.tsx',
      'node_modules/preact/dist/preact.module.js',
      'node_modules/preact/hooks/dist/hooks.module.js',
      'node_modules/@preact/signals/dist/signals.module.js',
      'node_modules/linkedom/node_modules/entities/lib/decode.js',
    ]),
  ).toEqual([
    'node_modules/@preact/signals',
    'node_modules/linkedom/node_modules/entities',
    'node_modules/preact',
  ]);
});

it("names the source of tables made from others' data, and leaves our own out", () => {
  const fitted = { about: 'Weights.', source: 'A corpus', licence: 'CC BY 4.0', rows: [] };
  expect(tableProvenance(fitted)).toBe('Weights.\nA corpus\nCC BY 4.0');
  expect(tableProvenance({ about: 'An extract, under the Open Database License.', rows: [] })).toContain(
    'Open',
  );
  expect(tableProvenance({ about: 'Words that open a headline. Lower case.', rows: [] })).toBeNull();
});

describe('icon files', () => {
  const png = (size: number) => Buffer.from(`png of ${size}`);

  it('of Windows point to their pictures', () => {
    const ico = icoFile([16, 256].map((size) => ({ size, png: png(size) })));
    expect([ico.readUInt16LE(2), ico.readUInt16LE(4)]).toEqual([1, 2]);
    // The second entry: size 256 written as 0, then length and place of the picture.
    expect(ico.readUInt8(22)).toBe(0);
    const [length, offset] = [ico.readUInt32LE(30), ico.readUInt32LE(34)];
    expect(ico.toString('utf8', offset, offset + length)).toBe('png of 256');
  });

  it('of macOS state the length of the whole and of each part', () => {
    const icns = icnsFile(png);
    expect(icns.toString('latin1', 0, 4)).toBe('icns');
    expect(icns.readUInt32BE(4)).toBe(icns.length);
    const types: string[] = [];
    for (let at = 8; at < icns.length; at += icns.readUInt32BE(at + 4))
      types.push(icns.toString('latin1', at, at + 4));
    expect(types.sort()).toEqual(['ic07', 'ic08', 'ic09', 'ic10', 'ic11', 'ic12', 'ic13', 'ic14']);
  });
});
