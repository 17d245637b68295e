import type { Article, ImageResource, JobStage, WorkerReply, WorkerRequest } from '../contract';
import { cancelled, type Failure, fail } from '../files/failure';

/** The utility process as the queue sees it. */
export interface EngineProcess {
  post(request: WorkerRequest): void;
  kill(): void;
}

/** Starts the process; `outOfMemory` tells a process that ended for want of memory from one that failed otherwise. */
export type StartEngine = (
  onReply: (reply: WorkerReply) => void,
  onExit: (reason: { outOfMemory: boolean; details: string }) => void,
) => EngineProcess;

export interface JobListener {
  progress(stage: JobStage, done: number, total: number): void;
  article(article: Article, images: ImageResource[]): void;
}

type ReplyOf<K extends WorkerReply['kind']> = Extract<WorkerReply, { kind: K }>;

/** `null` answers a question about an article that the worker no longer holds. */
export type JobResult = ReplyOf<'analysis'> | ReplyOf<'original'> | null;

type RequestOf<K extends WorkerRequest['kind']> = Omit<Extract<WorkerRequest, { kind: K }>, 'ticket'>;

export type JobWork = RequestOf<'open'> | RequestOf<'revise'> | RequestOf<'original'>;

interface Job {
  ticket: number;
  path: string;
  work: JobWork;
  listener: JobListener;
  signal: AbortSignal;
  resolve(result: JobResult): void;
  reject(failure: Failure): void;
}

/** Milliseconds. */
export interface JobLimits {
  /** Until the cleaned article is there. */
  reading: number;
  /** Between two signs of life after that; a long book may take long, a hung analysis may not. */
  silence: number;
  /** For the worker to answer a cancel before it is ended. */
  cancelling: number;
}

export const LIMITS: JobLimits = { reading: 60_000, silence: 120_000, cancelling: 300 };

/** One job at a time in one utility process, which is ended and started again when a job will not stop. */
export class Jobs {
  private readonly waiting: Job[] = [];
  private running: Job | null = null;
  private engine: EngineProcess | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private lastTicket = 0;

  constructor(
    private readonly start: StartEngine,
    private readonly limits: JobLimits = LIMITS,
  ) {}

  /** Starts the process ahead of the first job, so that it can load the language model meanwhile. */
  warmUp(): void {
    this.engine ??= this.startEngine();
  }

  /** @returns the worker's answer; rejects with `Failure` (`cancelled`, `took-too-long`, `out-of-memory`, engine's codes). */
  run(path: string, work: JobWork, listener: JobListener, signal: AbortSignal): Promise<JobResult> {
    return new Promise((resolve, reject) => {
      this.lastTicket += 1;
      const job: Job = { ticket: this.lastTicket, path, work, listener, signal, resolve, reject };
      signal.addEventListener('abort', () => this.cancel(job), { once: true });
      this.waiting.push(job);
      this.next();
    });
  }

  /** Ends the process; jobs under way are cancelled. */
  stop(): void {
    for (const job of this.waiting.splice(0)) job.reject(cancelled(job.path));
    this.endEngine();
    this.finish((job) => job.reject(cancelled(job.path)));
  }

  private next(): void {
    if (this.running) return;
    const job = this.waiting.shift();
    if (!job) return;
    if (job.signal.aborted) {
      job.reject(cancelled(job.path));
      this.next();
      return;
    }
    this.running = job;
    this.engine ??= this.startEngine();
    this.engine.post({ ...job.work, ticket: job.ticket } as WorkerRequest);
    this.limit(job.work.kind === 'open' ? this.limits.reading : this.limits.silence);
  }

  /** A process that was given up may still speak or end; only the one in use is listened to. */
  private startEngine(): EngineProcess {
    const engine: EngineProcess = this.start(
      (reply) => {
        if (this.engine === engine) this.take(reply);
      },
      (reason) => {
        if (this.engine === engine) this.lost(reason);
      },
    );
    return engine;
  }

  private take(reply: WorkerReply): void {
    const job = this.running;
    if (!job || reply.ticket !== job.ticket) return;
    if (reply.kind === 'progress') {
      if (reply.stage !== 'read' && reply.stage !== 'clean') this.limit(this.limits.silence);
      job.listener.progress(reply.stage, reply.done, reply.total);
    } else if (reply.kind === 'article') {
      this.limit(this.limits.silence);
      job.listener.article(reply.article, reply.images);
    } else if (reply.kind === 'analysis' || reply.kind === 'original') this.finish(() => job.resolve(reply));
    else if (reply.kind === 'unknown-article') this.finish(() => job.resolve(null));
    else {
      const { code, cause, advice, details } = reply.failure;
      this.finish(() => job.reject(fail(code, job.path, cause, advice, details)));
    }
  }

  private cancel(job: Job): void {
    const place = this.waiting.indexOf(job);
    if (place >= 0) {
      this.waiting.splice(place, 1);
      job.reject(cancelled(job.path));
    } else if (this.running === job) {
      this.engine?.post({ kind: 'cancel', ticket: job.ticket });
      this.giveUpAfter(this.limits.cancelling, () => cancelled(job.path));
    }
  }

  private limit(milliseconds: number): void {
    const job = this.running;
    if (!job || job.signal.aborted) return;
    this.giveUpAfter(milliseconds, () =>
      fail(
        'took-too-long',
        job.path,
        `Dateline gave up after ${Math.round(milliseconds / 1000)} seconds without getting on with this file.`,
        'Open it as plain text, or open a shorter file.',
      ),
    );
  }

  private giveUpAfter(milliseconds: number, why: () => Failure): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.endEngine();
      this.finish((job) => job.reject(why()));
    }, milliseconds);
  }

  private lost(reason: { outOfMemory: boolean; details: string }): void {
    this.engine = null;
    this.finish((job) =>
      job.reject(
        reason.outOfMemory
          ? fail(
              'out-of-memory',
              job.path,
              'This file needs more memory than Dateline gives to one file.',
              'Open it as plain text, or open a shorter file.',
              reason.details,
            )
          : fail(
              'internal',
              job.path,
              'The part of Dateline that reads files stopped unexpectedly.',
              'Try again; other files can still be opened.',
              reason.details,
            ),
      ),
    );
  }

  private endEngine(): void {
    const engine = this.engine;
    this.engine = null;
    engine?.kill();
  }

  private finish(settle: (job: Job) => void): void {
    clearTimeout(this.timer);
    const job = this.running;
    this.running = null;
    if (job) settle(job);
    this.next();
  }
}
