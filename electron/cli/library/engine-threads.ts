import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Decisions, SourceInfo } from '../../contract';
import { fail } from '../../files/failure';
import type { Findings } from '../../library/entries/findings';
import type { EngineAnswer, EngineQuestion } from './engine-thread';

interface Waiting {
  question: Omit<EngineQuestion, 'number'>;
  resolve(findings: Findings): void;
  reject(error: unknown): void;
}

/** More would only share the processor's caches: each engine keeps one core busy. */
export const ENGINES = Math.max(1, Math.min(8, availableParallelism()));

/** An engine on each core, each in a thread of its own that is started when it is needed. */
export class EngineThreads {
  private readonly threads: { worker: Worker; busy: Waiting | null }[] = [];
  private readonly queue: Waiting[] = [];
  private number = 0;

  constructor(private readonly program: URL) {}

  analyse(info: SourceInfo, bytes: Uint8Array, decisions: Decisions): Promise<Findings> {
    return new Promise((resolve, reject) => {
      this.queue.push({ question: { info, bytes, decisions }, resolve, reject });
      this.next();
    });
  }

  async stop(): Promise<void> {
    await Promise.all(this.threads.map(({ worker }) => worker.terminate()));
  }

  private next(): void {
    const [waiting] = this.queue;
    if (!waiting) return;
    const free = this.threads.find(({ busy }) => busy === null) ?? this.started();
    if (!free) return;
    this.queue.shift();
    free.busy = waiting;
    this.number += 1;
    free.worker.postMessage({ ...waiting.question, number: this.number } satisfies EngineQuestion);
  }

  private started() {
    if (this.threads.length >= ENGINES) return null;
    const thread: { worker: Worker; busy: Waiting | null } = { worker: new Worker(this.program), busy: null };
    const finish = (settle: (waiting: Waiting) => void) => {
      const { busy } = thread;
      thread.busy = null;
      if (busy) settle(busy);
      this.next();
    };
    thread.worker.on('message', (answer: EngineAnswer) => {
      finish(({ resolve, reject }) => {
        if ('findings' in answer) resolve(answer.findings);
        else reject(failureOf(answer.failure));
      });
    });
    // A thread that ran out of memory takes only its own file with it.
    thread.worker.on('error', (error) => {
      this.threads.splice(this.threads.indexOf(thread), 1);
      finish(({ reject }) => reject(failureOf({ ...outOfMemory, details: String(error) })));
    });
    this.threads.push(thread);
    return thread;
  }
}

const outOfMemory = {
  code: 'out-of-memory',
  cause: 'This file needs more memory than Dateline gives to one file.',
  advice: 'Take a shorter file.',
} as const;

function failureOf({ code, cause, advice, details }: Extract<EngineAnswer, { failure: unknown }>['failure']) {
  return fail(code, null, cause, advice, details);
}
