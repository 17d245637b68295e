import type { WorkerRequest } from '../contract';
import { createEngine } from '../engine/engine';
import { loadAssets } from './load-assets';
import { Worker } from './worker';

/** Milliseconds without work after which the language model is loaded ahead of need. */
const IDLE_BEFORE_WARM_UP = 300;

const [, , assetsFolder = '', warmth = 'warm'] = process.argv;
const giveWay = () => new Promise<void>((resolve) => setImmediate(resolve));
const engine = createEngine({ loadAssets: () => loadAssets(assetsFolder), giveWay });
const worker = new Worker(engine, (reply) => process.parentPort.postMessage(reply), giveWay);

process.parentPort.on('message', ({ data }) => {
  clearTimeout(idle);
  void worker.take(data as WorkerRequest);
});

const idle = setTimeout(() => {
  if (warmth === 'warm') void engine.warmUp().catch(() => {});
}, IDLE_BEFORE_WARM_UP);
