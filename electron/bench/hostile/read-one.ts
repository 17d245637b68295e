import { loadEngineAssets } from '../../cli/assets';
import { NO_DECISIONS } from '../../contract';
import { createEngine } from '../../engine/engine';
import { EngineError } from '../../engine/errors';
import { Failure } from '../../files/failure';
import { readSourceFile } from '../../files/source-file';

export interface HostileAnswer {
  /** "shown (3 blocks)", "refused (file-empty)", or, in capitals, what must not be. */
  outcome: string;
  /** Until the article could be shown or was refused, without the start of the process. */
  milliseconds: number;
  /** Most memory the process had. */
  megabytes: number;
}

async function outcomeOf(path: string, shown: () => void, analyse: boolean): Promise<string> {
  const engine = createEngine({ loadAssets: async () => loadEngineAssets(), giveWay: async () => {} });
  const { info, bytes } = await readSourceFile(path, new AbortController().signal);
  const { article } = await engine.read({ info, bytes }, NO_DECISIONS, () => {});
  shown();
  if (analyse) engine.analyse(article, await engine.parse(article, () => {}), NO_DECISIONS, () => {});
  return `shown (${article.blocks.length} blocks)`;
}

/** Opens one file with the same checks and the same engine as the app. */
export async function readOne(path: string, analyse: boolean): Promise<HostileAnswer> {
  const started = performance.now();
  let milliseconds = 0;
  const stop = () => {
    milliseconds = performance.now() - started;
  };
  let outcome: string;
  try {
    outcome = await outcomeOf(path, stop, analyse);
  } catch (error) {
    if (milliseconds === 0) stop();
    if (error instanceof EngineError) outcome = `refused (${error.code})`;
    else if (error instanceof Failure) outcome = `refused (${error.error.code})`;
    else outcome = `FAILS (${error instanceof Error ? error.message : String(error)})`;
  }
  return { outcome, milliseconds, megabytes: process.resourceUsage().maxRSS / 1024 };
}
