import { readFileSync } from 'node:fs';
import { loadEngineAssets } from '../cli/assets';
import { createPipeline } from '../engine/language/pipeline';

/** Run in a process of its own: most memory in use while a text is analysed, above that with the model loaded, MB. */
export function reportMemory(file: string): void {
  const assets = loadEngineAssets();
  const pipeline = createPipeline(assets.languageModel, assets.languageKernel);
  const text = readFileSync(file, 'utf8');
  const loaded = process.memoryUsage().rss;
  pipeline.parse(text);
  const most = process.resourceUsage().maxRSS * 1024;
  process.stdout.write(`${((most - loaded) / 1e6).toFixed(0)}\n`);
}
