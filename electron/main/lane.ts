import { cancelled } from '../files/failure';
import {
  EngineSlot,
  type Job,
  type JobListener,
  type JobResult,
  type JobWork,
  type StartEngine,
} from './engine-slot';
import { type JobLimits, LIMITS } from './lane-limits';

/**
 * Jobs that wait for an engine, first come first served. Each engine is a process of its own with one job at a time,
 * ended and started again when a job will not stop. A paused lane lets its jobs under way end and begins no other.
 */
export class Lane {
  private readonly waiting: Job[] = [];
  private readonly slots: EngineSlot[];
  private paused = false;
  private lastTicket = 0;
  private busy = false;
  /** Told when work begins after a rest, and when all of it is done. */
  onBusy: (busy: boolean) => void = () => {};

  /** @param engines processes at most, each started when the first job needs it */
  constructor(start: StartEngine, engines = 1, limits: JobLimits = LIMITS) {
    this.slots = Array.from({ length: engines }, () => new EngineSlot(start, limits, () => this.next()));
  }

  /** Starts a process ahead of the first job, so that it can load the language model meanwhile. */
  warmUp(): void {
    this.slots[0]?.warmUp();
  }

  pause(): void {
    this.paused = true;
  }

  resume(): void {
    this.paused = false;
    this.next();
  }

  /** Nothing waits and nothing runs. */
  get idle(): boolean {
    return this.waiting.length === 0 && this.slots.every(({ free }) => free);
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

  /** Ends the processes; jobs under way are cancelled. */
  stop(): void {
    for (const job of this.waiting.splice(0)) job.reject(cancelled(job.path));
    for (const slot of this.slots) slot.stop();
  }

  private next(): void {
    this.fill();
    if (this.busy === !this.idle) return;
    this.busy = !this.idle;
    this.onBusy(this.busy);
  }

  private fill(): void {
    for (const slot of this.slots) {
      while (slot.free && !this.paused) {
        const job = this.waiting.shift();
        if (!job) return;
        if (job.signal.aborted) job.reject(cancelled(job.path));
        else slot.take(job);
      }
    }
  }

  private cancel(job: Job): void {
    const place = this.waiting.indexOf(job);
    if (place < 0) {
      for (const slot of this.slots) slot.cancel(job);
      return;
    }
    this.waiting.splice(place, 1);
    job.reject(cancelled(job.path));
  }
}
