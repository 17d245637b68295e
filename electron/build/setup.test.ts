import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { cacheFolder } from './checkout.mjs';
import { installationMatches } from './dependencies.mjs';
import { authorityEntry, hasDisplay } from './display.mjs';
import { belongsToElectron, checkIntegrity, moveIntoPlace } from './fallback-runtime.mjs';
import { fingerprint, isCurrent, writeStamp } from './stamps.mjs';
import { missingPackages } from './system-libraries.mjs';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dateline-setup-'));
  return () => rmSync(folder, { recursive: true, force: true });
});

describe('npm packages', () => {
  const lock = {
    packages: {
      '': { version: '0.1.0' },
      'node_modules/preact': { version: '11.2.0' },
      'node_modules/only-on-mac': { version: '1.0.0', optional: true },
    },
  };

  it('are complete when all but optional ones are there at their version', () => {
    expect(installationMatches(lock, { packages: { 'node_modules/preact': { version: '11.2.0' } } })).toBe(
      true,
    );
  });

  it('are installed anew when none are, one is missing, or a version differs', () => {
    expect(installationMatches(lock, null)).toBe(false);
    expect(installationMatches(lock, { packages: {} })).toBe(false);
    expect(installationMatches(lock, { packages: { 'node_modules/preact': { version: '11.1.0' } } })).toBe(
      false,
    );
  });
});

describe('the stand-in runtime', () => {
  it('is used only when its hash is the wanted one', async () => {
    const path = join(folder, 'package.tgz');
    writeFileSync(path, 'as published');
    const wanted = `sha512-${createHash('sha512').update('as published').digest('base64')}`;
    await expect(checkIntegrity(path, wanted)).resolves.toBeUndefined();
    writeFileSync(path, 'as publishee');
    await expect(checkIntegrity(path, wanted)).rejects.toThrow('not the file the registry describes');
  });

  it('takes Electron and leaves the app that came with it', () => {
    const names = ['Cypress/Cypress', 'Cypress/locales/en-US.pak', 'Cypress/v8_context_snapshot.bin'];
    expect(names.filter(belongsToElectron)).toEqual(names);
    const left = [
      'Cypress/',
      'Cypress/resources/app/index.js',
      'Cypress/browser_v8_context_snapshot.bin',
      '../evil',
    ];
    expect(left.filter(belongsToElectron)).toEqual([]);
  });

  it('leaves a runtime alone that a parallel set-up put there first', () => {
    for (const name of ['first', 'second']) {
      mkdirSync(join(folder, name));
      writeFileSync(join(folder, name, 'who'), name);
    }
    moveIntoPlace(join(folder, 'first'), join(folder, 'place'));
    moveIntoPlace(join(folder, 'second'), join(folder, 'place'));
    expect(readFileSync(join(folder, 'place/who'), 'utf8')).toBe('first');
    expect(() => moveIntoPlace(join(folder, 'nothing'), join(folder, 'elsewhere'))).toThrow();
  });
});

describe('stamps', () => {
  it('change with a file added, changed or removed, and with nothing else', () => {
    mkdirSync(join(folder, 'electron'));
    writeFileSync(join(folder, 'electron/a.ts'), 'a');
    const first = fingerprint(folder, ['electron', 'absent']);
    expect(fingerprint(folder, ['electron', 'absent'])).toBe(first);
    utimesSync(join(folder, 'electron/a.ts'), 1, 1);
    const touched = fingerprint(folder, ['electron']);
    writeFileSync(join(folder, 'electron/b.ts'), '');
    const added = fingerprint(folder, ['electron']);
    expect(new Set([first, touched, added]).size).toBe(3);
    rmSync(join(folder, 'electron/b.ts'));
    expect(fingerprint(folder, ['electron'])).toBe(touched);
  });

  it('are current only when written with the same value', () => {
    const stamp = join(folder, 'dist/stamp');
    expect(isCurrent(stamp, 'x')).toBe(false);
    writeStamp(stamp, 'x');
    expect(isCurrent(stamp, 'x')).toBe(true);
    expect(isCurrent(stamp, 'y')).toBe(false);
    expect(existsSync(stamp)).toBe(true);
  });
});

describe('system packages', () => {
  it('are only those missing, under the name the system has for them', () => {
    const installed = new Set(['libnss3', 'libcups2t64']);
    const wanted = ['libnss3', 'libcups2', 'libgtk-3-0', 'libgbm1'];
    const newer = new Set(['libgtk-3-0t64']);
    expect(missingPackages(wanted, installed, () => false)).toEqual(['libgtk-3-0', 'libgbm1']);
    expect(missingPackages(wanted, installed, (name) => newer.has(name))).toEqual([
      'libgtk-3-0t64',
      'libgbm1',
    ]);
  });
});

describe('places', () => {
  it('keeps fetched things in the folder each system has for that', () => {
    expect(cacheFolder({ HOME: '/home/a' }, 'linux')).toBe('/home/a/.cache/dateline');
    expect(cacheFolder({ HOME: '/home/a', XDG_CACHE_HOME: '/fast' }, 'linux')).toBe('/fast/dateline');
    expect(cacheFolder({ HOME: '/Users/a' }, 'darwin')).toBe('/Users/a/Library/Caches/dateline');
    expect(cacheFolder({ HOME: '/home/a', DATELINE_CACHE: '/mine' }, 'linux')).toBe('/mine');
  });
});

describe('the display', () => {
  it('is there with an X or Wayland server, and always off Linux', () => {
    expect(hasDisplay({}, 'linux')).toBe(false);
    expect(hasDisplay({ DISPLAY: ':0' }, 'linux')).toBe(true);
    expect(hasDisplay({ WAYLAND_DISPLAY: 'wayland-0' }, 'linux')).toBe(true);
    expect(hasDisplay({}, 'darwin')).toBe(true);
  });

  it('is guarded by an authority entry that fits every address and number', () => {
    const entry = authorityEntry(Buffer.alloc(16, 7));
    expect([...entry.subarray(0, 6)]).toEqual([255, 255, 0, 0, 0, 0]);
    expect(entry.readUInt16BE(6)).toBe(18);
    expect(entry.toString('latin1', 8, 26)).toBe('MIT-MAGIC-COOKIE-1');
    expect(entry.readUInt16BE(26)).toBe(16);
    expect(entry.length).toBe(44);
  });
});
