import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type Analysis, NO_CHOICES } from '../contract';
import { createEngine, ENGINE_VERSION } from '../engine/engine';
import { EngineError } from '../engine/errors';
import type { Engine } from '../engine/stages';
import { Failure } from '../library/failure';
import { day } from '../library/shapes';
import { readSourceFile } from '../library/source-file';
import { loadEngineAssets } from './assets';
import { analysisAsMarkdown } from './print/analysis-as-markdown';

const USAGE = `Usage: npm start -- --print FILE... [--json] [--date YYYY-MM-DD]

Prints each article cleaned, with its entities and its timeline, as Markdown.
  --json   print the analysis as JSON instead (an array when several files are given)
  --date   the day the article was published; goes before what the article itself says
Engine version ${ENGINE_VERSION}.
`;

interface Options {
  files: string[];
  json: boolean;
  date: string | null;
}

/** Null when the command line is not understood. */
function optionsOf(args: string[]): Options | null {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { json: { type: 'boolean', default: false }, date: { type: 'string' } },
    });
    if (positionals.length === 0) return null;
    return {
      files: positionals,
      json: values.json,
      date: values.date === undefined ? null : day(values.date),
    };
  } catch {
    return null;
  }
}

async function analyse(engine: Engine, file: string, date: string | null): Promise<Analysis> {
  const { info, bytes } = await readSourceFile(resolve(file), new AbortController().signal);
  const choices = { ...NO_CHOICES, publicationDate: date };
  const quietly = () => {};
  const { article } = await engine.read({ info, bytes }, choices, quietly);
  return engine.analyse(article, await engine.parse(article, quietly), choices, quietly);
}

/** What went wrong in words, and for a mistake of ours the trace. */
function messageOf(file: string, error: unknown): string {
  if (error instanceof Failure) return `${error.error.cause} ${error.error.advice}`;
  if (error instanceof EngineError) return `${file}: ${error.causeText} ${error.advice}`;
  return `${file}: Dateline made a mistake of its own.\n${error instanceof Error ? error.stack : String(error)}`;
}

/** Files that cannot be read are told of on standard error; the others are printed all the same. */
async function main(): Promise<number> {
  const options = optionsOf(process.argv.slice(2));
  if (!options) {
    process.stderr.write(USAGE);
    return 2;
  }
  const engine = createEngine({ loadAssets: async () => loadEngineAssets(), giveWay: async () => {} });
  const analyses: Analysis[] = [];
  let failed = false;
  for (const file of options.files) {
    try {
      analyses.push(await analyse(engine, file, options.date));
    } catch (error) {
      failed = true;
      process.stderr.write(`${messageOf(file, error)}\n`);
    }
  }
  process.stdout.write(options.json ? asJson(analyses, options.files.length) : asMarkdown(analyses));
  return failed ? 1 : 0;
}

function asJson(analyses: Analysis[], asked: number): string {
  const value = asked === 1 ? analyses[0] : analyses;
  return value === undefined ? '' : `${JSON.stringify(value, null, 2)}\n`;
}

function asMarkdown(analyses: Analysis[]): string {
  return analyses.map(analysisAsMarkdown).join('\n\n---\n\n');
}

process.exitCode = await main();
