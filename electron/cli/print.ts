import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { day } from '../checks/shapes';
import { type AnalysedArticle, NO_DECISIONS } from '../contract';
import { createEngine, ENGINE_VERSION } from '../engine/engine';
import { EngineError } from '../engine/errors';
import type { Engine } from '../engine/stages';
import { Failure } from '../files/failure';
import { readSourceFile } from '../files/source-file';
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

/** One article as it is printed, with where it lies and the text it was read from. */
interface Printed {
  path: string;
  original: string;
  analysis: AnalysedArticle;
}

async function analyse(engine: Engine, file: string, date: string | null): Promise<Printed> {
  const path = resolve(file);
  const { info, bytes } = await readSourceFile(path, new AbortController().signal);
  const decisions = { ...NO_DECISIONS, publicationDate: date };
  const quietly = () => {};
  const { article, original } = await engine.read({ info, bytes }, decisions, quietly);
  const analysis = engine.analyse(article, await engine.parse(article, quietly), decisions, quietly);
  return { path, original, analysis: { ...analysis, article } };
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
  const printed: Printed[] = [];
  let failed = false;
  for (const file of options.files) {
    try {
      printed.push(await analyse(engine, file, options.date));
    } catch (error) {
      failed = true;
      process.stderr.write(`${messageOf(file, error)}\n`);
    }
  }
  process.stdout.write(options.json ? asJson(printed, options.files.length) : asMarkdown(printed));
  return failed ? 1 : 0;
}

/** The findings with the whole article in them, its path and its text before cleaning. */
function outwardForm({ path, original, analysis }: Printed): object {
  const { article, ...findings } = analysis;
  return { ...findings, article: { ...article, source: { path, ...article.source }, original } };
}

function asJson(printed: Printed[], asked: number): string {
  const forms = printed.map(outwardForm);
  const value = asked === 1 ? forms[0] : forms;
  return value === undefined ? '' : `${JSON.stringify(value, null, 2)}\n`;
}

function asMarkdown(printed: Printed[]): string {
  return printed.map(({ analysis }) => analysisAsMarkdown(analysis)).join('\n\n---\n\n');
}

process.exitCode = await main();
