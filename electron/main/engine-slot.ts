import { packedAnalysis } from '../checks/worker-shapes';
import type {
  Article,
  ImageResource,
  JobStage,
  Packed,
  TextSpan,
  WorkerReply,
  WorkerRequest,
} from '../contract';
import { cancelled, type Failure, fail } from '../files/failure';
import type { JobLimits } from './lane-limits';

/** The utility process as a lane sees it. */
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
  /**
   * @param place where the words of the reading place stand now
   * @param packed the article as it goes on to the window
   */
  article(article: Article, images: ImageResource[], place: TextSpan | null, packed: Packed<Article>): void;
}

type RequestOf<K extends WorkerRequest['kind']> = Omit<Extract<WorkerRequest, { kind: K }>, 'ticket'>;

export type JobWork = { [K in WorkerRequest['kind']]: RequestOf<K> }[Exclude<
  WorkerRequest['kind'],
  'cancel'
>];

/** `null` answers a question about an article that the worker no longer holds. */
export type JobResult = Extract<
  WorkerReply,
  { kind: 'analysis' | 'original' | 'description' | 'images' }
> | null;

export interface Job {
  ticket: number;
  path: string;
  work: JobWork;
  listener: JobListener;
  signal: AbortSignal;
  resolve(result: JobResult): void;
  reject(failure: Failure): void;
}

/** One engine process and the one job it works on. */
export class EngineSlot {
  private running: Job | null = null;
  private engine: EngineProcess | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** @param onFree called when a job has ended */
  constructor(
    private readonly start: StartEngine,
    private readonly limits: JobLimits,
    private readonly onFree: () => void,
  ) {}

  get free(): boolean {
    return this.running === null;
  }

  warmUp(): void {
    this.engine ??= this.startEngine();
  }

  take(job: Job): void {
    this.running = job;
    this.engine ??= this.startEngine();
    this.engine.post({ ...job.work, ticket: job.ticket } as WorkerRequest);
    // The bytes are the process's now; main keeps none. They were copied once on the way: a utility process can be handed
    // ports but no memory (Electron's `postMessage` transfers MessagePorts only).
    job.work = { ...job.work, bytes: new Uint8Array() } as JobWork;
    const reads = ['open', 'describe', 'images'].includes(job.work.kind);
    this.limit(reads ? this.limits.reading : this.limits.silence);
  }

  /** Asks the process to stop the job, and ends it when it does not answer. */
  cancel(job: Job): void {
    if (this.running !== job) return;
    this.engine?.post({ kind: 'cancel', ticket: job.ticket });
    this.giveUpAfter(this.limits.cancelling, () => cancelled(job.path));
  }

  stop(): void {
    this.endEngine();
    this.finish((job) => job.reject(cancelled(job.path)));
  }

  /** A process that was given up may still speak or end; only the one in use is listened to. */
  private startEngine(): EngineProcess {
    const engine: EngineProcess = this.start(
      (reply) => {
        if (this.engine === engine) this.hear(reply);
      },
      (reason) => {
        if (this.engine === engine) this.lost(reason);
      },
    );
    return engine;
  }

  private hear(reply: WorkerReply): void {
    const job = this.running;
    if (!job || reply.ticket !== job.ticket) return;
    switch (reply.kind) {
      case 'progress':
        if (reply.stage !== 'read' && reply.stage !== 'clean') this.limit(this.limits.silence);
        job.listener.progress(reply.stage, reply.done, reply.total);
        return;
      case 'article':
        this.limit(this.limits.silence);
        job.listener.article(reply.article, reply.images, reply.place, reply.packed);
        return;
      case 'failure': {
        const { code, cause, advice, details } = reply.failure;
        this.finish(() => job.reject(fail(code, job.path, cause, advice, details)));
        return;
      }
      case 'unknown-article':
        this.finish(() => job.resolve(null));
        return;
      default:
        this.finish(() => settle(job, reply));
    }
  }

  private limit(milliseconds: number): void {
    const job = this.running;
    if (!job || job.signal.aborted) return;
    this.giveUpAfter(milliseconds, () => tookTooLong(job.path, milliseconds));
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
    this.finish((job) => job.reject(lostEngine(job.path, reason)));
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
    this.onFree();
  }
}

/** What the window and the library get is what the contract says, whatever file the process has read. */
function settle(job: Job, answer: NonNullable<JobResult>): void {
  try {
    if (answer.kind === 'analysis') packedAnalysis(answer.analysis);
    job.resolve(answer);
  } catch (error) {
    job.reject(lostEngine(job.path, { outOfMemory: false, details: String(error) }));
  }
}

function tookTooLong(path: string, milliseconds: number): Failure {
  return fail(
    'took-too-long',
    path,
    `Dateline gave up after ${Math.round(milliseconds / 1000)} seconds without getting on with this file.`,
    'Open it as plain text, or open a shorter file.',
  );
}

function lostEngine(
  path: string,
  { outOfMemory, details }: { outOfMemory: boolean; details: string },
): Failure {
  return outOfMemory
    ? fail(
        'out-of-memory',
        path,
        'This file needs more memory than Dateline gives to one file.',
        'Open it as plain text, or open a shorter file.',
        details,
      )
    : fail(
        'internal',
        path,
        'The part of Dateline that reads files stopped unexpectedly.',
        'Try again; other files can still be opened.',
        details,
      );
}
