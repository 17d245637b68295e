import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Article, PackedAnalysis, WorkerReply, WorkerRequest } from '../contract';
import { NO_DECISIONS } from '../contract';
import type { Failure } from '../files/failure';
import type { JobWork } from './engine-slot';
import { Lane } from './lane';

const limits = { reading: 1_000, silence: 2_000, cancelling: 100 };
const work: JobWork = { kind: 'revise', article: 'h', decisions: NO_DECISIONS };
const opening: JobWork = {
  kind: 'open',
  source: { name: 'a', size: 1, modified: 0, hash: 'h' },
  bytes: new Uint8Array(1),
  decisions: NO_DECISIONS,
  place: null,
};
const analysis: PackedAnalysis = {
  ...{ engineVersion: 'test', article: 'h', unapplied: [] },
  bytes: new Uint8Array(),
};

/** Stands in for the utility process; the test speaks for it. */
class FakeEngine {
  readonly requests: WorkerRequest[] = [];
  killed = false;

  constructor(
    readonly reply: (reply: WorkerReply) => void,
    readonly exit: (reason: { outOfMemory: boolean; details: string }) => void,
  ) {}

  get lastTicket(): number {
    return this.requests.at(-1)?.ticket ?? -1;
  }
}

function setUp(processes = 1) {
  const engines: FakeEngine[] = [];
  const jobs = new Lane(
    (onReply, onExit) => {
      const engine = new FakeEngine(onReply, onExit);
      engines.push(engine);
      return {
        post: (request) => engine.requests.push(request),
        kill: () => {
          engine.killed = true;
        },
      };
    },
    processes,
    limits,
  );
  const seen: string[] = [];
  const listener = {
    progress: (stage: string) => seen.push(stage),
    article: () => seen.push('the article'),
  };
  const run = (given: JobWork = work, controller = new AbortController()) => ({
    controller,
    result: jobs.run('/a', given, listener, controller.signal).catch((f: Failure) => f.error.code),
  });
  return { jobs, engines, seen, run };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('the jobs of a lane', () => {
  it('fail when the engine answers with something that is no analysis', async () => {
    const { engines, run } = setUp();
    const { result } = run();
    const odd = { ...analysis, bytes: 'text' } as unknown as PackedAnalysis;
    engines[0]?.reply({ kind: 'analysis', ticket: engines[0].lastTicket, analysis: odd });
    expect(await result).toBe('internal');
  });

  it('run one at a time, in order', async () => {
    const { engines, run } = setUp();
    const [first, second] = [run(), run()];
    expect(engines[0]?.requests).toHaveLength(1);
    engines[0]?.reply({ kind: 'analysis', ticket: engines[0].lastTicket, analysis });
    expect(await first.result).toMatchObject({ analysis });
    expect(engines[0]?.requests).toHaveLength(2);
    engines[0]?.reply({ kind: 'unknown-article', ticket: engines[0].lastTicket });
    expect(await second.result).toBeNull();
    expect(engines).toHaveLength(1);
  });

  it('end the process when it does not answer a cancel, and go on with a new one', async () => {
    const { engines, run } = setUp();
    const first = run();
    const second = run();
    first.controller.abort();
    expect(engines[0]?.requests.at(-1)?.kind).toBe('cancel');
    expect(engines[0]?.killed).toBe(false);
    vi.advanceTimersByTime(limits.cancelling);
    expect(await first.result).toBe('cancelled');
    expect(engines[0]?.killed).toBe(true);
    engines[1]?.reply({ kind: 'analysis', ticket: engines[1].lastTicket, analysis });
    expect(await second.result).toMatchObject({ analysis });
  });

  it('keep a process that answers the cancel', async () => {
    const { engines, run } = setUp();
    const first = run();
    first.controller.abort();
    const failure = { code: 'cancelled', cause: 'c', advice: 'a', details: '' } as const;
    engines[0]?.reply({ kind: 'failure', ticket: engines[0].lastTicket, failure });
    expect(await first.result).toBe('cancelled');
    vi.advanceTimersByTime(limits.cancelling);
    expect(engines[0]?.killed).toBe(false);
  });

  it('that wait are cancelled without a word to the process', async () => {
    const { engines, run } = setUp();
    run();
    const second = run();
    second.controller.abort();
    expect(await second.result).toBe('cancelled');
    expect(engines[0]?.requests).toHaveLength(1);
  });

  it('are given up when reading takes too long', async () => {
    const { engines, run } = setUp();
    const { result } = run(opening);
    vi.advanceTimersByTime(limits.reading - 1);
    engines[0]?.reply({ kind: 'progress', ticket: engines[0].lastTicket, stage: 'clean', done: 0, total: 1 });
    vi.advanceTimersByTime(1);
    expect(await result).toBe('took-too-long');
    expect(engines[0]?.killed).toBe(true);
  });

  it('may take as long as they show signs of life once the article is there', async () => {
    const { engines, run, seen } = setUp();
    const { result } = run(opening);
    const ticket = engines[0]?.lastTicket ?? 0;
    engines[0]?.reply({
      kind: 'article',
      ticket,
      article: {} as Article,
      packed: new Uint8Array(),
      images: [],
      place: null,
    });
    for (let done = 0; done < 5; done++) {
      vi.advanceTimersByTime(limits.silence - 1);
      engines[0]?.reply({ kind: 'progress', ticket, stage: 'language', done, total: 5 });
    }
    expect(seen).toEqual(['the article', ...Array(5).fill('language')]);
    vi.advanceTimersByTime(limits.silence);
    expect(await result).toBe('took-too-long');
  });

  it('fail when the process is lost, and the next gets a new one', async () => {
    const { engines, run } = setUp();
    const first = run();
    engines[0]?.exit({ outOfMemory: true, details: 'heap' });
    expect(await first.result).toBe('out-of-memory');
    const second = run();
    engines[1]?.exit({ outOfMemory: false, details: 'crash' });
    expect(await second.result).toBe('internal');
  });

  it('do not listen to a process or a ticket that was given up', async () => {
    const { engines, run } = setUp();
    const first = run();
    const old = engines[0]?.lastTicket ?? 0;
    first.controller.abort();
    vi.advanceTimersByTime(limits.cancelling);
    const second = run();
    engines[0]?.reply({ kind: 'analysis', ticket: old + 1, analysis });
    engines[0]?.exit({ outOfMemory: true, details: 'late' });
    engines[1]?.reply({ kind: 'analysis', ticket: old, analysis });
    engines[1]?.reply({ kind: 'unknown-article', ticket: old + 1 });
    expect(await second.result).toBeNull();
  });

  it('run side by side where the lane has several engines', async () => {
    const { engines, run } = setUp(2);
    run();
    const second = run();
    run();
    expect(engines.map(({ requests }) => requests.length)).toEqual([1, 1]);
    engines[1]?.reply({ kind: 'analysis', ticket: engines[1].lastTicket, analysis });
    expect(await second.result).toMatchObject({ analysis });
    expect(engines.map(({ requests }) => requests.length)).toEqual([1, 2]);
  });

  it('wait while the lane is paused; the one under way ends', async () => {
    const { jobs, engines, run } = setUp();
    const first = run();
    const second = run();
    jobs.pause();
    engines[0]?.reply({ kind: 'unknown-article', ticket: engines[0].lastTicket });
    expect(await first.result).toBeNull();
    expect([engines[0]?.requests.length, jobs.idle]).toEqual([1, false]);
    jobs.resume();
    engines[0]?.reply({ kind: 'unknown-article', ticket: engines[0].lastTicket });
    expect(await second.result).toBeNull();
    expect(jobs.idle).toBe(true);
  });

  it('that were cancelled get no more time by what the process still says', async () => {
    const { engines, run } = setUp();
    const { controller, result } = run(opening);
    const ticket = engines[0]?.lastTicket ?? 0;
    controller.abort();
    engines[0]?.reply({
      kind: 'article',
      ticket,
      article: {} as Article,
      packed: new Uint8Array(),
      images: [],
      place: null,
    });
    engines[0]?.reply({ kind: 'progress', ticket, stage: 'language', done: 0, total: 5 });
    vi.advanceTimersByTime(limits.cancelling);
    expect(await result).toBe('cancelled');
    expect(engines[0]?.killed).toBe(true);
  });

  it('are all cancelled when the lane stops', async () => {
    const { jobs, engines, run } = setUp();
    const [first, second] = [run(), run()];
    jobs.stop();
    expect(await Promise.all([first.result, second.result])).toEqual(['cancelled', 'cancelled']);
    expect(engines.map(({ killed }) => killed)).toEqual([true]);
    expect(jobs.idle).toBe(true);
  });

  it('tell when work begins after a rest, and when all of it is done', async () => {
    const { jobs, engines, run } = setUp();
    const told: boolean[] = [];
    jobs.onBusy = (busy) => told.push(busy);
    const [first, second] = [run(), run()];
    for (const { result } of [first, second]) {
      engines[0]?.reply({ kind: 'unknown-article', ticket: engines[0].lastTicket });
      await result;
    }
    expect(told).toEqual([true, false]);
  });

  it('find a process that was warmed up ahead of them', async () => {
    const { jobs, engines, run } = setUp();
    jobs.warmUp();
    jobs.warmUp();
    expect(engines).toHaveLength(1);
    run();
    expect(engines.map(({ requests }) => requests.length)).toEqual([1]);
  });

  it('say how long they were waited for', async () => {
    const { jobs } = setUp();
    const given = jobs.run('/a', opening, { progress() {}, article() {} }, new AbortController().signal);
    const failure = given.catch((error: Failure) => error.error);
    vi.advanceTimersByTime(limits.reading);
    expect(await failure).toMatchObject({ cause: expect.stringContaining('after 1 seconds'), file: '/a' });
  });
});
