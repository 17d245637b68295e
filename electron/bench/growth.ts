import { loadEngineAssets } from '../cli/assets';
import { NO_DECISIONS, type SourceInfo } from '../contract';
import { cleanDraft } from '../engine/clean/clean';
import { createEngine } from '../engine/engine';
import { EngineError } from '../engine/errors';
import { Findings } from '../engine/findings';
import { readSource } from '../engine/read/read';
import type { ParsedArticle, ReadResult } from '../engine/stages';
import { FAMILIES, type Family, fileName } from './hostile/families';
import { option } from './page-archive';

/** The exponent that every stage must keep over the last two doublings: 1 is work in proportion, 2 its square. */
const GOAL = 1.15;
/** Milliseconds of processor time at the largest size: less is noise, more is waiting. */
const ENOUGH = 400;
/** The language model takes longer than all else, by the word; the others are to be seen at larger sizes. */
const ENOUGH_LANGUAGE = 4_000;
const TRIES = 3;
/** Doublings of the input at most, from the smallest. */
const DOUBLINGS = 9;

const STAGES = ['read', 'clean', 'language', 'entities', 'references', 'timeline'] as const;
type Stage = (typeof STAGES)[number];
type Times = Partial<Record<Stage, number>>;

/** Milliseconds of processor time of all threads; other programs do not disturb it. */
async function processorTime<T>(work: () => T | Promise<T>): Promise<{ value: T; milliseconds: number }> {
  const before = process.cpuUsage();
  const value = await work();
  const { user, system } = process.cpuUsage(before);
  return { value, milliseconds: (user + system) / 1000 };
}

const engine = createEngine({ loadAssets: async () => loadEngineAssets(), giveWay: async () => {} });

async function timed<T>(times: Times, stage: Stage, work: () => T | Promise<T>): Promise<T> {
  const { value, milliseconds } = await processorTime(work);
  times[stage] = milliseconds;
  return value;
}

/** Times of the stages over one file; those behind a refusal are absent. Names and days only where `analyse` says so. */
async function timesOf(bytes: Uint8Array, name: string, analyse: boolean): Promise<Times> {
  const info: SourceInfo = { name, size: bytes.length, modified: 0, hash: 'f'.repeat(64) };
  const times: Times = {};
  try {
    const draft = await timed(times, 'read', () => readSource({ info, bytes }, NO_DECISIONS));
    const { article } = await timed(times, 'clean', (): ReadResult => cleanDraft(draft, info, NO_DECISIONS));
    if (!analyse) return times;
    const parsed: ParsedArticle = await timed(times, 'language', () => engine.parse(article, () => {}));
    const findings = await timed(times, 'entities', () => new Findings(article, parsed));
    await timed(times, 'references', () => findings.references([]));
    await timed(times, 'timeline', () => findings.events('2020-01-01', []));
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
  }
  return times;
}

/** The least of several tries: noise only adds time. */
async function leastTimes(family: Family, count: number, analyse: boolean): Promise<Times> {
  const bytes = family.make(count);
  const least: Times = {};
  for (let i = 0; i < TRIES; i++) {
    const times = await timesOf(bytes, fileName(family), analyse);
    for (const stage of STAGES) {
      const time = times[stage];
      if (time !== undefined) least[stage] = Math.min(least[stage] ?? time, time);
    }
    if (isEnough(times)) break;
  }
  return least;
}

interface Growth {
  family: string;
  stage: Stage;
  exponent: number;
  milliseconds: number;
}

function isEnough({ language = 0, ...others }: Times): boolean {
  return language > ENOUGH_LANGUAGE || Math.max(0, ...Object.values(others)) > ENOUGH;
}

/** Doubles the input until some stage takes long enough, then compares the last size with a quarter of it. */
async function growthOf(family: Family, analyse: boolean): Promise<Growth[]> {
  const largest = family.growth ?? family.size;
  const sizes = Array.from({ length: DOUBLINGS }, (_, i) =>
    Math.floor(largest / 2 ** (DOUBLINGS - 1 - i)),
  ).filter((size) => size > 0);
  const measured: Times[] = [];
  for (const size of sizes) {
    measured.push(await leastTimes(family, size, analyse));
    if (measured.length > 2 && isEnough(measured.at(-1) ?? {})) break;
  }
  return STAGES.flatMap((stage) => {
    const last = measured.at(-1)?.[stage];
    const quarter = measured.at(-3)?.[stage];
    if (last === undefined || !quarter || last < ENOUGH / 8) return [];
    const exponent = Math.log2(last / quarter) / 2;
    return [{ family: fileName(family), stage, exponent, milliseconds: last }];
  });
}

/**
 * `npm run bench -- growth [--only TEXT] [--all]`: how the processor time of each stage grows over doubling inputs of
 * the heavy families; the exponent over the last two doublings beside its goal. Names and days are looked for in the
 * families of plain text, with `--all` in every family. Stages too short to be measured are not printed.
 */
export async function run(args: string[]): Promise<void> {
  const only = option(args, 'only') ?? '';
  await engine.warmUp();
  const found: Growth[] = [];
  let families = 0;
  for (const family of FAMILIES) {
    if (!fileName(family).includes(only)) continue;
    families++;
    for (const growth of await growthOf(family, args.includes('--all') || family.ending === '.txt')) {
      found.push(growth);
      const { family: name, stage, exponent, milliseconds } = growth;
      const sign = exponent > GOAL ? '!' : ' ';
      console.log(
        `${sign}${exponent.toFixed(2).padStart(6)} (goal ${GOAL})  ${stage.padEnd(11)}${milliseconds.toFixed(0).padStart(6)} ms  ${name}`,
      );
    }
  }
  const beyond = found.filter(({ exponent }) => exponent > GOAL);
  console.log(
    `\n${families} families, ${found.length} measured stages: ${beyond.length} grow beyond ${GOAL}${beyond.length > 0 ? `: ${beyond.map(({ family, stage, exponent }) => `${family} ${stage} ${exponent.toFixed(2)}`).join(', ')}` : ''}.`,
  );
  if (beyond.length > 0) process.exitCode = 1;
}
