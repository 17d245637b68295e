import { relative } from 'node:path';
import type { RunnerTestSuite as Suite, RunnerTestCase as Test } from 'vitest';
import { VitestTestRunner } from 'vitest/runners';
import { root } from '../checkout.mjs';
import { doubtfulIn, findings, note } from './findings.mjs';

/** What Stryker's switches read and write; see `plant.mjs`. */
interface Switches {
  activeMutant?: string | undefined;
  currentTestId?: string | undefined;
  hitCount?: number | undefined;
  hitLimit?: number | undefined;
  mutantCoverage?: { static: Record<string, number>; perTest: Record<string, Record<string, number>> };
}

const globals = globalThis as { __stryker__?: Switches };
globals.__stryker__ ??= {};
const switches: Switches = globals.__stryker__;

/** A loop that a mutant made endless is cut after so many times the rounds of the sound one. */
const MOST_ROUNDS = 100;
/**
 * Processor milliseconds that one test may spend on judging. A slow one (a property over many texts) so judges some
 * mutants and leaves the others to the quick ones; the share of those noticed can only come out too low by it.
 */
const TIME_FOR_A_TEST = 5000;
const folder = process.env.DATELINE_MUTANTS ?? '';

/**
 * Runs each test once as it is, then again under every mutant it came through that no test has killed yet. Modules and
 * models are loaded once for a test file. Hooks round each test are run every time, those round all only once.
 */
export default class MutantRunner extends VitestTestRunner {
  private readonly killed = new Set<string>();
  /** To be judged before all others; see `findings.mjs`. */
  private first: string | null = null;
  private stopped = false;
  private judged = 0;

  override async onBeforeRunSuite(suite: Suite): Promise<void> {
    await super.onBeforeRunSuite(suite);
    if (suite.file !== suite) return;
    const found = findings(folder);
    for (const one of found) if (one.kind === 'killed') this.killed.add(one.mutant);
    this.first = doubtfulIn(found, fileOf(suite));
  }

  override async onBeforeRunTask(test: Test): Promise<void> {
    if (this.stopped) test.mode = 'skip';
    await super.onBeforeRunTask(test);
    switches.activeMutant = undefined;
    switches.currentTestId = test.id;
  }

  /** The last call while the test still counts as the one under way, which `expect.poll` asks for. */
  async onAfterRetryTask(test: Test): Promise<void> {
    switches.currentTestId = undefined;
    const { result } = test;
    if (result?.state === 'pass') await this.judge(test);
    test.result = result;
  }

  override async onAfterRunSuite(suite: Suite): Promise<void> {
    await super.onAfterRunSuite(suite);
    if (suite.file !== suite) return;
    const { static: loaded = {}, perTest = {} } = switches.mutantCoverage ?? {};
    const reached = new Set(Object.values(perTest).flatMap((hits) => Object.keys(hits)));
    for (const mutant of reached) note(folder, { kind: 'reached', mutant });
    for (const mutant of Object.keys(loaded)) note(folder, { kind: 'loaded', mutant });
    if (this.stopped) note(folder, { kind: 'stopped', file: fileOf(suite) });
  }

  private async judge(test: Test): Promise<void> {
    const hits = { ...switches.mutantCoverage?.perTest[test.id] };
    const left = Object.keys(hits).filter((mutant) => !this.killed.has(mutant));
    const now = this.first === null ? left : left.filter((mutant) => mutant === this.first);
    if (now.length === 0) return;
    const names = { file: fileOf(test), test: test.name };
    if (!(await this.passes(test, null, 0))) {
      note(folder, { kind: 'unrepeatable', ...names });
      return;
    }
    const began = processorTime();
    for (const mutant of now) {
      if (this.stopped || processorTime() - began > TIME_FOR_A_TEST) return;
      await this.judgeOne(test, mutant, hits[mutant] ?? 1, names);
    }
  }

  private async judgeOne(
    test: Test,
    mutant: string,
    hits: number,
    names: { file: string; test: string },
  ): Promise<void> {
    const fresh = this.judged === 0;
    this.judged++;
    if (await this.passes(test, mutant, hits)) return;
    const sound = await this.passes(test, null, 0);
    this.stopped = !sound;
    const kind = sound || fresh ? 'killed' : 'doubtful';
    note(folder, { kind, mutant, ...names });
    if (kind === 'doubtful') return;
    this.killed.add(mutant);
    if (mutant === this.first) this.first = null;
  }

  /** Whether the test passes with the mutant switched on; without one, whether it still does. */
  private async passes(test: Test, mutant: string | null, hits: number): Promise<boolean> {
    test.result = { state: 'run', startTime: Date.now() };
    switches.hitCount = 0;
    switches.hitLimit = mutant === null ? undefined : hits * MOST_ROUNDS;
    if (mutant === null) switches.hitCount = undefined;
    switches.activeMutant = mutant ?? undefined;
    const passed = await this.again(test).then(
      () => true,
      () => false,
    );
    switches.activeMutant = undefined;
    // What a run asked to be called at its end; the last was asked by this one.
    Object.assign(test, { onFinished: undefined });
    return passed && (switches.hitCount ?? 0) <= (switches.hitLimit ?? 0);
  }

  private async again(test: Test): Promise<void> {
    const suites = suitesOf(test);
    const cleanUps: (() => unknown)[] = [];
    try {
      this.onBeforeTryTask(test);
      for (const suite of suites)
        for (const hook of VitestTestRunner.getSuiteHooks(suite).beforeEach) {
          const cleanUp: unknown = await hook(test.context, suite);
          if (typeof cleanUp === 'function') cleanUps.push(cleanUp as () => unknown);
        }
      await VitestTestRunner.getTestFn(test)();
      this.onAfterTryTask(test);
    } finally {
      for (const suite of suites.reverse())
        for (const hook of [...VitestTestRunner.getSuiteHooks(suite).afterEach].reverse())
          await hook(test.context, suite);
      for (const cleanUp of cleanUps.reverse()) await cleanUp();
    }
  }
}

function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** From the file down to the test. */
function suitesOf(test: Test): Suite[] {
  const suites: Suite[] = [];
  for (let suite: Suite | undefined = test.suite; suite; suite = suite.suite) suites.unshift(suite);
  return suites[0] === test.file ? suites : [test.file, ...suites];
}

function fileOf({ file }: { file: { filepath: string } }): string {
  return relative(root, file.filepath).replaceAll('\\', '/');
}
