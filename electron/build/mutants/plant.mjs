// Plants every fault that Stryker's instrumenter knows into chosen lines, all at once: each sits behind a switch, so that
// one build of the code, loaded once, can be judged under one fault after the other.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Instrumenter } from '@stryker-mutator/instrumenter';
import { root } from '../checkout.mjs';

/**
 * One fault. `line` counts from 1.
 * @typedef {{ id: string, path: string, line: number, mutator: string, replacement: string }} Mutant
 * @typedef {{ sources: Record<string, string>, mutants: Mutant[] }} Planting `sources` by path from the root
 */

/** Wording and patterns: a fault in a message or in one of many alternatives says little about the code round it. */
const EXCLUDED = ['StringLiteral', 'Regex'];

const silent = () => {};
/** @type {ConstructorParameters<typeof Instrumenter>[0]} */
const quiet = {
  ...{ isTraceEnabled: () => false, isDebugEnabled: () => false, isInfoEnabled: () => false },
  ...{ isWarnEnabled: () => false, isErrorEnabled: () => false, isFatalEnabled: () => false },
  ...{ trace: silent, debug: silent, info: silent, warn: silent, error: silent, fatal: silent },
};

/** @param {{ path: string, line: number }[]} lines @returns {Promise<Planting>} */
export async function plant(lines) {
  /** @type {Map<string, number[]>} */
  const byPath = new Map();
  for (const { path, line } of lines) byPath.set(path, [...(byPath.get(path) ?? []), line]);
  const files = [...byPath].map(([path, numbers]) => ({
    name: path,
    content: readFileSync(join(root, path), 'utf8'),
    // The instrumenter counts lines from 0 and wants a fault to lie within its range.
    mutate: numbers.map((line) => ({ start: { line: line - 1, column: 0 }, end: { line, column: 0 } })),
  }));
  const options = { plugins: null, excludedMutations: EXCLUDED, ignorers: [], noHeader: false };
  const planted = await new Instrumenter(quiet).instrument(files, options);
  return {
    sources: Object.fromEntries(planted.files.map(({ name, content }) => [name, content])),
    mutants: planted.mutants
      .filter(({ status }) => status !== 'Ignored')
      .map(({ id, fileName, location, mutatorName, replacement }) => ({
        ...{ id, path: fileName, line: location.start.line + 1, mutator: mutatorName },
        replacement: replacement ?? '',
      })),
  };
}
