import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));

const panel = ['electron/contract', 'renderer/state', 'renderer/time', 'renderer/ui'];

/** Which folders a folder may import, beside itself. A folder that is not named here may not be there. */
const allowed: Record<string, string[]> = {
  'electron/contract': [],
  'electron/packing': ['electron/contract'],
  'electron/checks': ['electron/contract'],
  'electron/files': ['electron/contract'],
  'electron/engine': ['electron/contract'],
  'electron/library': ['electron/contract', 'electron/packing', 'electron/checks', 'electron/files'],
  'electron/worker': ['electron/engine', 'electron/packing', 'electron/contract'],
  'electron/librarian': ['electron/contract', 'electron/packing', 'electron/files', 'electron/library'],
  'electron/cli': [
    'electron/engine',
    'electron/files',
    'electron/library',
    'electron/checks',
    'electron/packing',
    'electron/contract',
  ],
  'electron/bench': [
    'electron/build',
    'electron/engine',
    'electron/files',
    'electron/library',
    'electron/contract',
    'electron/cli',
    'electron/build',
  ],
  'electron/training': ['electron/engine', 'electron/contract', 'electron/cli', 'electron/bench'],
  'electron/main': ['electron/files', 'electron/checks', 'electron/library', 'electron/contract'],
  'electron/preload': ['electron/contract'],
  'electron/build': [],
  'renderer/time': ['electron/contract'],
  'renderer/ui': ['electron/contract'],
  'renderer/export': ['electron/contract', 'renderer/time'],
  'renderer/state': ['electron/contract', 'electron/packing', 'renderer/export', 'renderer/time'],
  'renderer/reader': panel,
  'renderer/entities': panel,
  'renderer/timeline': panel,
  'renderer/library': panel,
};

/** The files directly in `renderer/`: they join the panels into one window and may import any of its folders. */
const joining = [
  'renderer/appearance.ts',
  'renderer/corrections-list.tsx',
  'renderer/dialogs.tsx',
  'renderer/fields.tsx',
  'renderer/header-bar.tsx',
  'renderer/index.tsx',
  'renderer/not-saved.tsx',
  'renderer/notice.tsx',
  'renderer/resizer.tsx',
  'renderer/status-bar.tsx',
  'renderer/styles.d.ts',
  'renderer/toasts.tsx',
  'renderer/type-panel.tsx',
  'renderer/welcome.tsx',
  'renderer/window.tsx',
];
const joinedBy = [
  'electron/contract',
  ...Object.keys(allowed).filter((name) => name.startsWith('renderer/')),
];

/** `electron/main`, `renderer/ui`, or for a joining file its own path. */
function layerOf(path: string): string {
  const [top = '', folder = '', ...deeper] = path.split('/');
  return deeper.length > 0 ? `${top}/${folder}` : path;
}

function sources(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name).replaceAll('\\', '/'))
    .filter((path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path) && !path.includes('fixtures'));
}

/** Relative imports of a file, as paths from the root. */
function importsOf(path: string, code: string): string[] {
  const pattern = /(?:from|import|import\()\s*['"](\.{1,2}(?:\/[^'"]*)?)['"]/g;
  return [...code.matchAll(pattern)].map((m) =>
    relative(root, resolve(root, dirname(path), m[1] ?? '')).replaceAll('\\', '/'),
  );
}

/** A folder imported by its index, or one of the joining files without its ending. */
function layerOfTarget(target: string): string {
  const file = joining.find((name) => name.replace(/(?:\.d)?\.tsx?$/, '') === target);
  return file ?? layerOf(`${target}/index.ts`);
}

function forbiddenArrows(path: string, code: string): string[] {
  const from = layerOf(path);
  const may = joining.includes(from) ? [...joinedBy, ...joining] : allowed[from];
  if (!may) return [`${path} lies in no known folder`];
  return importsOf(path, code)
    .filter((target) => {
      const to = layerOfTarget(target);
      return to !== from && !may.includes(to);
    })
    .map((target) => `${path} -> ${target}`);
}

/** What `path` imports, as files that are there; JSON tables and packages import nothing. */
function arrowsOf(path: string, known: ReadonlySet<string>): string[] {
  return importsOf(path, readFileSync(join(root, path), 'utf8')).flatMap((target) => {
    const names = ['.ts', '.tsx', '/index.ts', '/index.tsx'].map((ending) => target + ending);
    return names.find((name) => known.has(name)) ?? [];
  });
}

/** Each circle of imports as the files on it, found by a walk that leaves no file twice. */
function circlesIn(arrows: ReadonlyMap<string, readonly string[]>): string[] {
  const circles: string[] = [];
  const done = new Set<string>();
  const visit = (file: string, trail: readonly string[]): void => {
    if (trail.includes(file)) circles.push([...trail.slice(trail.indexOf(file)), file].join(' -> '));
    if (trail.includes(file) || done.has(file)) return;
    for (const next of arrows.get(file) ?? []) visit(next, [...trail, file]);
    done.add(file);
  };
  for (const file of arrows.keys()) visit(file, []);
  return circles;
}

const everySource = [...sources('electron'), ...sources('renderer')];

describe('who may import whom', () => {
  it('finds only the arrows the plan allows, from folders the plan knows', () => {
    const arrows = everySource.flatMap((path) =>
      forbiddenArrows(path, readFileSync(join(root, path), 'utf8')),
    );
    expect(arrows).toEqual([]);
  });

  it.each([
    ['renderer/entities/list.tsx', '../timeline/strip', 1],
    ['renderer/entities/list.tsx', '../window', 1],
    ['renderer/window.tsx', './timeline/strip', 0],
    ['renderer/window.tsx', '../electron/main/menu', 1],
    ['electron/engine/engine.ts', '../contract', 0],
    ['electron/engine/engine.ts', '../main/app', 1],
    ['electron/engine/read/read.ts', '../..', 1],
    ['electron/somewhere/new.ts', '../contract', 1],
    ['electron/loose.ts', './contract', 1],
    ['renderer/loose.tsx', './ui/icon', 1],
  ])('judges %s that imports %s', (path, target, refusals) => {
    expect(forbiddenArrows(path, `import { x } from '${target}';`)).toHaveLength(refusals);
  });

  it('finds no circle, not even of types', () => {
    const known = new Set(everySource);
    expect(circlesIn(new Map(everySource.map((path) => [path, arrowsOf(path, known)])))).toEqual([]);
  });

  it('sees a circle', () => {
    const arrows = new Map([
      ['a', ['b']],
      ['b', ['c']],
      ['c', ['b']],
    ]);
    expect(circlesIn(arrows)).toEqual(['b -> c -> b']);
  });

  it('keeps Node and Electron out of the engine and the contract', () => {
    const pattern = /from\s+['"](?:node:|electron['"/])/;
    const leaks = [...sources('electron/engine'), ...sources('electron/contract')].filter((path) =>
      pattern.test(readFileSync(join(root, path), 'utf8')),
    );
    expect(leaks).toEqual([]);
  });
});
