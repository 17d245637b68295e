import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { option } from '../../bench/page-archive';
import { words } from '../../bench/text-metrics';
import { NO_DECISIONS } from '../../contract';
import { statedTitle, withHeadline } from '../../engine/clean/clean';
import { describeBlocks, FEATURES, LOOKS } from '../../engine/clean/features';
import { HEADLINE_FEATURES, headlineCandidates } from '../../engine/clean/headline/headline-features';
import { decideKind } from '../../engine/clean/kind/kind';
import { type LookedDraft, lookAt } from '../../engine/clean/looked-draft';
import { chooseMetadata } from '../../engine/clean/metadata/choose';
import pruner from './fit.py';
import headline from './fit_headline.py';
import { labelBlocks } from './labels';
import { KINDS, type Kind, readSamples, type Sample } from './pages';

/** What `fit.py` reads of one page besides its rows. */
interface PageRecord {
  id: string;
  site: string;
  article: boolean;
  blocks: number;
  labels: number[];
  words: number[];
  /** The model judges this block: it has text, is shown, is no caption, and stands near text. */
  judged: number[];
}

type Looked = Sample & { looked: LookedDraft };

function recordOf({ id, site, article, truth, looked: { blocks, looks } }: Looked): PageRecord {
  const judged = blocks.map(({ block, evidence }, i) => {
    const isText = block.text !== '' && block.kind !== 'figure' && block.kind !== 'rule';
    return Number(isText && !evidence.hidden && looks[i]!.values !== null);
  });
  return {
    id,
    site,
    article,
    blocks: blocks.length,
    labels: labelBlocks(blocks, truth.articleBody).map(Number),
    words: blocks.map(({ block }) => words(block.text).length),
    judged,
  };
}

function writeRows(
  path: string,
  pages: readonly (readonly (readonly number[] | null)[])[],
  width: number,
): void {
  const count = pages.reduce((sum, page) => sum + page.length, 0);
  const values = new Float32Array(count * width);
  let at = 0;
  for (const page of pages) {
    for (const row of page) {
      if (row) values.set(row, at);
      at += width;
    }
  }
  writeFileSync(path, Buffer.from(values.buffer));
}

function writeLooks(out: string, samples: Record<Kind, Looked[]>): void {
  for (const kind of KINDS) {
    writeFileSync(join(out, `${kind}.json`), JSON.stringify(samples[kind].map(recordOf)));
    writeRows(
      join(out, `${kind}.looks.f32`),
      samples[kind].map(({ looked }) => looked.looks.map(({ values }) => values)),
      LOOKS.length,
    );
  }
}

/** Puts the first scores in place that models gave which had not seen the pages. */
function readScores(out: string, samples: Record<Kind, Looked[]>): void {
  for (const kind of KINDS) {
    if (samples[kind].length === 0) continue;
    const bytes = readFileSync(join(out, `${kind}.scores.f64`));
    const scores = new Float64Array(bytes.buffer, bytes.byteOffset, bytes.length / 8);
    let from = 0;
    for (const one of samples[kind]) {
      const end = from + one.looked.blocks.length;
      one.looked = { ...one.looked, scores: scores.slice(from, end) };
      from = end;
    }
  }
}

const flat = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** The lines of the plain texts that may be their headline, and which are. */
function writeHeadlines(out: string, samples: Record<Kind, Looked[]>): void {
  const pages: { kind: Kind; id: string; site: string; labels: number[] }[] = [];
  const rows: (readonly number[])[][] = [];
  for (const kind of KINDS) {
    if (kind === 'html') continue;
    for (const { id, site, looked, truth } of samples[kind]) {
      const candidates = headlineCandidates(looked);
      const title = flat(truth.title);
      const labels = candidates.map(({ at }) => Number(flat(looked.blocks[at]!.block.text) === title));
      pages.push({ kind, id, site, labels });
      rows.push(candidates.map(({ values }) => values));
    }
  }
  writeFileSync(join(out, 'headline.json'), JSON.stringify({ features: HEADLINE_FEATURES, pages }));
  writeRows(join(out, 'headline.f32'), rows, HEADLINE_FEATURES.length);
}

function writePlaced(out: string, samples: Record<Kind, Looked[]>): void {
  for (const kind of KINDS) {
    const rows = samples[kind].map(({ name, draft, looked }) => {
      const { title } = chooseMetadata(withHeadline(draft, looked), name, NO_DECISIONS);
      return describeBlocks(looked.blocks, looked.looks, looked.scores, statedTitle(title));
    });
    writeRows(join(out, `${kind}.placed.f32`), rows, FEATURES.length);
  }
}

function fitStage(python: string, out: string, stage: 'looks' | 'headline' | 'placed', model: string): void {
  writeFileSync(join(out, 'fit.py'), pruner);
  writeFileSync(join(out, 'fit_headline.py'), headline);
  const program = join(out, stage === 'headline' ? 'fit_headline.py' : 'fit.py');
  const started = performance.now();
  const { status } = spawnSync(python, [program, out, stage, model], { stdio: 'inherit' });
  process.stdout.write(`${stage}: ${Math.round((performance.now() - started) / 1000)} s\n`);
  if (status !== 0) throw new Error(`${python} could not fit the ${stage} model.`);
}

/**
 * `npm run train -- pruner --out FOLDER --python PATH [--data FOLDER] [--every N] [--pages | --texts] [--models FOLDER]`: fits the
 * pruner's models anew (or those for pages or for texts alone), prints their figures on pages of sites they have not seen, and writes
 * engine/data/pruner-model.json and headline-model.json. The interpreter needs numpy and lightgbm. To be run after any change of the features
 * or the phrases. Two models are fitted: the first judges a block by its looks, the second by its looks and what the
 * first says of the blocks around it; the first's scores for the second's rows come from models that did not see the
 * page's site.
 */
export async function run(args: string[]): Promise<void> {
  const [out, python] = [option(args, 'out'), option(args, 'python')];
  if (!out || !python)
    throw new Error('Say where to write with --out FOLDER, and which --python PATH to run.');
  mkdirSync(resolve(out), { recursive: true });
  const wanted = args.includes('--pages') ? 'pages' : args.includes('--texts') ? 'texts' : 'all';
  const read = await readSamples(args, Number(option(args, 'every') ?? 1), wanted);
  const samples = Object.fromEntries(
    KINDS.map((kind) => [
      kind,
      read[kind].map((one) => ({
        ...one,
        looked: lookAt(one.draft, decideKind(one.draft, null)?.value ?? null),
      })),
    ]),
  ) as Record<Kind, Looked[]>;
  writeFileSync(join(out, 'features.json'), JSON.stringify({ looks: LOOKS, placed: FEATURES }));
  writeLooks(out, samples);
  const data = resolve(option(args, 'models') ?? 'electron/engine/data');
  fitStage(python, out, 'looks', join(data, 'pruner-model.json'));
  readScores(out, samples);
  if (wanted !== 'pages') {
    writeHeadlines(out, samples);
    fitStage(python, out, 'headline', join(data, 'headline-model.json'));
  }
  writePlaced(out, samples);
  fitStage(python, out, 'placed', join(data, 'pruner-model.json'));
}
