import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Which layers a layer may import, beside itself. Tests and build scripts may look anywhere. */
const allowed: Record<string, string[]> = {
  'electron/contract': [],
  'electron/engine': ['electron/contract'],
  'electron/library': ['electron/contract'],
  'electron/worker': ['electron/engine', 'electron/contract'],
  'electron/cli': ['electron/engine', 'electron/library', 'electron/contract'],
  'electron/bench': ['electron/engine', 'electron/library', 'electron/contract', 'electron/cli'],
  'electron/main': ['electron/library', 'electron/contract'],
  'electron/preload': ['electron/contract'],
  'renderer/time': ['electron/contract'],
  'renderer/ui': ['electron/contract'],
  'renderer/export': ['electron/contract', 'renderer/time'],
  'renderer/state': ['electron/contract', 'renderer/export', 'renderer/time'],
  'renderer/reader': ['electron/contract', 'renderer/state', 'renderer/time', 'renderer/ui'],
  'renderer/entities': ['electron/contract', 'renderer/state', 'renderer/time', 'renderer/ui'],
  'renderer/timeline': ['electron/contract', 'renderer/state', 'renderer/time', 'renderer/ui'],
  'renderer/library': ['electron/contract', 'renderer/state', 'renderer/time', 'renderer/ui'],
};

/** Files directly in `renderer/` join the panels and may import all of them. */
function layerOf(path: string): string | null {
  return Object.keys(allowed).find((layer) => path.startsWith(`${layer}/`)) ?? null;
}

function sources(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path) && !path.includes('fixtures'));
}

/** Relative imports of a file, as paths from the root. */
function importsOf(path: string, code: string): string[] {
  const pattern = /(?:from|import|import\()\s*['"](\.{1,2}\/[^'"]+)['"]/g;
  return [...code.matchAll(pattern)].map((m) => relative(root, resolve(root, dirname(path), m[1] ?? '')));
}

function forbiddenArrows(path: string, code: string): string[] {
  const from = layerOf(path);
  if (!from) return [];
  return importsOf(path, code)
    .map((target) => ({ target, layer: layerOf(`${target}/`) }))
    .filter(({ layer }) => layer !== from && !(layer && allowed[from]?.includes(layer)))
    .map(({ target }) => `${path} -> ${target}`);
}

describe('who may import whom', () => {
  it('finds only the arrows the plan allows', () => {
    const arrows = [...sources('electron'), ...sources('renderer')].flatMap((path) =>
      forbiddenArrows(path, readFileSync(join(root, path), 'utf8')),
    );
    expect(arrows).toEqual([]);
  });

  it('sees a forbidden arrow', () => {
    expect(forbiddenArrows('renderer/entities/list.tsx', "import { x } from '../timeline/strip';")).toEqual([
      'renderer/entities/list.tsx -> renderer/timeline/strip',
    ]);
    expect(forbiddenArrows('electron/engine/engine.ts', "import type { A } from '../contract';")).toEqual([]);
    expect(forbiddenArrows('electron/engine/engine.ts', "import { app } from '../main/app';")).toHaveLength(
      1,
    );
  });

  it('keeps Node and Electron out of the engine and the contract', () => {
    const pattern = /from\s+['"](?:node:|electron['"/])/;
    const leaks = [...sources('electron/engine'), ...sources('electron/contract')].filter((path) =>
      pattern.test(readFileSync(join(root, path), 'utf8')),
    );
    expect(leaks).toEqual([]);
  });
});
