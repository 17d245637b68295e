import { parentPort } from 'node:worker_threads';
import type { Decisions, ErrorCode, SourceInfo } from '../../contract';
import { createEngine } from '../../engine/engine';
import { EngineError } from '../../engine/errors';
import type { Findings } from '../../library/entries/findings';
import { packAnalysis } from '../../packing/pack';
import { loadEngineAssets } from '../assets';

/** What a thread is asked, and what it answers under the same number. */
export interface EngineQuestion {
  number: number;
  info: SourceInfo;
  bytes: Uint8Array;
  decisions: Decisions;
}

export type EngineAnswer = { number: number } & (
  | { findings: Findings }
  | { failure: { code: ErrorCode; cause: string; advice: string; details: string } }
);

/** Answers one question after the other until the thread is ended. */
export function serveEngine(): void {
  const engine = createEngine({ loadAssets: async () => loadEngineAssets(), giveWay: async () => {} });
  const quietly = () => {};
  parentPort?.on('message', async ({ number, info, bytes, decisions }: EngineQuestion) => {
    try {
      const { article } = await engine.read({ info, bytes }, decisions, quietly);
      const analysis = engine.analyse(article, await engine.parse(article, quietly), decisions, quietly);
      answer({ number, findings: { article, analysis: packAnalysis(analysis), decisions } });
    } catch (error) {
      answer({ number, failure: failureOf(error) });
    }
  });
}

function answer(given: EngineAnswer): void {
  parentPort?.postMessage(given);
}

function failureOf(error: unknown): Extract<EngineAnswer, { failure: unknown }>['failure'] {
  const details = error instanceof Error ? (error.stack ?? error.message) : String(error);
  if (error instanceof EngineError) {
    return { code: error.code, cause: error.causeText, advice: error.advice, details };
  }
  return {
    code: 'internal',
    cause: 'Dateline made a mistake while it read this file.',
    advice: 'Report it with the details.',
    details,
  };
}
