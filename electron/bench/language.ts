import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadEngineAssets } from '../cli/assets';
import type { LanguagePipeline, ParsedText } from '../engine/language/document';
import { createPipeline } from '../engine/language/pipeline';
import { reportMemory } from './language-memory';
import { ParityTally } from './language-parity';

interface Sample {
  id: string;
  text: string;
}

/** Of every set, so that long sets do not drown the others. */
const MOST_TEXTS = 60;
const ONE_THREAD = ['OPENBLAS_NUM_THREADS', 'OMP_NUM_THREADS', 'MKL_NUM_THREADS', 'BLIS_NUM_THREADS'];

const countWords = (text: string): number => text.split(/\s+/).filter((word) => word !== '').length;
const print = (line: string): void => void process.stdout.write(`${line}\n`);

function flag(args: string[], name: string): string | undefined {
  const at = args.indexOf(name);
  return at < 0 ? undefined : args[at + 1];
}

/** The texts of the entity and time sets; published gold data, not part of the project. */
function readSamples(data: string): Sample[] {
  return ['entities', 'timex'].flatMap((folder) => {
    const path = join(data, folder);
    if (!existsSync(path)) return [];
    const files = readdirSync(path).filter((name) => name.endsWith('.jsonl'));
    return files.flatMap((name) => {
      const lines = readFileSync(join(path, name), 'utf8').trimEnd().split('\n').slice(0, MOST_TEXTS);
      return lines.map((line, i) => ({
        id: `${name}:${i}`,
        text: String((JSON.parse(line) as { text: string }).text),
      }));
    });
  });
}

function timeLoading(): LanguagePipeline {
  const assets = loadEngineAssets();
  const cpu = process.cpuUsage();
  const start = performance.now();
  const pipeline = createPipeline(assets.languageModel, assets.languageKernel);
  const ms = performance.now() - start;
  const { user, system } = process.cpuUsage(cpu);
  print(
    `loading model and kernel: ${ms.toFixed(0)} ms, ${((user + system) / 1000).toFixed(0)} of processor time (goal below 150)`,
  );
  return pipeline;
}

function timeOurs(pipeline: LanguagePipeline, texts: string[]) {
  const words = texts.reduce((sum, text) => sum + countWords(text), 0);
  const cpu = process.cpuUsage();
  const start = performance.now();
  const parsed = pipeline.parseAll(texts);
  const seconds = (performance.now() - start) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  return { parsed, perSecond: words / seconds, perCpuSecond: (words / (user + system)) * 1e6 };
}

/** Runs spaCy over the samples; null with a message when there is none. */
function runSpacy(python: string | undefined, samples: Sample[], folder: string) {
  if (!python) {
    print('spaCy: skipped (name a Python that has it with --python PATH or DATELINE_PYTHON)');
    return null;
  }
  const file = join(folder, 'texts.jsonl');
  writeFileSync(file, samples.map((sample) => `${JSON.stringify(sample)}\n`).join(''));
  const run = spawnSync(python, ['electron/bench/spacy-reference.py', file], {
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
    env: { ...process.env, ...Object.fromEntries(ONE_THREAD.map((name) => [name, '1'])) },
  });
  if (run.status !== 0) {
    print(`spaCy: skipped (${run.error?.message ?? run.stderr.trim().split('\n').at(-1)})`);
    return null;
  }
  const [speed, ...lines] = run.stdout.trimEnd().split('\n');
  const { words_per_second, words_per_cpu_second } = JSON.parse(speed ?? '{}') as Record<string, number>;
  return {
    perSecond: words_per_second ?? 0,
    perCpuSecond: words_per_cpu_second ?? 0,
    parsed: lines.map((line) => (JSON.parse(line) as { parsed: ParsedText }).parsed),
  };
}

function printParity(samples: Sample[], reference: ParsedText[], ours: ParsedText[]): void {
  const tally = new ParityTally();
  for (const [i, { id }] of samples.entries()) tally.add(id, reference[i]!, ours[i]!);
  const keys = ['token', 'tag', 'pos', 'lemma', 'morph', 'head', 'dep'] as const;
  const shares = keys.map((key) => `${key} ${tally.percent(key).toFixed(3)}`).join(', ');
  print(`parity with spaCy over ${tally.tokens} tokens, in percent: ${shares},`);
  print(`  names F1 ${tally.f1('names').toFixed(3)}, sentences F1 ${tally.f1('sentences').toFixed(3)}`);
}

/** A text of that many words, from the samples in turn, and the same words in pieces. */
function longText(samples: Sample[], words: number, pieceWords: number) {
  const all = samples.flatMap(({ text }) => text.split(/(?<=\s)(?=\S)/));
  const taken = Array.from({ length: words }, (_, i) => all[i % all.length]!);
  const pieces: string[] = [];
  for (let at = 0; at < words; at += pieceWords) pieces.push(taken.slice(at, at + pieceWords).join(''));
  return { whole: taken.join(''), pieces };
}

function printGrowth(pipeline: LanguagePipeline, samples: Sample[], folder: string): void {
  const { whole, pieces } = longText(samples, 200_000, 1000);
  const time = (work: () => void): number => {
    const cpu = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(cpu);
    return (user + system) / 200_000;
  };
  const short = time(() => {
    for (const piece of pieces) pipeline.parse(piece);
  });
  const long = time(() => pipeline.parse(whole));
  print(
    `time a word: ${short.toFixed(0)} µs in texts of 1,000 words, ${long.toFixed(0)} µs in one of 200,000: ` +
      `${(long / short).toFixed(2)} times as long (goal 1.2 at most)`,
  );
  const file = join(folder, 'long.txt');
  writeFileSync(file, whole);
  const memory = spawnSync(process.execPath, [process.argv[1] ?? '', 'language', '--memory', file], {
    encoding: 'utf8',
  });
  print(`memory above the model for 200,000 words: ${memory.stdout.trim()} MB (goal below 300)`);
}

/** npm run bench -- language [--data FOLDER] [--python PATH] */
export async function run(args: string[]): Promise<void> {
  const memoryFile = flag(args, '--memory');
  if (memoryFile) {
    reportMemory(memoryFile);
    return;
  }
  const pipeline = timeLoading();
  const data = flag(args, '--data') ?? '../shared/bench';
  const samples = readSamples(data);
  if (samples.length === 0) {
    print(`No texts under ${data}; name the folder with --data FOLDER.`);
    process.exitCode = 2;
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), 'dateline-bench-'));
  try {
    const texts = samples.map(({ text }) => text);
    pipeline.parseAll(texts.slice(0, 50));
    const before = timeOurs(pipeline, texts);
    const spacy = runSpacy(flag(args, '--python') ?? process.env.DATELINE_PYTHON, samples, folder);
    const after = timeOurs(pipeline, texts);
    const best = before.perSecond > after.perSecond ? before : after;
    const show = (speed: { perSecond: number; perCpuSecond: number }): string =>
      `${speed.perSecond.toFixed(0)} words/s, ${speed.perCpuSecond.toFixed(0)} a second of processor time`;
    print(`Dateline, ${texts.length} texts: ${show(before)}; again: ${show(after)} (goal 10,000)`);
    if (spacy) {
      print(`spaCy, nlp.pipe, one thread: ${show(spacy)}`);
      const byProcessor = best.perCpuSecond / spacy.perCpuSecond;
      print(
        `Dateline is ${(best.perSecond / spacy.perSecond).toFixed(2)} times as fast (goal 2), ` +
          `${byProcessor.toFixed(2)} times by processor time`,
      );
      printParity(samples, spacy.parsed, after.parsed);
    }
    printGrowth(pipeline, samples, folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
