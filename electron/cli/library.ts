import { isMainThread } from 'node:worker_threads';
import { Failure } from '../files/failure';
import { runCommand } from './library/commands';
import { serveEngine } from './library/engine-thread';
import { optionsOf, USAGE } from './library/options';

/** 1: done, with something that failed or is not as it should be; 2: not understood; 3: the library cannot be used. */
async function main(): Promise<number> {
  const options = optionsOf(process.argv.slice(2));
  if (!options) {
    process.stderr.write(USAGE);
    return 2;
  }
  try {
    return await runCommand(options);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    const { code, cause, advice } = error.error;
    if (options.json) process.stdout.write(`${JSON.stringify({ error: { code, cause, advice } })}\n`);
    process.stderr.write(`${cause} ${advice}\n`);
    return 3;
  }
}

// The engines run in threads that are given this same program.
if (isMainThread) process.exitCode = await main();
else serveEngine();
