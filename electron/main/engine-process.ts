import { join } from 'node:path';
import { type UtilityProcess, utilityProcess } from 'electron';
import type { WorkerReply } from '../contract';
import type { EngineProcess, StartEngine } from './engine-slot';
import { assetsFolder, programsFolder } from './folders';

/** Megabytes of JavaScript heap for one file's work; past it the process ends and the app goes on. */
const HEAP_LIMIT = 1024;

/** V8 aborts when its heap is full: SIGABRT, SIGILL or SIGTRAP on Unix, a breakpoint or fail-fast status on Windows. */
const ABORT_CODES = new Set([4, 5, 6, 132, 133, 134, 0x80000003, 0xc0000409, -2147483645, -1073740791]);

/** @param warm whether the process loads the language model ahead of need */
export function engineStarter(warm: boolean): StartEngine {
  return (onReply, onExit) => startEngine(warm, onReply, onExit);
}

function startEngine(warm: boolean, ...[onReply, onExit]: Parameters<StartEngine>): EngineProcess {
  const child = utilityProcess.fork(
    join(programsFolder, 'worker.cjs'),
    [assetsFolder, warm ? 'warm' : 'cold'],
    {
      serviceName: 'Dateline engine',
      // As a flag of Chromium's: a utility process passes over the one that Node knows.
      execArgv: [`--js-flags=--max-old-space-size=${HEAP_LIMIT}`],
      stdio: ['ignore', 'inherit', 'pipe'],
      env: {},
    },
  );
  let complaints = '';
  child.stderr?.on('data', (piece: Buffer) => {
    complaints = (complaints + piece.toString()).slice(-4_000);
    process.stderr.write(piece);
  });
  child.on('message', (reply: WorkerReply) => onReply(reply));
  child.on('exit', (code) => {
    const outOfMemory = /heap (out of memory|limit)|Array buffer allocation failed/i.test(complaints);
    onExit({ outOfMemory: outOfMemory || ABORT_CODES.has(code), details: `Exit ${code}. ${complaints}` });
  });
  return {
    post: (request) => child.postMessage(request),
    kill: () => end(child),
  };
}

/** At once: the process keeps nothing, and one that hangs would not heed the SIGTERM that `kill` sends. */
function end(child: UtilityProcess): void {
  const { pid } = child;
  child.kill();
  if (pid === undefined) return;
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended already.
  }
}
