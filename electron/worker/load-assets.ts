import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { EngineAssets } from '../engine/stages';

/** @param folder `assets/` as it lies beside the built programs. */
export async function loadAssets(folder: string): Promise<EngineAssets> {
  const [languageModel, languageKernel, nameEncoder] = await Promise.all(
    ['en-core-web-sm.model', 'kernel.wasm', 'name-encoder.model'].map((name) =>
      readFile(join(folder, 'language', name)),
    ),
  );
  if (!languageModel || !languageKernel || !nameEncoder) throw new Error('The language model is missing.');
  return { languageModel, languageKernel, nameEncoder };
}
