import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { EngineAssets } from '../engine/stages';

const MODEL = 'assets/language/en-core-web-sm.model';
const ENCODER = 'assets/language/name-encoder.model';
const KERNEL = 'assets/language/kernel.wasm';

/** The nearest folder above this program, else above the working folder, that holds the language assets. */
function assetsRoot(): string {
  for (const start of [dirname(fileURLToPath(import.meta.url)), process.cwd()]) {
    for (let folder = resolve(start); ; folder = dirname(folder)) {
      if (existsSync(join(folder, MODEL))) return folder;
      if (folder === dirname(folder)) break;
    }
  }
  throw new Error(`${MODEL} is missing. Run the command from Dateline's folder.`);
}

/** Reads what the engine needs beside its code, for programs without a window. */
export function loadEngineAssets(): EngineAssets {
  const root = assetsRoot();
  return {
    languageModel: readFileSync(join(root, MODEL)),
    languageKernel: readFileSync(join(root, KERNEL)),
    nameEncoder: readFileSync(join(root, ENCODER)),
  };
}
